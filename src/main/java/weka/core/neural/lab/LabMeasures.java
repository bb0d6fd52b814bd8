package weka.core.neural.lab;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.train.Dataset;
import ruru.nn.train.Evaluator;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.training.FittedNetwork;
import weka.core.neural.training.NeuralModel;
import weka.core.neural.watch.Curve;

/**
 * What is measured of a network in training, on rows of each part: the loss, and the percentage of right classes or,
 * for a number, the absolute error relative to that of predicting the mean of these rows.
 */
public final class LabMeasures {
  /** A part of the rows. */
  public enum Part {
    TRAINING, VALIDATION, TEST
  }

  /**
   * What the network says of rows at one moment.
   *
   * @param epoch       finished epochs, with a fraction of the one at hand
   * @param rows        the rows
   * @param predictions for each row the probability of each class, or a number
   */
  public record Predictions(double epoch, Instances rows, double[][] predictions) {}

  /** Rows of a part that are looked at. */
  private static final int MOST_ROWS = 1000;

  private final Map<Part, Instances> rows = new EnumMap<>(Part.class);
  private final Map<Part, Integer> totals = new EnumMap<>(Part.class);
  private final Map<Part, Dataset> encoded = new EnumMap<>(Part.class);
  private final Map<Part, Evaluator> evaluators = new EnumMap<>(Part.class);
  private final Map<Part, Curve> losses = new EnumMap<>(Part.class);
  private final Map<Part, Curve> scores = new EnumMap<>(Part.class);
  private volatile @Nullable Predictions latest;

  LabMeasures(FittedNetwork fitted, Map<Part, Instances> parts) throws InterruptedException {
    NeuralModel model = fitted.models().get(0);
    Network network = model.network();
    for (Part part : Part.values()) {
      losses.put(part, new Curve());
      scores.put(part, new Curve());
      Instances all = parts.get(part);
      Instances some = sample(all);
      if (some == null || all == null) {
        continue;
      }
      Dataset data = fitted.labelled(some);
      rows.put(part, some);
      totals.put(part, all.size());
      encoded.put(part, data);
      evaluators.put(part, new Evaluator(network, model.loss(), data.targetShape(), 0, data.size(), 1,
          BlasProvider.get()));
    }
  }

  /** Rows at equal distances; null if there are none. */
  private static @Nullable Instances sample(@Nullable Instances all) {
    if (all == null || all.isEmpty()) {
      return null;
    }
    int n = Math.min(MOST_ROWS, all.size());
    Instances some = new Instances(all, n);
    for (int i = 0; i < n; i++) {
      some.add(all.get((int) ((long) i * all.size() / n)));
    }
    return some;
  }

  /** Measures now; for the training's thread, between two epochs. */
  void measure(FittedNetwork fitted, double epoch) {
    Predictions last = null;
    for (Map.Entry<Part, Instances> part : rows.entrySet()) {
      Dataset data = encoded.get(part.getKey());
      Evaluator evaluator = evaluators.get(part.getKey());
      if (data == null || evaluator == null) {
        continue;
      }
      double loss = evaluator.meanLoss(data, IntStream.range(0, data.size()).toArray());
      double[][] predictions = fitted.restored(part.getValue(), fitted.predict(data, Cancellation.NEVER));
      losses(part.getKey()).add(epoch, loss);
      scores(part.getKey()).add(epoch, score(part.getValue(), predictions));
      last = new Predictions(epoch, part.getValue(), predictions);
    }
    latest = last;
  }

  /** The percentage of right classes, or the relative absolute error of numbers in percent. */
  static double score(Instances rows, double[][] predictions) {
    if (rows.classAttribute().isNominal()) {
      long right = IntStream.range(0, rows.size())
          .filter(i -> Utils.maxIndex(predictions[i]) == (int) rows.get(i).classValue()).count();
      return 100.0 * right / rows.size();
    }
    double mean = rows.stream().mapToDouble(r -> r.classValue()).average().orElse(0);
    double error = 0;
    double spread = 0;
    for (int i = 0; i < predictions.length; i++) {
      error += Math.abs(rows.get(i).classValue() - predictions[i][0]);
      spread += Math.abs(rows.get(i).classValue() - mean);
    }
    return spread == 0 ? Double.NaN : 100 * error / spread;
  }

  /** Rows of a part that are looked at; null if there are none. */
  public @Nullable Instances rows(Part part) {
    return rows.get(part);
  }

  /** All rows of a part, of which some are looked at; 0 if there are none. */
  public int total(Part part) {
    return totals.getOrDefault(part, 0);
  }

  /** The same rows as the network sees them. */
  public @Nullable Dataset encoded(Part part) {
    return encoded.get(part);
  }

  /** The mean loss by epoch; empty for a part without rows. */
  public Curve losses(Part part) {
    return Objects.requireNonNull(losses.get(part));
  }

  /** {@link #score}, by epoch; empty for a part without rows. */
  public Curve scores(Part part) {
    return Objects.requireNonNull(scores.get(part));
  }

  /** The test rows, or those of the last part that has any. */
  public Part shown() {
    return rows.containsKey(Part.TEST) ? Part.TEST : rows.containsKey(Part.VALIDATION) ? Part.VALIDATION
        : Part.TRAINING;
  }

  /** Of the test rows, or the last part that has any; null before the first measure. */
  public @Nullable Predictions latest() {
    return latest;
  }
}
