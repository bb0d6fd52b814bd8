package weka.core.neural.compare;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import weka.classifiers.trees.DecisionStump;
import weka.core.AdditionalMeasureProducer;
import weka.core.neural.report.TrainingCurve;

/** A quick scheme that has learning curves, and measures of which one is not defined. */
public class CurvedStump extends DecisionStump implements TrainingCurve, AdditionalMeasureProducer {

  private static final long serialVersionUID = 1L;

  @Override
  public List<String> curveNames() {
    return List.of("training loss", "validation loss", "learning rate");
  }

  @Override
  public double[] curve(String name) {
    return name.equals("learning rate") ? new double[] {0.1, 0.05, 0.025} : new double[] {1, Double.NaN, 0.5};
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(List.of("measureBestEpoch", "measureValidationLoss", "measureTrainingLoss"));
  }

  @Override
  public double getMeasure(String name) {
    return switch (name) {
      case "measureBestEpoch" -> 3;
      case "measureTrainingLoss" -> 0.125;
      default -> Double.NaN;
    };
  }
}
