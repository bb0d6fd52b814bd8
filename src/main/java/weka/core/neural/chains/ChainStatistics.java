package weka.core.neural.chains;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chain of order 1 does in the long run: its transition matrix T, its stationary distribution p, p T = p, the
 * left eigenvector of the eigenvalue 1, and its entropy rate -sum_i p_i sum_j T_ij log2 T_ij, in bits for each step.
 *
 * <p>Where sequences have ends, the end is a state too, after which the next sequence begins.
 *
 * @param transitions [states][states]: the symbols and, where sequences have ends, the end
 * @param start       the probability of each symbol to be the first
 * @param stationary  null if it is not unique, as where some states are never left
 * @param entropy     NaN if there is no unique stationary distribution
 */
public record ChainStatistics(double[][] transitions, double[] start, double @Nullable [] stationary, double entropy) {
  /**
   * @param tree      of order 1
   * @param smoothing as in {@link ContextTree}
   */
  static ChainStatistics of(ContextTree tree, double smoothing) {
    int states = tree.symbols() + (tree.hasEnds() ? 1 : 0);
    double[][] transitions = new double[states][];
    for (int s = 0; s < states; s++) {
      int[] context = {s == tree.symbols() ? tree.boundary() : s};
      transitions[s] = Arrays.copyOf(tree.next(1, context, smoothing), states);
    }
    double[] start = Arrays.copyOf(tree.next(0, new int[] {tree.boundary()}, smoothing), tree.symbols());
    int reached = reachedByAll(transitions);
    double[] stationary = reached < 0 ? null : stationary(transitions, reached);
    return new ChainStatistics(transitions, start, stationary,
        stationary == null ? Double.NaN : entropy(stationary, transitions));
  }

  /**
   * A state that can be reached from all; -1 if there is none, so that there are several sets of states that are never
   * left. If any can be, it is one from which the last search backwards began that found something new.
   */
  private static int reachedByAll(double[][] transitions) {
    int n = transitions.length;
    boolean[] found = new boolean[n];
    int last = -1;
    for (int s = 0; s < n; s++) {
      if (!found[s]) {
        searchBackwards(transitions, s, found);
        last = s;
      }
    }
    boolean[] again = new boolean[n];
    if (last >= 0) {
      searchBackwards(transitions, last, again);
    }
    for (boolean reached : again) {
      if (!reached) {
        return -1;
      }
    }
    return last;
  }

  private static void searchBackwards(double[][] transitions, int start, boolean[] found) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    found[start] = true;
    while (!open.isEmpty()) {
      int to = open.pop();
      for (int from = 0; from < transitions.length; from++) {
        if (!found[from] && transitions[from][to] > 0) {
          found[from] = true;
          open.push(from);
        }
      }
    }
  }

  /**
   * Leaves out one state after the other, each time passing on its transitions, until one is left from which the
   * others follow. Nothing is subtracted, so that nothing cancels. Source: Grassmann, Taksar, Heyman 1985,
   * "Regenerative analysis and steady state distributions for Markov chains".
   *
   * @param first a state that can be reached from all, which is left out last
   */
  private static double[] stationary(double[][] transitions, int first) {
    int n = transitions.length;
    int[] order = new int[n];
    Arrays.setAll(order, i -> i == 0 ? first : i == first ? 0 : i);
    double[][] t = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        t[i][j] = transitions[order[i]][order[j]];
      }
    }
    for (int k = n - 1; k > 0; k--) {
      double left = Arrays.stream(t[k], 0, k).sum();
      for (int i = 0; i < k; i++) {
        t[i][k] /= left;
        for (int j = 0; j < k; j++) {
          t[i][j] += t[i][k] * t[k][j];
        }
      }
    }
    double[] p = new double[n];
    p[0] = 1;
    double sum = 1;
    for (int k = 1; k < n; k++) {
      for (int i = 0; i < k; i++) {
        p[k] += p[i] * t[i][k];
      }
      sum += p[k];
    }
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      result[order[i]] = p[i] / sum;
    }
    return result;
  }

  private static double entropy(double[] stationary, double[][] transitions) {
    double bits = 0;
    for (int i = 0; i < stationary.length; i++) {
      for (double t : transitions[i]) {
        bits -= t > 0 ? stationary[i] * t * Math.log(t) / Math.log(2) : 0;
      }
    }
    return bits;
  }
}
