package weka.core.neural.training;

import java.io.Serializable;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weka.core.neural.report.Table;
import weka.core.neural.report.TargetScores;

/** How well each of several targets was learnt, on rows that were trained on and on rows that were held out. */
public final class TargetReport implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String[] OF_ALL = {"Hamming loss", "exact match", "micro F1", "macro F1"};
  /** The most targets that are listed. */
  private static final int LISTED = 50;

  private final String[] names;
  private final boolean[] nominal;
  /** For each target, then {@link #OF_ALL}; empty for rows that there are none of. */
  private final double[] training;
  private final double[] held;

  /** @param held null if no rows were held out */
  TargetReport(TargetScores training, @Nullable TargetScores held) {
    names = training.names().toArray(String[]::new);
    nominal = new boolean[names.length];
    for (int t = 0; t < nominal.length; t++) {
      nominal[t] = training.isNominal(t);
    }
    this.training = scores(training);
    this.held = held == null ? new double[0] : scores(held);
  }

  private static double[] scores(TargetScores s) {
    double[] all = new double[s.size() + OF_ALL.length];
    for (int t = 0; t < s.size(); t++) {
      all[t] = s.score(t);
    }
    all[s.size()] = s.hammingLoss();
    all[s.size() + 1] = s.exactMatch();
    all[s.size() + 2] = s.microF1();
    all[s.size() + 3] = s.macroF1();
    return all;
  }

  private double[] best() {
    return held.length > 0 ? held : training;
  }

  /**
   * The fraction of wrong values of a nominal target, the root mean squared error of a number: on held-out rows, or on
   * those trained on if none were held out.
   *
   * @param target from 0, the class; NaN if there are not as many
   */
  public double error(int target) {
    return target >= names.length ? Double.NaN : nominal[target] ? 1 - best()[target] : best()[target];
  }

  public double hammingLoss() {
    return best()[names.length];
  }

  public double exactMatch() {
    return best()[names.length + 1];
  }

  public double microF1() {
    return best()[names.length + 2];
  }

  public double macroF1() {
    return best()[names.length + 3];
  }

  @Override
  public String toString() {
    Table table = new Table(2, "target", "measure", "training rows", "held-out rows");
    for (int t = 0; t < Math.min(LISTED, names.length); t++) {
      add(table, names[t], nominal[t] ? "correct" : "root mean squared error", t, nominal[t]);
    }
    if (IntStream.range(0, nominal.length).filter(t -> nominal[t]).count() > 1) {
      table.rule();
      for (int i = 0; i < OF_ALL.length; i++) {
        add(table, i == 0 ? "all nominal ones" : "", OF_ALL[i], names.length + i, false);
      }
    }
    return table + (names.length > LISTED ? "and " + (names.length - LISTED) + " more targets\n" : "");
  }

  private void add(Table table, String name, String measure, int index, boolean percent) {
    table.add(name, measure, text(training, index, percent), text(held, index, percent));
  }

  private static String text(double[] scores, int index, boolean percent) {
    return scores.length == 0 || Double.isNaN(scores[index]) ? "-"
        : percent ? String.format(Locale.ROOT, "%.2f %%", 100 * scores[index])
        : String.format(Locale.ROOT, "%.4g", scores[index]);
  }
}
