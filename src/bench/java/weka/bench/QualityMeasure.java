package weka.bench;

import java.util.List;
import weka.classifiers.Evaluation;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;

/** What is measured by cross-validation, over the held-out rows of all folds together, each with its weight. */
enum QualityMeasure {
  ACCURACY("accuracy", true, true),
  /** Mean over the classes that occur of the share of their rows that is right, in percent. */
  BALANCED_ACCURACY("balanced_accuracy", true, true),
  /** Area under the ROC curve of each class against the others, weighted by the rows of the class. */
  AUC("auc", true, true),
  /** Mean of -ln p, p being the probability given to the true class, but at least 1e-15. */
  LOG_LOSS("log_loss", true, false),
  /** Mean of sum over the classes of (p - y)^2, from 0 to 2. Source: Brier 1950. */
  BRIER("brier", true, false),
  /** Weka's for a nominal class: sqrt(Brier / classes), so that it ranks schemes on a set as the Brier score does. */
  RMSE("rmse", true, false),
  /** Root relative squared error in percent: 100 is that of predicting the training mean. */
  RRSE("rrse", false, false),
  MAE("mae", false, false),
  CORRELATION("correlation", false, true),
  /** Relative absolute error in percent. */
  RAE("rae", false, false);

  private static final double LEAST_PROBABILITY = 1e-15;

  final String column;
  /** Whether it is a measure for a nominal class, or one for a number. */
  final boolean nominal;
  final boolean higherIsBetter;

  QualityMeasure(String column, boolean nominal, boolean higherIsBetter) {
    this.column = column;
    this.nominal = nominal;
    this.higherIsBetter = higherIsBetter;
  }

  double of(Evaluation e) throws Exception {
    return switch (this) {
      case ACCURACY -> e.pctCorrect();
      case BALANCED_ACCURACY -> balancedAccuracy(e);
      case AUC -> e.weightedAreaUnderROC();
      case LOG_LOSS -> logLoss(e.predictions());
      case BRIER -> brier(e.predictions());
      case RMSE -> e.rootMeanSquaredError();
      case RRSE -> e.rootRelativeSquaredError();
      case MAE -> e.meanAbsoluteError();
      case CORRELATION -> e.correlationCoefficient();
      case RAE -> e.relativeAbsoluteError();
    };
  }

  private static double balancedAccuracy(Evaluation e) {
    double sum = 0;
    int occurring = 0;
    double[][] counts = e.confusionMatrix();
    for (int c = 0; c < counts.length; c++) {
      double rows = 0;
      for (double n : counts[c]) {
        rows += n;
      }
      if (rows > 0) {
        sum += 100 * counts[c][c] / rows;
        occurring++;
      }
    }
    return sum / occurring;
  }

  static double logLoss(List<Prediction> predictions) {
    double sum = 0;
    double weights = 0;
    for (Prediction p : predictions) {
      double own = ((NominalPrediction) p).distribution()[(int) p.actual()];
      sum -= p.weight() * Math.log(Math.max(LEAST_PROBABILITY, own));
      weights += p.weight();
    }
    return sum / weights;
  }

  static double brier(List<Prediction> predictions) {
    double sum = 0;
    double weights = 0;
    for (Prediction p : predictions) {
      double[] shares = ((NominalPrediction) p).distribution();
      for (int c = 0; c < shares.length; c++) {
        double off = shares[c] - (c == (int) p.actual() ? 1 : 0);
        sum += p.weight() * off * off;
      }
      weights += p.weight();
    }
    return sum / weights;
  }
}
