package weka.core.neural.training;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;
import weka.core.neural.forecasting.RelativeRows;
import weka.core.neural.run.Progress;

/**
 * Rows as the network sees them, and what makes inputs of them.
 *
 * @param rows     relative to their own lags if they are those of a time series
 * @param forecast how such rows are learnt from; null for others
 */
public record LearnableInputs(Instances rows, RowEncoder encoder, @Nullable Forecast forecast) {
  /**
   * Learns from rows.
   *
   * @param data {@link LearnableRows learnable} rows
   * @throws IllegalArgumentException if the settings do not fit the data or each other
   * @throws InterruptedException     if the thread was interrupted
   */
  public static LearnableInputs of(Instances data, NeuralSettings settings, int seed, Progress progress)
      throws InterruptedException {
    Forecast forecast = ForecastSearch.of(data, settings, seed, progress);
    Instances rows = forecast == null ? data : forecast.relative().ofLearnable(data);
    boolean chosen = forecast != null && forecast.kind() != null;
    return new LearnableInputs(rows, RowEncoders.learn(rows, settings, chosen ? 0 : Recipe.bins(settings, rows)),
        forecast);
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
