package weka.core.neural.training;

import java.io.Serializable;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import ruru.nn.FullBatchOptimizer;
import ruru.nn.Loss;
import ruru.nn.losses.Joint;
import ruru.nn.losses.Reconstruction;
import ruru.nn.text.RecordText;
import ruru.nn.train.History;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.neural.encoding.TargetEncoder;
import weka.core.neural.options.EpochSearchBudget;
import weka.core.neural.report.Numbers;
import weka.core.neural.report.Table;
import weka.core.neural.run.StopRequest;

/** What is kept of a training when it is over. */
public final class TrainingReport implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] training;
  private final double[] validation;
  private final int bestEpoch;
  private final Moment best;
  private final Moment last;
  private final String end;
  private final int restarts;
  private final double seconds;
  private final String how;
  private final int batch;
  private final int trainingRows;
  private final int validationRows;
  private final int standIns;
  private final String decisions;
  private final int starts;
  /** Of a linear kind of network that was chosen; null for others, and in older models. */
  private final @Nullable Double linearDecay;
  /** Null where there is nothing to warn of, as in models saved before there were warnings. */
  private @Nullable String warning;
  /** Null if it was not asked for, and in older models. */
  private @Nullable String diagnosis;
  /** Null if the class alone is predicted, and in older models. */
  private @Nullable TargetReport targets;

  /**
   * The same stage in the training of every network, which may be at different epochs.
   *
   * @param epochs the epochs, as in "36 to 87"
   * @param training   the mean of the networks' losses on their training rows
   * @param validation the same on the held-out rows; NaN if there are none
   */
  private record Moment(String epochs, double training, double validation) implements Serializable {
    private static final long serialVersionUID = 1;

    static Moment of(List<Training> members, ToIntFunction<Training> epoch) {
      List<Training> begun = members.stream().filter(m -> epoch.applyAsInt(m) > 0).toList();
      IntSummaryStatistics ends = begun.stream().mapToInt(epoch).summaryStatistics();
      return new Moment(begun.isEmpty() ? "0" : ends.getMin() == ends.getMax() ? "" + ends.getMax()
          : ends.getMin() + " to " + ends.getMax(),
          mean(begun, m -> m.history().training()[epoch.applyAsInt(m) - 1]),
          mean(begun, m -> m.history().validation()[epoch.applyAsInt(m) - 1]));
    }

    /** Averaged in the same way as the curves. */
    private static double mean(List<Training> members, ToDoubleFunction<Training> loss) {
      double sum = 0;
      for (Training member : members) {
        sum += loss.applyAsDouble(member);
      }
      return sum / members.size();
    }
  }

  /**
   * @param kinds the kinds of the networks; empty if there is nothing to report about them
   * @param decisions what was left to the data, with the resulting values and reasons; may be empty
   * @param starts number of initial weights tried
   * @param seconds spent so far, in all runs
   */
  public TrainingReport(List<Training> members, Recipe recipe, List<MemberKind> kinds, String decisions,
      int starts, double seconds) {
    Training t = members.get(0);
    training = mean(members, h -> h.training());
    validation = mean(members, h -> h.validation());
    bestEpoch = members.stream().mapToInt(Training::bestEpoch).max().orElseThrow();
    best = Moment.of(members, Training::bestEpoch);
    last = Moment.of(members, m -> m.history().epochs());
    end = t.end() != null ? t.end() : (StopRequest.isMade() ? "stopped by the user" : "interrupted")
        + (training.length > 0 || t.trainer().steps() == 0 ? ""
            : String.format(Locale.ROOT, " in the first epoch, after %,d updates", t.trainer().steps()));
    restarts = members.stream().mapToInt(Training::restarts).sum();
    this.decisions = decisions;
    linearDecay = kinds.isEmpty() || !kinds.get(0).isLinear() ? null : kinds.get(0).decay();
    this.starts = starts;
    this.seconds = seconds;
    batch = t.trainer().batch();
    this.trainingRows = t.split().training().length;
    standIns = t.split().standIns();
    validationRows = t.split().validation().length - standIns;
    how = how(t, recipe.training(), name(recipe.loss())) + ensemble(recipe, kinds, members.size());
  }

  /** The mean over the members that trained for that epoch. */
  private static double[] mean(List<Training> members, Function<History, double[]> curve) {
    int epochs = members.stream().mapToInt(m -> m.history().epochs()).max().orElse(0);
    double[] sum = new double[epochs];
    int[] count = new int[epochs];
    for (Training m : members) {
      double[] values = curve.apply(m.history());
      for (int e = 0; e < values.length; e++) {
        sum[e] += values[e];
        count[e]++;
      }
    }
    for (int e = 0; e < epochs; e++) {
      sum[e] /= count[e];
    }
    return sum;
  }

  /** Without the columns of a table, of which there may be thousands; {@link TargetEncoder#describe} counts them. */
  private static String name(Loss loss) {
    return loss instanceof Reconstruction ? "reconstruction" : loss instanceof Joint j ? j.describe()
        : RecordText.print(loss);
  }

  private static String how(Training t, TrainingSettings s, String loss) {
    StringBuilder text = new StringBuilder("loss " + loss + ", optimizer " + RecordText.print(s.optimizer()));
    if (s.optimizer() instanceof FullBatchOptimizer) {
      text.append(" on all rows at once");
    } else {
      text.append(", rate ").append(number(t.trainer().baseRate())).append(", schedule ")
          .append(RecordText.print(s.schedule())).append(", batch ").append(t.trainer().batch());
    }
    if (s.effectiveDecay() > 0) {
      text.append(", decay ").append(Numbers.plain(s.effectiveDecay()));
    }
    if (s.l1() > 0) {
      text.append(", l1 ").append(number(s.l1()));
    }
    if (s.clip() > 0) {
      text.append(", clip ").append(number(s.clip()));
    }
    return text.append(", seed ").append(s.seed()).toString();
  }

  private static String ensemble(Recipe recipe, List<MemberKind> kinds, int members) {
    StringBuilder s = new StringBuilder();
    EpochSearchBudget search = recipe.search();
    for (MemberKind kind : kinds) {
      if (search != null && kind.epochs() > 0) {
        s.append("\nepochs found by ").append(search.folds())
            .append("-fold cross-validation on the training rows");
        s.append(kinds.size() == 1 ? ": " : kind.bins() ? " with bins: " : " without bins: ");
        s.append(kind.epochs()).append(", of at most ").append(recipe.epochs(search.epochs()))
            .append(" (loss ")
            .append(number(kind.loss())).append(')');
      }
    }
    if (members > 1) {
      s.append('\n').append(members).append(" networks from different random weights, predictions averaged; losses "
          + "below are their means");
    }
    if (search == null && kinds.size() == 1 && kinds.get(0).isLinear() && !Double.isNaN(kinds.get(0).loss())) {
      s.append("\nnetworks with hidden layers were discarded because their loss on held-out rows was higher");
    }
    if (kinds.size() == 1 && kinds.get(0).epochs() == 0 && !Double.isNaN(kinds.get(0).loss())) {
      s.append("\nas many other networks, ").append(kinds.get(0).bins() ? "without bins" : "with bins")
          .append(", were discarded because their loss on the held-out rows was clearly higher");
    }
    if (kinds.size() > 1) {
      s.append("\nevery second network sees the numbers without their bins, so that its response is smoother");
    }
    return s.toString();
  }

  private static String number(double d) {
    return String.format(Locale.ROOT, "%.4g", d).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /** Adds a line that the user should not overlook. */
  void warn(String line) {
    warning = warning == null ? line : warning + "\n" + line;
  }

  /** How well each of several targets was learnt; null if the class alone is predicted. */
  public @Nullable TargetReport targets() {
    return targets;
  }

  void add(TargetReport ofTargets) {
    targets = ofTargets;
  }

  /** What is to be said of the layers; empty if nobody asked. */
  public String diagnosis() {
    return diagnosis == null ? "" : diagnosis;
  }

  /** Adds what is to be said of the layers. */
  public void diagnose(String text) {
    diagnosis = text;
  }

  public int epochs() {
    return training.length;
  }

  /** The weight decay of a linear kind of network that was chosen; null for others. */
  @Nullable
  Double linearDecay() {
    return linearDecay;
  }

  String decisions() {
    return decisions;
  }

  /** Number of initial weights tried. */
  int starts() {
    return starts;
  }

  /** The epoch whose weights a network keeps; of several networks, the latest such epoch. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** Rows of one update. */
  public int batch() {
    return batch;
  }

  public double seconds() {
    return seconds;
  }

  /** The mean loss over the training rows in each epoch. */
  public double[] training() {
    return training.clone();
  }

  /** The mean loss over the validation rows after each epoch; NaN where there are none. */
  public double[] validation() {
    return validation.clone();
  }

  /** The loss of the best epoch on the training rows, the mean of all networks; NaN before the first epoch. */
  public double trainingLoss() {
    return best().training();
  }

  /** The loss of the best epoch on the validation rows, the mean of all networks; NaN if there are none. */
  public double validationLoss() {
    return best().validation();
  }

  /** Absent in models saved before networks had their own epochs. */
  private Moment best() {
    return best == null ? moment(bestEpoch) : best;
  }

  private Moment last() {
    return last == null ? moment(epochs()) : last;
  }

  private Moment moment(int epoch) {
    return epoch == 0 ? new Moment("0", Double.NaN, Double.NaN)
        : new Moment("" + epoch, training[epoch - 1], validation[epoch - 1]);
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder(how).append('\n');
    s.append(trainingRows).append(" rows to train on");
    s.append(validationRows == 0 ? "" : ", " + validationRows + " held out to find the best epoch");
    s.append(standIns == 0 ? "\n" : ", beside " + standIns + (standIns == 1 ? " of those trained on, which stands"
        : " of those trained on, which stand") + " in for classes with too few rows to hold one out\n");
    s.append(last().epochs()).append(epochs() == 1 ? " epoch in " : " epochs in ")
        .append(String.format(Locale.ROOT, "%.2f", seconds)).append(" s; ended: ").append(end).append('\n');
    if (starts > 1) {
      s.append("trained from ").append(starts).append(" random initial weights, as the network is small; this is the "
          + "training with the lowest final loss\n");
    }
    if (restarts > 0) {
      s.append("the loss was not finite or exploded ").append(restarts).append(restarts == 1 ? " time" : " times")
          .append("; each time the rate was halved\n");
    }
    if (epochs() == 0) {
      return s.toString();
    }
    Table table = new Table("epoch", "training loss", "validation loss");
    row(table, "first", moment(1));
    row(table, "best", best());
    row(table, "last", last());
    s.append('\n').append(table);
    if (targets != null) {
      s.append('\n').append(targets);
    }
    if (warning != null) {
      s.append('\n').append(warning).append('\n');
    }
    if (diagnosis != null) {
      s.append('\n').append(diagnosis);
    }
    return (decisions.isEmpty() ? s : s.append('\n').append(decisions)).toString();
  }

  private static void row(Table table, String name, Moment moment) {
    double v = moment.validation();
    table.add(name + " (" + moment.epochs() + ")", String.format(Locale.ROOT, "%.6f", moment.training()),
        Double.isNaN(v) ? "-" : String.format(Locale.ROOT, "%.6f", v));
  }
}
