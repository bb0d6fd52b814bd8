package weka.core.neural.chains;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Chooses the order of the chains and the smoothing, where they are left open: those of the lowest loss in a
 * five-fold cross-validation within the training rows. The loss is minus the logarithm of the probability of the class
 * or, where there is one class alone, of the sequence.
 *
 * @param order     the most symbols of a context
 * @param smoothing as in {@link ContextTree}
 * @param positions whether each place in the sequence has a chain of its own
 */
public record OrderSearch(int order, double smoothing, boolean positions) {
  /** The highest order that is tried. */
  public static final int HIGHEST = 5;

  private static final double[] SMOOTHINGS = {1, 0.3, 0.1, 0.03, 0.01};
  /** Losses of a row that differ by less are alike: then the lowest order is taken, and the strongest smoothing. */
  private static final double ALIKE = 0.001;
  private static final int USUAL_ORDER = 1;
  private static final double USUAL_SMOOTHING = 1;
  private static final int FOLDS = 5;
  private static final int FEWEST_ROWS = 10;
  /** Of a class, so that a single row that no chain can give does not decide. */
  private static final double LEAST_PROBABILITY = 1e-10;
  /** Of all orders together, in memory. */
  private static final double MOST_CONTEXTS = 2_000_000;

  /**
   * Searches what is not given.
   *
   * @param order     negative if it is to be chosen
   * @param smoothing negative if it is to be chosen
   * @param positions null if it is to be chosen
   * @throws InterruptedException if the thread was interrupted
   */
  public static OrderSearch of(Instances data, SequenceReader reader, int order, double smoothing,
      @Nullable Boolean positions, int seed) throws InterruptedException {
    int[] orders = order >= 0 ? new int[] {order} : orders(data, reader);
    double[] smoothings = smoothing >= 0 ? new double[] {smoothing} : SMOOTHINGS;
    boolean[] places = positions != null ? new boolean[] {positions}
        : reader.hasEnds() ? new boolean[] {false} : new boolean[] {false, true};
    if (orders.length * smoothings.length * places.length == 1) {
      return new OrderSearch(orders[0], smoothings[0], places[0]);
    } else if (data.numInstances() < FEWEST_ROWS) {
      return new OrderSearch(order >= 0 ? order : USUAL_ORDER, smoothing >= 0 ? smoothing : USUAL_SMOOTHING, places[0]);
    }
    double[][][] losses = new double[places.length][][];
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < places.length; p++) {
      losses[p] = losses(data, reader, orders, smoothings, places[p], seed);
      for (double[] ofOrder : losses[p]) {
        least = Math.min(least, Arrays.stream(ofOrder).min().orElse(least));
      }
    }
    double enough = least + ALIKE * data.sumOfWeights();
    for (int o = 0; o < orders.length; o++) {
      for (int p = 0; p < places.length; p++) {
        for (int s = 0; s < smoothings.length; s++) {
          if (losses[p][o][s] <= enough) {
            return new OrderSearch(orders[o], smoothings[s], places[p]);
          }
        }
      }
    }
    throw new IllegalStateException("no loss is the least of " + Arrays.deepToString(losses));
  }

  /** Up to the highest order whose contexts surely fit: at most one for each symbol, and for each choice of symbols. */
  private static int[] orders(Instances data, SequenceReader reader) throws InterruptedException {
    double symbols = 0;
    for (Instance row : data) {
      symbols += reader.read(row).length + 1;
    }
    double contexts = reader.hasEnds() ? 1 : reader.columns();
    double all = contexts;
    int highest = 1;
    for (int order = 1; order <= HIGHEST; order++) {
      contexts = Math.min(symbols, contexts * (reader.symbols().size() + 1));
      all += contexts;
      highest = all <= MOST_CONTEXTS ? order : highest;
    }
    int[] orders = new int[highest + 1];
    Arrays.setAll(orders, i -> i);
    return orders;
  }

  private static double[][] losses(Instances data, SequenceReader reader, int[] orders, double[] smoothings,
      boolean positions, int seed)
      throws InterruptedException {
    Instances shuffled = new Instances(data);
    shuffled.randomize(new Random(seed));
    boolean single = Arrays.stream(shuffled.attributeToDoubleArray(shuffled.classIndex())).distinct().count() == 1;
    double[][] losses = new double[orders.length][smoothings.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      Instances training = new Instances(shuffled, shuffled.numInstances());
      Instances held = new Instances(shuffled, shuffled.numInstances());
      for (int r = 0; r < shuffled.numInstances(); r++) {
        (r % FOLDS == fold ? held : training).add(shuffled.instance(r));
      }
      ChainClassifier chains =
          new ChainClassifier(training, reader, orders[orders.length - 1], USUAL_SMOOTHING, positions);
      for (Instance row : held) {
        if (Thread.interrupted()) {
          throw new InterruptedException("MarkovChain: training was stopped");
        }
        for (int o = 0; o < orders.length; o++) {
          for (int s = 0; s < smoothings.length; s++) {
            losses[o][s] += row.weight() * (single ? -sequence(chains, reader, row, orders[o], smoothings[s])
                : -Math.log(LEAST_PROBABILITY
                    + chains.distribution(row, orders[o], smoothings[s])[(int) row.classValue()]));
          }
        }
      }
    }
    return losses;
  }

  private static double sequence(ChainClassifier chains, SequenceReader reader, Instance row, int order,
      double smoothing) {
    return chains.tree((int) row.classValue()).logProbabilities(reader.read(row), smoothing)[order];
  }
}
