package weka.core.neural.training;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.InputColumns;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;
import weka.core.neural.forecasting.RelativeRows;
import weka.core.neural.options.TargetList;
import weka.core.neural.run.Progress;

/**
 * Rows as the network sees them, and what makes inputs of them.
 *
 * @param rows     relative to their own lags if they are those of a time series
 * @param forecast how such rows are learnt from; null for others
 * @param beside   what is predicted beside the class; null for nothing
 * @param unlabelled rows without a class that the first layers are trained on, too; null if no layer is trained first
 */
public record LearnableInputs(Instances rows, RowEncoder encoder, @Nullable Forecast forecast,
    @Nullable Beside beside, @Nullable Instances unlabelled) {
  /**
   * The targets beside the class.
   *
   * @param all     the rows with all attributes
   * @param indices which of these are targets
   * @param columns of those that are inputs
   */
  record Beside(Instances all, int[] indices, InputColumns columns) {}

  /**
   * Learns from rows.
   *
   * @param data {@link LearnableRows learnable} rows
   * @throws IllegalArgumentException if the settings do not fit the data or each other
   * @throws InterruptedException     if the thread was interrupted
   */
  public static LearnableInputs of(Instances data, NeuralSettings settings, int seed, Progress progress)
      throws InterruptedException {
    return of(data, null, settings, seed, progress);
  }

  /**
   * The same with rows for pre-training.
   *
   * @param unlabelled as {@link LearnableRows#unlabelled} gives them
   */
  public static LearnableInputs of(Instances data, @Nullable Instances unlabelled, NeuralSettings settings, int seed,
      Progress progress) throws InterruptedException {
    TargetList targets = settings.targets.orNull();
    if (unlabelled != null) {
      return pretrained(data, unlabelled, settings);
    }
    if (targets != null) {
      return beside(data, targets.indices(data), settings);
    }
    Forecast forecast = ForecastSearch.of(data, settings, seed, progress);
    Instances rows = forecast == null ? data : forecast.relative().ofLearnable(data);
    boolean chosen = forecast != null && forecast.kind() != null;
    return new LearnableInputs(rows, RowEncoders.learn(rows, settings, chosen ? 0 : Recipe.bins(settings, rows)),
        forecast, null, null);
  }

  private static LearnableInputs pretrained(Instances data, Instances unlabelled, NeuralSettings settings)
      throws InterruptedException {
    if (settings.layers.isAuto()) {
      throw new IllegalArgumentException("pretrain: expected layers such as 'dense 100 sigmoid' (-layers), got 'auto', "
          + "whose networks are chosen by training them on the rows with a class");
    } else if (!settings.targets.isAuto()) {
      throw new IllegalArgumentException("pretrain: expected 'none' with several targets, got '"
          + settings.pretrain.value().name().toLowerCase(Locale.ROOT) + "'");
    } else if (!settings.relative.isAuto() && !settings.relative.value().isEmpty()) {
      throw new IllegalArgumentException(
          "pretrain: expected 'none' where rows are relative to their own lags, which need "
              + "a class (-relative)");
    }
    Instances all = new Instances(data);
    all.addAll(unlabelled);
    return new LearnableInputs(data, RowEncoders.learn(all, settings, Recipe.bins(settings, data)), null, null,
        unlabelled);
  }

  private static LearnableInputs beside(Instances data, int[] indices, NeuralSettings settings)
      throws InterruptedException {
    if (!settings.relative.isAuto() && !settings.relative.value().isEmpty()) {
      throw new IllegalArgumentException("relative: expected 'auto' or 'none' with several targets, got '"
          + Excerpt.of(settings.relative.text()) + "': only the class can be relative to its lags");
    }
    InputColumns columns = new InputColumns(data, indices);
    Instances rows = columns.of(data);
    RowEncoder encoder = RowEncoders.learn(rows, settings, Recipe.bins(settings, rows));
    if (encoder.isEmpty()) {
      throw new IllegalArgumentException("targets: no attribute varies beside the class and the targets, so there is "
          + "nothing to predict them from");
    }
    return new LearnableInputs(rows, encoder, null, new Beside(data, indices, columns), null);
  }

  /** What the rows are relative to; null if nothing. */
  @Nullable
  RelativeRows relative() {
    return forecast == null ? null : forecast.relative();
  }

  /** The kind of network that suits a forecast. */
  MemberKind kind() {
    return Objects.requireNonNull(Objects.requireNonNull(forecast, "no forecast").kind(), "the user's");
  }

  /** Whether the network was chosen by forecasts. */
  boolean isChosen() {
    return forecast != null && forecast.kind() != null;
  }
}
