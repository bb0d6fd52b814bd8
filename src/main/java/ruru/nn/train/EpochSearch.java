package ruru.nn.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds by cross-validation how many epochs to train, so that afterwards all rows can be trained on: few rows are too
 * valuable to be held out for good. The validation losses of the folds are averaged epoch by epoch, and the epoch where
 * a running mean of that curve is lowest is chosen: one stopping point for all folds, since that of a single fold is
 * mostly noise.
 */
public final class EpochSearch {
  /** Epochs over which the curve is averaged, centred. */
  private static final int WINDOW = 5;

  private final Ensemble folds;
  private final int epochs;
  private final int patience;
  private double[] curve = new double[0];
  private int best;

  /**
   * @param folds one training per fold, each with its validation rows and without patience
   * @param epochs   the most to try
   * @param patience epochs without a lower mean after which no better one is expected
   */
  public EpochSearch(Ensemble folds, int epochs, int patience) {
    this.folds = folds;
    this.epochs = epochs;
    this.patience = patience;
  }

  /**
   * Trains the folds and returns the best number of epochs, at least 1.
   *
   * @param observer receives the number of finished epochs after each
   */
  public int run(IntConsumer observer) throws InterruptedException {
    for (int epoch = 1; epoch <= epochs && folds.next(); epoch++) {
      curve = mean(epoch);
      best = lowest(curve);
      observer.accept(epoch);
      if (epoch - best > patience) {
        break;
      }
    }
    return Math.max(1, best);
  }

  /** The running mean of the validation losses at the epoch that was chosen; infinite if no epoch was finite. */
  public double lowestLoss() {
    return best == 0 ? Double.POSITIVE_INFINITY : smoothed(curve, best - 1);
  }

  /**
   * The last epoch tried at which the running mean was at most this many times the lowest; at least the best epoch.
   *
   * @param level at least 1
   */
  public int lastWithin(double level) {
    int last = Math.max(1, best);
    for (int e = last; e < curve.length; e++) {
      last = smoothed(curve, e) <= level * lowestLoss() ? e + 1 : last;
    }
    return last;
  }

  /**
   * Folds without a finite loss in any epoch, such as those whose validation rows all have weight 0, are left out.
   */
  private double[] mean(int epochs) {
    List<double[]> known = folds.members().stream().map(t -> t.history().validation())
        .filter(losses -> Arrays.stream(losses).anyMatch(Double::isFinite)).toList();
    double[] mean = new double[epochs];
    Arrays.fill(mean, known.isEmpty() ? Double.POSITIVE_INFINITY : 0);
    for (double[] losses : known) {
      for (int e = 0; e < epochs; e++) {
        // A fold whose optimizer has converged trains no further: its loss stays the same.
        double loss = losses[Math.min(e, losses.length - 1)];
        mean[e] += Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss / known.size();
      }
    }
    return mean;
  }

  /** The epoch, from 1, at which the running mean is lowest; the last one if it is nowhere finite. */
  private static int lowest(double[] curve) {
    int best = curve.length;
    double lowest = Double.POSITIVE_INFINITY;
    for (int e = 0; e < curve.length; e++) {
      double mean = smoothed(curve, e);
      if (mean < lowest) {
        lowest = mean;
        best = e + 1;
      }
    }
    return best;
  }

  private static double smoothed(double[] curve, int e) {
    int from = Math.max(0, e - WINDOW / 2);
    int to = Math.min(curve.length, e + WINDOW / 2 + 1);
    return Arrays.stream(curve, from, to).sum() / (to - from);
  }

  /** The mean validation loss of the folds after each epoch that was tried; infinite where a fold's is NaN. */
  public double[] curve() {
    return curve.clone();
  }
}
