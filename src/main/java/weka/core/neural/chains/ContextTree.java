package weka.core.neural.chains;

import java.io.Serializable;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * How often a symbol followed others: counts for every context of up to k symbols, as a tree whose root is the empty
 * context and whose branches lead from a context to those that are one symbol longer at the front. Where positions
 * count, the first branch is the place in the sequence, so that each place has a chain of its own.
 *
 * <p>Probabilities: P_0(x) = (n(x) + a) / (n + a V) with V symbols, and for a longer context c that shortens to c'
 * P(x | c) = (n(c, x) + a V P(x | c')) / (n(c) + a V). So a context that was never met says what the shorter one says,
 * and with a = 0 the frequencies stand as they are. Source: MacKay and Bauman Peto 1995, "A hierarchical Dirichlet
 * language model". Where places count, V is the number of symbols that a place may have, and the chain of a place knows
 * nothing of the others: with order 0 that is naive Bayes with Laplace's rule for a = 1.
 */
public final class ContextTree implements Serializable {
  private static final long serialVersionUID = 1;

  private static final class Node implements Serializable {
    private static final long serialVersionUID = 1;
    private double total;
    private final HashMap<Integer, Double> counts = new HashMap<>();
    private final HashMap<Integer, Node> longer = new HashMap<>();
  }

  private final int order;
  private final int symbols;
  private final boolean ends;
  private final boolean open;
  private final boolean positions;
  /** For each place the symbols that it may have; null if all may stand everywhere. */
  private final boolean @Nullable [][] places;
  private final Node root = new Node();

  /**
   * @param order   the most symbols of a context
   * @param symbols the number of symbols
   * @param ends    whether the end of a sequence is a symbol to be predicted
   * @param open    whether one more symbol stands for all that were never met
   * @param places    for each place the symbols that it may have, if probabilities depend on the place, too; else null
   */
  ContextTree(int order, int symbols, boolean ends, boolean open, boolean @Nullable [][] places) {
    this.order = order;
    this.symbols = symbols;
    this.ends = ends;
    this.open = open;
    this.positions = places != null;
    this.places = places;
  }

  /** What stands before the first symbol and after the last. */
  int boundary() {
    return symbols + 1;
  }

  boolean hasEnds() {
    return ends;
  }

  int symbols() {
    return symbols;
  }

  /** How many outcomes there are at a place: V. */
  private int outcomes(int t) {
    return places == null ? symbols + (ends ? 1 : 0) + (open ? 1 : 0) : counts(places[t]);
  }

  private static int counts(boolean[] allowed) {
    int n = 0;
    for (boolean symbol : allowed) {
      n += symbol ? 1 : 0;
    }
    return Math.max(1, n);
  }

  /** Counts a sequence, as often as its weight says. */
  void add(int[] sequence, double weight) {
    int length = length(sequence);
    for (int t = 0; t < length; t++) {
      int symbol = t == sequence.length ? boundary() : sequence[t];
      if (symbol == SequenceReader.MISSING) {
        continue;
      }
      Node node = count(root, symbol, weight);
      if (positions) {
        node = count(node.longer.computeIfAbsent(t, key -> new Node()), symbol, weight);
      }
      for (int back = 1; back <= order; back++) {
        int before = before(sequence, t, back);
        if (before == SequenceReader.MISSING) {
          break;
        }
        node = count(node.longer.computeIfAbsent(before, key -> new Node()), symbol, weight);
      }
    }
  }

  /** The steps to predict: none of a sequence that is missing as a whole. */
  private int length(int[] sequence) {
    return sequence == SequenceReader.UNKNOWN ? 0 : sequence.length + (ends ? 1 : 0);
  }

  private static Node count(Node node, int symbol, double weight) {
    node.total += weight;
    node.counts.merge(symbol, weight, Double::sum);
    return node;
  }

  /** The symbol so many places before t, the boundary before the first one; missing further back. */
  private int before(int[] sequence, int t, int back) {
    return t - back >= 0 ? sequence[t - back] : t - back == -1 ? boundary() : SequenceReader.MISSING;
  }

  /**
   * The logarithms of the probability of a sequence, for contexts of 0, 1, ... symbols at most.
   *
   * @param smoothing a
   */
  double[] logProbabilities(int[] sequence, double smoothing) {
    double[] logs = new double[order + 1];
    int length = length(sequence);
    for (int t = 0; t < length; t++) {
      int symbol = t == sequence.length ? boundary() : sequence[t];
      if (symbol == SequenceReader.MISSING) {
        continue;
      }
      int v = outcomes(t);
      @Nullable
      Node node = positions ? root.longer.get(t) : root;
      double p = node == null ? 1.0 / v : mixed(node, symbol, 1.0 / v, smoothing * v);
      for (int back = 0; back <= order; back++) {
        if (back > 0 && node != null) {
          // There is no branch for what is missing.
          node = node.longer.get(before(sequence, t, back));
          p = node == null ? p : mixed(node, symbol, p, smoothing * v);
        }
        logs[back] += Math.log(p);
      }
    }
    return logs;
  }

  /** @param prior a V */
  private static double mixed(Node node, int symbol, double shorter, double prior) {
    return node.total + prior == 0 ? shorter
        : (node.counts.getOrDefault(symbol, 0.0) + prior * shorter) / (node.total + prior);
  }

  /**
   * The probabilities of the symbols and, last, of the end after some symbols; without those never met, they sum to 1.
   *
   * @param t       the place in the sequence
   * @param context the symbols before, the last one last; may begin with the {@link #boundary}
   */
  double[] next(int t, int[] context, double smoothing) {
    double[] p = new double[symbols + 1];
    double sum = 0;
    for (int x = 0; x < symbols + (ends ? 1 : 0); x++) {
      boolean possible = places == null || x < symbols && places[t][x];
      p[x] = possible ? probability(t, context, x == symbols ? boundary() : x, smoothing) : 0;
      sum += p[x];
    }
    for (int x = 0; x <= symbols; x++) {
      p[x] = sum > 0 ? p[x] / sum : 0;
    }
    return p;
  }

  private double probability(int t, int[] context, int symbol, double smoothing) {
    int v = outcomes(t);
    @Nullable
    Node node = positions ? root.longer.get(t) : root;
    double p = node == null ? 1.0 / v : mixed(node, symbol, 1.0 / v, smoothing * v);
    for (int back = 1; back <= Math.min(order, context.length) && node != null; back++) {
      node = node.longer.get(context[context.length - back]);
      p = node == null ? p : mixed(node, symbol, p, smoothing * v);
    }
    return p;
  }

  /** How often symbols occurred, and, last, ends. */
  double[] frequencies() {
    double[] n = new double[symbols + 1];
    root.counts.forEach((symbol, count) -> n[symbol == boundary() ? symbols : symbol] = count);
    return n;
  }
}
