package weka.core.neural.lab;

import java.util.Arrays;
import ruru.blas.BlasProvider;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.train.Dataset;
import weka.core.Instances;
import weka.core.neural.training.FittedNetwork;
import weka.core.neural.training.NeuralModel;

/**
 * The outputs of a network and of all its neurons over a {@link Plane}, for any weights: a copy of the network computes
 * them, never the one in training. For one thread at a time.
 */
public final class Surface {
  private final FittedNetwork fitted;
  private final Network network;
  private final Loss loss;
  private final int points;
  private final Workspace workspace;
  private final Tensor prediction;
  private final int classes;

  /** @param fitted of whose networks the first is shown */
  public Surface(FittedNetwork fitted, Plane plane) {
    this(fitted, plane.rows());
  }

  /** @param rows the points, with the attributes that the network was given */
  public Surface(FittedNetwork fitted, Instances rows) {
    this.fitted = fitted;
    NeuralModel model = fitted.models().get(0);
    Network original = model.network();
    loss = model.loss();
    network = new Network(original.inputShape(), original.outputs(), original.steps());
    points = rows.numInstances();
    workspace = new Workspace(network, points, Workspace.Mode.INSPECT, BlasProvider.get());
    Dataset encoded = fitted.encoded(rows);
    int[] all = new int[points];
    Arrays.setAll(all, i -> i);
    encoded.read(all, 0, points, workspace.input(), null);
    classes = fitted.predictsNumber() ? 0 : rows.numClasses();
    prediction = new Tensor(classes > 0 ? Shape.of(classes) : network.outputShape(), points);
  }

  /**
   * Computes all outputs anew.
   *
   * @param weights of the network, in the order of its parameters
   */
  public void compute(float[] weights) {
    System.arraycopy(weights, 0, network.values(), 0, weights.length);
    workspace.forward(false);
    loss.predict(workspace.output(), classes > 0 ? Loss.Task.CLASSES : Loss.Task.NUMBERS, prediction);
  }

  /** What is predicted at a point: a probability for each class, or one number. */
  public double[] predicted(int point) {
    float[] row = new float[prediction.shape().size()];
    prediction.readRow(point, row, 0);
    return fitted.decoded(row);
  }

  /** The output of a neuron at a point. */
  public float output(int node, int unit, int point) {
    return workspace.output(node).get(point, unit);
  }

  /** The network that was computed; its parameters are the weights that were given. */
  public Network network() {
    return network;
  }

  /** Points of the plane. */
  public int points() {
    return points;
  }
}
