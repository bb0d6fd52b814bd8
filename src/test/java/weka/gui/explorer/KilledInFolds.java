package weka.gui.explorer;

import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;

/** Ends the thread as a kill between two trainings does, when a fold of the iris is to be trained. */
public class KilledInFolds extends NeuralNet {
  private static final long serialVersionUID = 1;
  private static final int IRIS = 150;

  @Override
  public void buildClassifier(Instances data) throws Exception {
    if (data.numInstances() < IRIS) {
      throw new Error("killed outside of a training, as this test wants it");
    }
    super.buildClassifier(data);
  }
}
