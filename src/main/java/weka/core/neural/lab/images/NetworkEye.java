package weka.core.neural.lab.images;

import ruru.blas.BlasProvider;
import ruru.nn.Inspection;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * Sends single rows through a copy of a network, with whatever weights are given: the network in training is neither
 * read nor changed. For one thread at a time.
 */
public final class NetworkEye {
  private final Network network;
  private final Inspection inspection;

  /**
   * @param original its parameters are not used
   * @throws ruru.nn.NotEnoughMemoryException if all outputs of a row do not fit into memory
   */
  public NetworkEye(Network original) {
    network = new Network(original.inputShape(), original.outputs(), original.steps());
    inspection = new Inspection(network, BlasProvider.get());
  }

  /** The network that is looked at. */
  public Network network() {
    return network;
  }

  /** @param weights all parameters */
  public void setWeights(float[] weights) {
    System.arraycopy(weights, 0, network.values(), 0, weights.length);
  }

  /** Runs a row; what was computed before is overwritten. */
  public void look(LookedAtRows rows, int row) {
    rows.data().read(new int[] {row}, 0, 1, inspection.input(), null);
    inspection.forward();
  }

  /** The output of a node for the row. */
  public Tensor output(int node) {
    return inspection.output(node);
  }

  /** The row as the network sees it. */
  public FloatImage image() {
    float[] values = new float[network.inputShape().size()];
    inspection.input().readRow(0, values, 0);
    return FloatImage.of(network.inputShape(), values);
  }

  /**
   * What is predicted of the row: a probability for each class, or one number.
   *
   * @param classes 0 for a number
   */
  public double[] predicted(LookedAtRows rows, int classes) {
    // With several targets the classes are some of the outputs.
    boolean alone = classes > 0 && rows.loss().fits(Loss.Task.CLASSES);
    Tensor prediction = new Tensor(alone ? Shape.of(classes) : network.outputShape(), 1);
    rows.loss().predict(inspection.output(), alone ? Loss.Task.CLASSES : Loss.Task.NUMBERS, prediction);
    float[] row = new float[prediction.shape().size()];
    prediction.readRow(0, row, 0);
    if (rows.fitted() != null) {
      return rows.fitted().decoded(row);
    }
    double[] wide = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }

  /** The output as an image of the input's shape: what an autoencoder makes of the row. */
  public FloatImage reconstruction(LookedAtRows rows) {
    Tensor prediction = new Tensor(network.outputShape(), 1);
    rows.loss().predict(inspection.output(), Loss.Task.NUMBERS, prediction);
    float[] values = new float[network.outputShape().size()];
    prediction.readRow(0, values, 0);
    return FloatImage.of(network.inputShape(), values);
  }

  /**
   * The derivative of a class's score, or of the number, with respect to each input. Where two classes share one
   * output, that is the score of the second, and its negative that of the first.
   *
   * @param label   the class; 0 for a number
   * @param classes 0 for a number
   */
  public FloatImage gradient(int label, int classes) {
    int outputs = network.outputShape().size();
    float[] gradient = inspection.gradient(Math.min(label, outputs - 1));
    if (outputs == 1 && classes == 2 && label == 0) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = -gradient[i];
      }
    }
    return FloatImage.of(network.inputShape(), gradient);
  }
}
