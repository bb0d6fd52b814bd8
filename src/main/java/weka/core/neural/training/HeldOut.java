package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import ruru.nn.train.DivergenceException;
import ruru.nn.train.Ensemble;
import ruru.nn.train.Evaluator;
import ruru.nn.train.Folds;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.neural.run.Progress;

/**
 * Measures the errors of numeric predictions on held-out rows: those held out by the members, or in a cross-validation
 * with the same recipe. Each of these predictions is by one network; the model predicts the mean of m networks, which
 * is better. With e the mean squared error of one network and v the variance of networks around their mean on the same
 * rows, both measured where two or more held out a row, the error of the mean of m is e - v (1 - 1/m); residuals are
 * scaled down by the root of the ratio.
 */
final class HeldOut {
  private static final int FOLDS = 4;
  /** Rows from which a cross-validation takes too long to be done by default. */
  private static final int MANY = 1000;
  /** Rows that two networks must have held out for v to be trusted. */
  private static final int ENOUGH_PAIRS = 10;
  /** The smallest ratio of squared errors that is trusted. */
  private static final double LEAST_RATIO = 0.25;

  private record Predicted(int[] rows, float[] values) {}

  private final Recipe recipe;
  private final FittedNetwork fitted;
  private final Dataset rows;
  private final Cancellation<InterruptedException> cancellation;
  private final List<Predicted> predicted = new ArrayList<>();

  private HeldOut(Recipe recipe, FittedNetwork fitted, Dataset rows, Cancellation<InterruptedException> cancellation) {
    this.recipe = recipe;
    this.fitted = fitted;
    this.rows = rows;
    this.cancellation = cancellation;
  }

  /**
   * @param members the trained members, with the best weights in their networks
   * @param folds folds of the cross-validation; 0 for none, null for "auto"
   */
  static PredictionIntervals intervals(Recipe recipe, FittedNetwork fitted, Dataset rows, List<Training> members,
      @Nullable Integer folds, Progress progress, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    boolean auto = folds == null;
    if (folds != null && folds == 0) {
      return PredictionIntervals.switchedOff();
    }
    if (rows.size() < 2) {
      return PredictionIntervals.oneRow();
    }
    HeldOut held = new HeldOut(recipe, fitted, rows, cancellation);
    if (auto && members.get(0).split().validation().length > 0) {
      for (int m = 0; m < members.size(); m++) {
        held.predict(fitted.models().get(m).network(), members.get(m).split().validation());
      }
    } else if (auto && (rows.size() >= MANY || rows.inputShape().rank() > 1)) {
      return PredictionIntervals.missing("no rows were held out in training; train with '-intervals " + FOLDS
          + "' to cross-validate, or with '-validation 15'");
    } else {
      try {
        held.crossValidate(Math.min(rows.size(), folds == null ? FOLDS : folds), members, progress);
      } catch (DivergenceException e) {
        return PredictionIntervals.missing("the cross-validation that measures them failed: " + e.getMessage());
      }
    }
    return held.intervals();
  }

  /** Each fold's network is configured like a member's, and trained for as many epochs. */
  private void crossValidate(int count, List<Training> members, Progress progress) throws InterruptedException {
    List<Split> folds = new ArrayList<>(Folds.of(rows, count, recipe.training().seed()));
    if (fitted.models().size() > 1) {
      folds.add(folds.get(0));
    }
    List<Network> networks = new ArrayList<>();
    List<Training> trainings = new ArrayList<>();
    for (int f = 0; f < folds.size(); f++) {
      // The network that repeats the first fold is of the other kind, if there are two.
      int member = (f < count ? f : 1) % members.size();
      Network member0 = fitted.models().get(member).network();
      Network network = new Network(member0.inputShape(), rows.targetShape().size(), member0.steps());
      network.initialise(recipe.seed(f), cancellation);
      TrainingSettings settings = recipe.training().withThreads(1).withPatience(0)
          .withEpochs(members.get(member).bestEpoch()).withSeed(recipe.seed(f));
      networks.add(network);
      // No validation rows for the training, which would select the best epoch on them.
      trainings.add(new Training(network, recipe.loss(), settings, rows, new Split(folds.get(f).training(), new int[0]),
          BlasProvider.get(), message -> {}));
    }
    Ensemble all = new Ensemble(trainings, recipe.training().threads());
    int epochs = members.stream().mapToInt(Training::bestEpoch).max().orElseThrow();
    for (int epoch = 1; all.next(); epoch++) {
      progress.step("measuring errors for the intervals by a cross-validation, epoch", epoch, epochs);
    }
    for (int f = 0; f < folds.size(); f++) {
      trainings.get(f).restoreBest();
      predict(networks.get(f), folds.get(f).validation());
    }
  }

