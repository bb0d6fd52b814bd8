package weka.core.neural.curves;

import java.util.List;
import ruru.nn.Cancellation;
import weka.classifiers.Classifier;
import weka.core.BatchPredictor;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Measures the predictions of a trained classifier; each row counts by its weight. */
final class Scorer {
  /** The least probability in a log loss, so that a single mistake does not make it infinite. */
  private static final double LEAST = 1e-15;

  private final List<Quantity> quantities;
  /** Of a numeric class over the fold's training rows: a constant prediction. */
  private final double constant;

  /** @param training all training rows of the fold */
  Scorer(List<Quantity> quantities, Instances training) {
    this.quantities = quantities;
    double sum = 0;
    double weights = 0;
    for (Instance row : training) {
      sum += row.weight() * row.classValue();
      weights += row.weight();
    }
    constant = sum / weights;
  }

  /**
   * One value for each quantity.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  double[] score(Classifier classifier, Instances rows) throws Exception {
    double[][] predictions = predictions(classifier, rows);
    double[] scores = new double[quantities.size()];
    for (int q = 0; q < scores.length; q++) {
      scores[q] = score(quantities.get(q), rows, predictions);
    }
    return scores;
  }

  private static double[][] predictions(Classifier classifier, Instances rows) throws Exception {
    if (classifier instanceof BatchPredictor batches && batches.implementsMoreEfficientBatchPrediction()) {
      return batches.distributionsForInstances(rows);
    }
    double[][] predictions = new double[rows.size()][];
    for (int i = 0; i < predictions.length; i++) {
      Cancellation.checkCallingThread();
      predictions[i] = classifier.distributionForInstance(rows.get(i));
    }
    return predictions;
  }

  private double score(Quantity quantity, Instances rows, double[][] predictions) {
    double sum = 0;
    double weights = 0;
    double spread = 0;
    for (int i = 0; i < predictions.length; i++) {
      Instance row = rows.get(i);
      double w = row.weight();
      double actual = row.classValue();
      sum += w * switch (quantity) {
        case CORRECT -> Utils.sum(predictions[i]) > 0 && Utils.maxIndex(predictions[i]) == (int) actual ? 100 : 0;
        case LOG_LOSS -> -Math.log(Math.max(LEAST, predictions[i][(int) actual]));
        case RELATIVE_ERROR -> 100 * Math.abs(actual - predictions[i][0]);
        case RMSE -> (actual - predictions[i][0]) * (actual - predictions[i][0]);
      };
      weights += w;
      spread += w * Math.abs(actual - constant);
    }
    return switch (quantity) {
      case CORRECT, LOG_LOSS -> sum / weights;
      case RELATIVE_ERROR -> spread == 0 ? Double.NaN : sum / spread;
      case RMSE -> Math.sqrt(sum / weights);
    };
  }
}
