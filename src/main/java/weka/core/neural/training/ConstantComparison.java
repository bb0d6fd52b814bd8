package weka.core.neural.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;

/**
 * Compares a trained network with the constant that needs no training, on rows that it was trained on: the mean of a
 * numeric class, the most frequent of nominal ones. What is worse than that was not learnt, and is said.
 */
final class ConstantComparison {
  /** More rows say it no better. */
  private static final int MOST_ROWS = 500;
  /** What may be worse by chance or by rounding. */
  private static final double MARGIN = 1.02;
  private static final double ACCURACY_MARGIN = 0.01;

  private final FittedNetwork network;
  private final Dataset rows;
  private final int[] sample;
  private final double[][] predictions;

  private ConstantComparison(FittedNetwork network, Dataset rows, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    this.network = network;
    this.rows = rows;
    sample = RowSample.choose(rows, IntStream.range(0, rows.size()).toArray(), MOST_ROWS);
    predictions = network.predict(new RowSample(rows, sample), cancellation);
  }

  /**
   * A warning for the user, in a line; null if the network is better than the constant.
   *
   * @param rows what it was trained on
   */
  static @Nullable String warning(FittedNetwork network, Dataset rows, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    ConstantComparison c = new ConstantComparison(network, rows, cancellation);
    return network.predictsNumber() ? c.ofNumbers(cancellation) : c.ofClasses();
  }

  private @Nullable String ofNumbers(Cancellation<InterruptedException> cancellation) throws InterruptedException {
    Tensor target = new Tensor(rows.targetShape(), sample.length);
    rows.read(sample, 0, sample.length, new Tensor(rows.inputShape(), sample.length), target, cancellation);
    double[] values = new double[sample.length];
    double weights = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = network.classes().decode(target.get(i, 0));
      weights += rows.weight(sample[i]);
      mean += rows.weight(sample[i]) * values[i];
    }
    mean /= weights;
    double[] errors = new double[2];
    double[] ofMean = new double[2];
    for (int i = 0; i < values.length; i++) {
      double w = rows.weight(sample[i]);
      double error = Math.abs(values[i] - predictions[i][0]);
      double spread = Math.abs(values[i] - mean);
      errors[0] += w * error;
      errors[1] += w * error * error;
      ofMean[0] += w * spread;
      ofMean[1] += w * spread * spread;
    }
    // A loss may prefer one measure to the other; what is worse by both is worse.
    boolean worse = !(errors[0] <= MARGIN * ofMean[0]) && !(errors[1] <= MARGIN * ofMean[1]);
    return !worse ? null : String.format(Locale.ROOT, "Warning: on the rows that it was trained on, the network is "
        + "worse than predicting their mean: relative absolute error %.4g %%. Lower the rate, train for more epochs, "
        + "or look for extreme values", 100 * errors[0] / ofMean[0]);
  }

  private @Nullable String ofClasses() {
    double[] counts = new double[network.classes().classes()];
    double weights = 0;
    double right = 0;
    for (int i = 0; i < sample.length; i++) {
      double w = rows.weight(sample[i]);
      int label = rows.label(sample[i]);
      counts[label] += w;
      weights += w;
      double[] p = predictions[i];
      right += w * (p[label] >= Arrays.stream(p).max().orElse(0) ? 1 : 0);
    }
    double most = Arrays.stream(counts).max().orElse(0) / weights;
    return right / weights >= most - ACCURACY_MARGIN ? null : String.format(Locale.ROOT, "Warning: on the rows that it "
        + "was trained on, the network is worse than always predicting the most frequent class: %.1f %% correct "
        + "against %.1f %%. Lower the rate, train for more epochs, or look for extreme values",
        100 * right / weights, 100 * most);
  }
}
