package ruru.nn.health;

import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.nn.BatchOp;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.train.Dataset;

/**
 * One row, of weight 1, forward and backward through a network: every number that the engine computes on the way.
 * Weight decay is not in it, since that is added to the gradient of a whole batch.
 *
 * @param outputs  of each node, in the order of {@link Network#nodes}; the last are the logits
 * @param deltas   for each node the gradient of the loss with respect to its outputs
 * @param gradient of the loss with respect to each parameter, in the layout of {@link Network#values}
 * @param loss     of the row, penalties included
 * @param target   of the row
 */
public record Backpropagation(float[][] outputs, float[][] deltas, float[] gradient, double loss, float[] target) {
  /**
   * Runs the engine on a copy of the network, so any thread may call it while the network is trained.
   *
   * @param weights all parameters
   * @param row     of the data
   * @throws IllegalArgumentException if a layer needs more than one row
   */
  public static Backpropagation of(Network network, float[] weights, Loss loss, Dataset data, int row, Blas blas) {
    String obstacle = obstacle(network);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle);
    }
    Network copy = new Network(network.inputShape(), network.outputs(), network.steps());
    System.arraycopy(weights, 0, copy.values(), 0, weights.length);
    Workspace workspace = new Workspace(copy, 1, Workspace.Mode.INSPECT, blas);
    Tensor target = new Tensor(data.targetShape(), 1);
    data.read(new int[] {row}, 0, 1, workspace.input(), target);
    workspace.weights()[0] = 1;
    workspace.position(0, 1, 0);
    workspace.forward(true);
    double value = loss.gradient(workspace.output(), target, workspace.weights(), workspace.outputGradient());
    float[] gradient = new float[weights.length];
    workspace.backward(gradient, true);
    int nodes = copy.nodes().size();
    float[][] outputs = new float[nodes][];
    float[][] deltas = new float[nodes][];
    for (int k = 0; k < nodes; k++) {
      outputs[k] = numbers(workspace.output(k));
      Tensor delta = workspace.gradient(k);
      deltas[k] = delta == null ? new float[outputs[k].length] : numbers(delta);
    }
    return new Backpropagation(outputs, deltas, gradient, value + workspace.penalty(), numbers(target));
  }

  /** Why one row alone cannot be sent through a network; null if it can. */
  public static @Nullable String obstacle(Network network) {
    return network.nodes().stream().filter(n -> n.op() instanceof BatchOp).findFirst()
        .map(n -> n.name() + " takes means over the rows of a batch, so there is no backpropagation of one row alone; "
            + "leave it out")
        .orElse(null);
  }

  private static float[] numbers(Tensor tensor) {
    float[] numbers = new float[tensor.shape().size()];
    tensor.readRow(0, numbers, 0);
    return numbers;
  }
}
