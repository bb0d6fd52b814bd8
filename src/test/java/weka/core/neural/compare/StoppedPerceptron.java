package weka.core.neural.compare;

import weka.classifiers.functions.VotedPerceptron;
import weka.core.Instances;

/** Depends on the order of its training rows, counts its trainings, and ends the comparison at one of them. */
public class StoppedPerceptron extends VotedPerceptron {

  private static final long serialVersionUID = 1L;

  static int trainings;
  static int stopAt;

  static void reset(int stop) {
    trainings = 0;
    stopAt = stop;
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    trainings++;
    if (trainings == stopAt) {
      throw new AssertionError("stopped");
    }
    super.buildClassifier(data);
  }
}
