package weka.core.neural.chains;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

  /** A context. */
  static final class Node implements Serializable {
    private static final long serialVersionUID = 1;
    double total;
    final HashMap<Integer, Double> counts = new HashMap<>();
    final HashMap<Integer, Node> longer = new HashMap<>();
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

  private Object writeReplace() {
    return stored();
  }

  /** What is written to files in place of the tree. */
  Stored stored() {
    return Stored.of(order, symbols, ends, open, places, root);
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

  /**
   * A context tree as it is stored. Long texts have many thousands of contexts, most of which were met once or twice,
   * and a map for each would take more than ten times the room.
   *
   * <p>The contexts stand depth first, each as: the number of its counts, each of these as symbol and count, its total
   * unless there is one count, and the number of its branches unless it is of the longest ones, each of these as symbol
   * and context. Symbols are in order, and written as the difference to the one before. Counts are numbers of a table,
   * which holds each that occurs once, the frequent ones first. Everything is a whole number of seven bits a byte, the
   * lowest first, with the eighth bit set if more follow.
   */
  static final class Stored implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int BITS = 7;
    private static final int LOW = (1 << BITS) - 1;
    private static final int MORE = 1 << BITS;

    private final int order;
    private final int symbols;
    private final boolean ends;
    private final boolean open;
    private final boolean @Nullable [][] places;
    private final double[] numbers;
    private final byte[] nodes;

    private Stored(int order, int symbols, boolean ends, boolean open, boolean @Nullable [][] places,
        double[] numbers, byte[] nodes) {
      this.order = order;
      this.symbols = symbols;
      this.ends = ends;
      this.open = open;
      this.places = places;
      this.numbers = numbers;
      this.nodes = nodes;
    }

    static Stored of(int order, int symbols, boolean ends, boolean open, boolean @Nullable [][] places,
        Node root) {
      Map<Double, Integer> occurrences = new HashMap<>();
      count(root, occurrences);
      List<Double> table = occurrences.entrySet().stream().sorted(Map.Entry.<Double, Integer>comparingByValue()
          .reversed().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).toList();
      Map<Double, Integer> indices = new HashMap<>();
      table.forEach(number -> indices.put(number, indices.size()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(root, levels(order, places), indices, out);
      return new Stored(order, symbols, ends, open, places,
          table.stream().mapToDouble(number -> number).toArray(), out.toByteArray());
    }

    private static void count(Node node, Map<Double, Integer> occurrences) {
      occurrences.merge(node.total, 1, Integer::sum);
      node.counts.values().forEach(n -> occurrences.merge(n, 1, Integer::sum));
      node.longer.values().forEach(next -> count(next, occurrences));
    }

    /** Levels below the root: where places count, they are one of their own. */
    private static int levels(int order, boolean @Nullable [][] places) {
      return order + (places == null ? 0 : 1);
    }

    private static void write(Node node, int deeper, Map<Double, Integer> indices,
        ByteArrayOutputStream out) {
      write(node.counts.size(), out);
      int before = 0;
      for (Map.Entry<Integer, Double> count : new TreeMap<>(node.counts).entrySet()) {
        write(count.getKey() - before, out);
        before = count.getKey();
        write(index(indices, count.getValue()), out);
      }
      if (node.counts.size() != 1) {
        write(index(indices, node.total), out);
      }
      if (deeper == 0) {
        return;
      }
      write(node.longer.size(), out);
      before = 0;
      for (Map.Entry<Integer, Node> branch : new TreeMap<>(node.longer).entrySet()) {
        write(branch.getKey() - before, out);
        before = branch.getKey();
        write(branch.getValue(), deeper - 1, indices, out);
      }
    }

    private static int index(Map<Double, Integer> indices, double number) {
      return Objects.requireNonNull(indices.get(number), "a number that is not in the table");
    }

    private static void write(int whole, ByteArrayOutputStream out) {
      int rest = whole;
      while (rest > LOW) {
        out.write(rest & LOW | MORE);
        rest >>>= BITS;
      }
      out.write(rest);
    }

    byte[] nodes() {
      return nodes;
    }

    /** The same with other contexts. */
    Stored with(byte[] others) {
      return new Stored(order, symbols, ends, open, places, numbers, others);
    }

    /** @throws InvalidObjectException if the bytes are not those of a tree */
    ContextTree tree() throws InvalidObjectException {
      ContextTree tree = new ContextTree(order, symbols, ends, open, places);
      ByteArrayInputStream in = new ByteArrayInputStream(nodes);
      read(in, tree.root, levels(order, places));
      if (in.available() > 0) {
        throw damaged();
      }
      return tree;
    }

    private void read(ByteArrayInputStream in, Node node, int deeper) throws InvalidObjectException {
      int counts = whole(in);
      int symbol = 0;
      for (int i = 0; i < counts; i++) {
        symbol += whole(in);
        node.total = number(in);
        node.counts.put(symbol, node.total);
      }
      if (counts != 1) {
        node.total = number(in);
      }
      int branches = deeper == 0 ? 0 : whole(in);
      symbol = 0;
      for (int i = 0; i < branches; i++) {
        symbol += whole(in);
        Node next = new Node();
        read(in, next, deeper - 1);
        node.longer.put(symbol, next);
      }
    }

    private double number(ByteArrayInputStream in) throws InvalidObjectException {
      int index = whole(in);
      if (index >= numbers.length) {
        throw damaged();
      }
      return numbers[index];
    }

    private static int whole(ByteArrayInputStream in) throws InvalidObjectException {
      int whole = 0;
      for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
        int next = in.read();
        if (next < 0) {
          throw damaged();
        }
        whole |= (next & LOW) << shift;
        if ((next & MORE) == 0 && whole >= 0) {
          return whole;
        }
      }
      throw damaged();
    }

    private static InvalidObjectException damaged() {
      return new InvalidObjectException(
          "MarkovChain: the stored contexts are damaged; load another copy of the model, or "
              + "train it again");
    }

    private Object readResolve() throws InvalidObjectException {
      return tree();
    }
  }
}
