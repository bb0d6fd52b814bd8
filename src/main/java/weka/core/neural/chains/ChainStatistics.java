package weka.core.neural.chains;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import no.uib.cipr.matrix.DenseMatrix;
import no.uib.cipr.matrix.DenseVector;
import no.uib.cipr.matrix.MatrixSingularException;
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
  private static final double NEGATIVE = -1e-9;

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
    double[] stationary = hasOneClosedClass(transitions) ? stationary(transitions) : null;
    return new ChainStatistics(transitions, start, stationary,
        stationary == null ? Double.NaN : entropy(stationary, transitions));
  }

  /**
   * Whether there is one set of states that is never left: there is if some state can be reached from all. If any can,
   * it is the one from which the last search backwards began that found something new.
   */
  private static boolean hasOneClosedClass(double[][] transitions) {
    int n = transitions.length;
    boolean[] found = new boolean[n];
    int last = 0;
    for (int s = 0; s < n; s++) {
      if (!found[s]) {
        searchBackwards(transitions, s, found);
        last = s;
      }
    }
    boolean[] again = new boolean[n];
    searchBackwards(transitions, last, again);
    for (boolean reached : again) {
      if (!reached) {
        return false;
      }
    }
    return n > 0;
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

  /** Solves (T' - I) p = 0 with one of its equations, which depend on each other, replaced by sum p = 1. */
  private static double @Nullable [] stationary(double[][] transitions) {
    int n = transitions.length;
    DenseMatrix a = new DenseMatrix(n, n);
    DenseVector b = new DenseVector(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a.set(i, j, i == n - 1 ? 1 : transitions[j][i] - (i == j ? 1 : 0));
      }
    }
    b.set(n - 1, 1);
    try {
      DenseVector solved = new DenseVector(n);
      a.solve(b, solved);
      double[] p = solved.getData();
      // A matrix that is singular but for rounding gives numbers that are no probabilities.
      return Arrays.stream(p).allMatch(v -> v >= NEGATIVE && v <= 1 - NEGATIVE)
          ? Arrays.stream(p).map(v -> Math.max(0, v)).toArray() : null;
    } catch (MatrixSingularException e) {
      return null;
    }
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
