package weka.core.neural.compare;

import java.util.List;
import weka.classifiers.trees.DecisionStump;
import weka.core.neural.TrainingCurve;

/** A quick scheme that has learning curves. */
public class CurvedStump extends DecisionStump implements TrainingCurve {

  private static final long serialVersionUID = 1L;

  @Override
  public List<String> curveNames() {
    return List.of("training loss", "validation loss", "learning rate");
  }

  @Override
  public double[] curve(String name) {
    return name.equals("learning rate") ? new double[] {0.1, 0.05, 0.025} : new double[] {1, Double.NaN, 0.5};
  }
}