  private void predict(Network network, int[] held) throws InterruptedException {
    int width = rows.targetShape().size();
    float[] all = new float[held.length * width];
    new Evaluator(network, recipe.loss(), rows.targetShape(), 0, held.length, recipe.training().threads(),
        BlasProvider.get()).predict(rows, held, all, cancellation);
    // The class is the first of several targets.
    float[] values = new float[held.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i * width];
    }
    predicted.add(new Predicted(held, values));
  }

  private PredictionIntervals intervals() throws InterruptedException {
    double[] targets = targets();
    int[] count = new int[targets.length];
    double[] mean = new double[targets.length];
    for (Predicted p : predicted) {
      for (int i = 0; i < p.rows.length; i++) {
        count[p.rows[i]]++;
        mean[p.rows[i]] += fitted.classes().decode(p.values[i]);
      }
    }
    for (int r = 0; r < mean.length; r++) {
      mean[r] /= count[r];
    }
    int total = IntStream.of(count).sum();
    double[] residuals = new double[total];
    double[] weights = new double[total];
    double unit = largestError(targets);
    double squares = 0;
    double variance = 0;
    int n = 0;
    for (Predicted p : predicted) {
      for (int i = 0; i < p.rows.length; i++) {
        int r = p.rows[i];
        double value = fitted.classes().decode(p.values[i]);
        residuals[n] = targets[r] - value;
        weights[n] = rows.weight(r) / (double) count[r];
        if (count[r] > 1) {
          squares += weights[n] * Math.pow(residuals[n] / unit, 2);
          variance += weights[n] * Math.pow((value - mean[r]) / unit, 2) * count[r] / (count[r] - 1);
        }
        n++;
      }
    }
    long pairs = IntStream.of(count).filter(c -> c > 1).count();
    double gain = pairs < ENOUGH_PAIRS || squares == 0 ? 0 : variance / squares * (1 - 1.0 / fitted.models().size());
    double factor = Math.sqrt(Math.max(LEAST_RATIO, 1 - gain));
    for (int i = 0; i < n; i++) {
      residuals[i] *= factor;
    }
    return PredictionIntervals.of(residuals, weights, (int) IntStream.of(count).filter(c -> c > 0).count());
  }

  /** A unit in which squared errors stay finite, however large the class values. */
  private double largestError(double[] targets) {
    double largest = Double.MIN_NORMAL;
    for (Predicted p : predicted) {
      for (int i = 0; i < p.rows.length; i++) {
        largest = Math.max(largest, Math.abs(targets[p.rows[i]] - fitted.classes().decode(p.values[i])));
      }
    }
    return largest;
  }

  /** The class of each row, in its own units. */
  private double[] targets() throws InterruptedException {
    int[] all = IntStream.range(0, rows.size()).toArray();
    Tensor x = new Tensor(rows.inputShape(), 1);
    Tensor y = new Tensor(rows.targetShape(), 1);
    x.setRows(1);
    y.setRows(1);
    double[] targets = new double[all.length];
    for (int r = 0; r < all.length; r++) {
      cancellation.check();
      rows.read(all, r, r + 1, x, y);
      targets[r] = fitted.classes().decode(y.get(0, 0));
    }
    return targets;
  }
}
