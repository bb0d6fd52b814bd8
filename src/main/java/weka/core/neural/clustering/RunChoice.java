package weka.core.neural.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.cluster.Consensus;
import weka.core.Utils;

/**
 * The choice of one of several runs of deep clustering without labels: the one with the largest sum of its mean
 * adjusted Rand index with the other runs and, where rows are changed at random, of its stability.
 *
 * @param best number of the run, from 0; the first if several are best
 * @param reason as text; empty if there was nothing to choose
 */
record RunChoice(int best, String reason) {
  /**
   * @param assignments the cluster of each row, by run
   * @param stabilities the adjusted Rand index of the rows' clusters before and after random changes, by run;
   *                    null if nothing is changed
   */
  static RunChoice of(List<int[]> assignments, double @Nullable [] stabilities) {
    if (assignments.size() == 1) {
      return new RunChoice(0, "");
    }
    double[] worth = Consensus.agreement(assignments);
    List<String> agreements = new ArrayList<>();
    for (int i = 0; i < worth.length; i++) {
      String agreement = String.format(Locale.ROOT, "%.3f", worth[i]);
      if (stabilities != null) {
        worth[i] += stabilities[i];
        agreement += String.format(Locale.ROOT, " (%.3f)", stabilities[i]);
      }
      agreements.add(agreement);
    }
    int best = Utils.maxIndex(worth);
    return new RunChoice(best, "Agreement of each of " + worth.length + " runs with the others"
        + (stabilities == null ? "" : " (and with itself when images are changed)") + ": " + String.join(", "
            + "", agreements)
        + "; run " + (best + 1) + " is kept.\n\n");
  }
}
