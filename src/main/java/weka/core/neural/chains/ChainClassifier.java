package weka.core.neural.chains;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import weka.core.Instance;
import weka.core.Instances;

/**
 * A Markov chain for each class, and Bayes' rule: P(c | s) is proportional to P(c) P(s | c), with P(c) = (n_c + 1) / (n
 * + C).
 */
public final class ChainClassifier implements Serializable {
  private static final long serialVersionUID = 1;
  /** Generated sequences end at that many times the longest one of the training data. */
  private static final int LONGER = 4;

  private final SequenceReader reader;
  private final ContextTree[] trees;
  /** Of order 1, whatever the others are: for the transition matrix. */
  private final ContextTree[] pooled;
  private final double[] classWeights;
  private final int order;
  private final double smoothing;
  private int longest;

  /**
   * @param order     the most symbols of a context
   * @param smoothing as in {@link ContextTree}
   * @param positions whether each place in the sequence has a chain of its own
   * @throws InterruptedException if the thread was interrupted
   */
  public ChainClassifier(Instances data, SequenceReader reader, int order, double smoothing, boolean positions)
      throws InterruptedException {
    this.reader = reader;
    this.order = order;
    this.smoothing = smoothing;
    trees = new ContextTree[data.numClasses()];
    pooled = new ContextTree[trees.length];
    classWeights = new double[trees.length];
    for (int c = 0; c < trees.length; c++) {
      trees[c] = new ContextTree(order, reader.symbols().size(), reader.hasEnds(), reader.isOpen(),
          positions ? reader.places() : null);
      pooled[c] = new ContextTree(1, reader.symbols().size(), reader.hasEnds(), reader.isOpen(), null);
    }
    for (int r = 0; r < data.numInstances(); r++) {
      heedInterrupt();
      Instance row = data.instance(r);
      if (!(row.weight() >= 0 && row.weight() < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("row " + (r + 1) + ": expected a finite weight of at least 0, got "
            + row.weight());
      }
      int[] sequence = reader.read(row);
      longest = Math.max(longest, sequence.length);
      trees[(int) row.classValue()].add(sequence, row.weight());
      pooled[(int) row.classValue()].add(sequence, row.weight());
      classWeights[(int) row.classValue()] += row.weight();
    }
  }

  private static void heedInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("MarkovChain: training was stopped");
    }
  }

  /** The probability of each class: 0 for one that had no rows. */
  public double[] distribution(Instance row) {
    return distribution(row, order, smoothing);
  }

  /** The same with contexts of fewer symbols, or other smoothing. */
  double[] distribution(Instance row, int symbols, double strength) {
    int[] sequence = reader.read(row);
    double total = 0;
    double[] logs = new double[trees.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < trees.length; c++) {
      total += classWeights[c];
      logs[c] = trees[c].logProbabilities(sequence, strength)[symbols];
    }
    double[] priors = new double[trees.length];
    for (int c = 0; c < trees.length; c++) {
      priors[c] = (classWeights[c] + 1) / (total + trees.length);
      logs[c] += total > 0 && classWeights[c] == 0 ? Double.NEGATIVE_INFINITY : Math.log(priors[c]);
      most = Math.max(most, logs[c]);
    }
    if (most == Double.NEGATIVE_INFINITY) {
      // Without smoothing, no class can give the sequence.
      return priors;
    }
    double sum = 0;
    for (int c = 0; c < trees.length; c++) {
      logs[c] = Math.exp(logs[c] - most);
      sum += logs[c];
    }
    for (int c = 0; c < trees.length; c++) {
      logs[c] /= sum;
    }
    return logs;
  }

  /** The chain of a class. */
  ContextTree tree(int label) {
    return trees[label];
  }

  /** The chain of order 1 of a class. */
  ContextTree pooled(int label) {
    return pooled[label];
  }

  /** Whether there was a row of the class. */
  public boolean knows(int label) {
    return classWeights[label] > 0;
  }

  /** How often each state of a class's chain occurred: the symbols and, where sequences have ends, the end. */
  public double[] visits(int label) {
    double[] all = trees[label].frequencies();
    return reader.hasEnds() ? all : Arrays.copyOf(all, all.length - 1);
  }

  /** The probabilities of a class's chain of order 1 to go from each of some states to each of them. */
  public double[][] transitions(int label, List<Integer> states) {
    ContextTree tree = pooled[label];
    double[][] result = new double[states.size()][states.size()];
    for (int i = 0; i < result.length; i++) {
      int from = states.get(i);
      double[] next = tree.next(1, new int[] {from == tree.symbols() ? tree.boundary() : from}, smoothing);
      for (int j = 0; j < result.length; j++) {
        result[i][j] = next[states.get(j)];
      }
    }
    return result;
  }

  /** What a class's chain of order 1 does in the long run. */
  public ChainStatistics statistics(int label) {
    return ChainStatistics.of(pooled[label], smoothing);
  }

  /**
   * The perplexity of some sequences of a class: 2 to the power of the mean number of bits of a symbol.
   *
   * @return NaN if the class has no rows
   */
  public double perplexity(Instances rows, int label) {
    double log = 0;
    double symbols = 0;
    for (Instance row : rows) {
      if (!row.classIsMissing() && (int) row.classValue() == label) {
        int[] sequence = reader.read(row);
        log += row.weight() * trees[label].logProbabilities(sequence, smoothing)[order];
        for (int s : sequence) {
          symbols += s == SequenceReader.MISSING ? 0 : row.weight();
        }
        symbols += reader.hasEnds() ? row.weight() : 0;
      }
    }
    return Math.exp(-log / symbols);
  }

  /**
   * A new sequence of a class, as text.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public String generate(int label, Random random) throws InterruptedException {
    ContextTree tree = trees[label];
    List<Integer> sequence = new ArrayList<>();
    int most = reader.hasEnds() ? LONGER * Math.max(1, longest) : reader.columns();
    boolean @Nullable [][] places = reader.places();
    while (sequence.size() < most) {
      heedInterrupt();
      double[] p = tree.next(sequence.size(), context(tree, sequence), smoothing);
      for (int x = 0; places != null && x < tree.symbols(); x++) {
        p[x] = places[sequence.size()][x] ? p[x] : 0;
      }
      int next = drawn(p, random);
      if (next == tree.symbols()) {
        break;
      }
      sequence.add(next);
    }
    return reader.text(sequence);
  }

  private int[] context(ContextTree tree, List<Integer> sequence) {
    int length = Math.min(order, sequence.size() + 1);
    int[] context = new int[length];
    for (int i = 0; i < length; i++) {
      int place = sequence.size() - length + i;
      context[i] = place < 0 ? tree.boundary() : sequence.get(place);
    }
    return context;
  }

  private static int drawn(double[] probabilities, Random random) {
    double left = random.nextDouble() * Arrays.stream(probabilities).sum();
    int last = 0;
    for (int x = 0; x < probabilities.length; x++) {
      left -= probabilities[x];
      last = probabilities[x] > 0 ? x : last;
      if (left < 0) {
        return x;
      }
    }
    return last;
  }
}
