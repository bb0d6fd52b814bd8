package weka.core.neural;

import java.io.Serializable;
import java.util.Locale;
import ruru.nn.train.History;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import ruru.nn.text.RecordText;
import ruru.nn.BatchOptimizer;

/** What is remembered of a training when it is over. */
public final class TrainingReport implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] training;
  private final double[] validation;
  private final int bestEpoch;
  private final String end;
  private final int restarts;
  private final double seconds;
  private final String how;
  private final int batch;
  private final int trainingRows;
  private final int validationRows;
  private final int starts;

  /**
   * @param starts  initial weights that were tried
   * @param seconds spent so far, in all runs
   */
  public TrainingReport(Training t, TrainingSettings settings, String loss, int trainingRows, int validationRows, int starts,
      double seconds) {
    History h = t.history();
    training = h.training();
    validation = h.validation();
    bestEpoch = t.bestEpoch();
    end = t.end() == null ? "stopped from outside" : t.end();
    restarts = t.restarts();
    this.starts = starts;
    this.seconds = seconds;
    batch = t.trainer().batch();
    this.trainingRows = trainingRows;
    this.validationRows = validationRows;
    how = how(t, settings, loss);
  }

  private static String how(Training t, TrainingSettings s, String loss) {
    StringBuilder text = new StringBuilder("loss " + loss + ", optimizer " + RecordText.print(s.optimizer()));
    if (s.optimizer() instanceof BatchOptimizer) {
      text.append(" on all rows at once");
    } else {
      text.append(", rate ").append(number(t.trainer().baseRate())).append(", schedule ")
          .append(RecordText.print(s.schedule())).append(", batch ").append(t.trainer().batch());
    }
    if (s.effectiveDecay() > 0) {
      text.append(", decay ").append(number(s.effectiveDecay()));
    }
    if (s.l1() > 0) {
      text.append(", l1 ").append(number(s.l1()));
    }
    if (s.clip() > 0) {
      text.append(", clip ").append(number(s.clip()));
    }
    return text.append(", seed ").append(s.seed()).toString();
  }

  private static String number(double d) {
    return String.format(Locale.ROOT, "%.4g", d).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  public int epochs() {
    return training.length;
  }

  /** Initial weights that were tried. */
  int starts() {
    return starts;
  }

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

  /** The loss of the best epoch on the training rows; NaN before the first epoch. */
  public double trainingLoss() {
    return bestEpoch == 0 ? Double.NaN : training[bestEpoch - 1];
  }

  /** The loss of the best epoch on the validation rows; NaN if there are none. */
  public double validationLoss() {
    return bestEpoch == 0 ? Double.NaN : validation[bestEpoch - 1];
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder(how).append('\n');
    s.append(trainingRows).append(" rows to train on, ").append(validationRows)
        .append(" held out to find the best epoch\n");
    s.append(epochs()).append(" epochs in ").append(String.format(Locale.ROOT, "%.2f", seconds)).append(" s; ended: ")
        .append(end).append('\n');
    if (starts > 1) {
      s.append("tried from ").append(starts).append(" initial weights, as the network is small; this is the training that ended "
          + "lowest\n");
    }
    if (restarts > 0) {
      s.append("the loss was not finite ").append(restarts).append(" times; each time the rate was halved\n");
    }
    if (epochs() == 0) {
      return s.toString();
    }
    Table table = new Table("epoch", "training loss", "validation loss");
    row(table, "first", 1);
    row(table, "best", bestEpoch);
    row(table, "last", epochs());
    return s.append('\n').append(table).toString();
  }

  private void row(Table table, String name, int epoch) {
    double v = validation[epoch - 1];
    table.add(name + " (" + epoch + ")", String.format(Locale.ROOT, "%.6f", training[epoch - 1]),
        Double.isNaN(v) ? "-" : String.format(Locale.ROOT, "%.6f", v));
  }
}
