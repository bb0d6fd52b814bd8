package ruru.nn;

import java.util.Arrays;
import ruru.blas.Blas;

/**
 * One row through a network as it predicts: the output of each layer, and the derivative of one of the network's
 * outputs with respect to its inputs. For one thread at a time; it sees the network's parameters as they are.
 */
public final class Inspection {
  private final Network network;
  private final Workspace workspace;
  private final float[] unused;

  /** @throws NotEnoughMemoryException if all outputs of a row and their gradients are too many */
  public Inspection(Network network, Blas blas) {
    this.network = network;
    workspace = new Workspace(network, 1, Workspace.Mode.INSPECT, blas);
    unused = new float[network.values().length];
  }

  /** The row, to be filled before {@link #forward}. */
  public Tensor input() {
    return workspace.input();
  }

  /** Computes all outputs. */
  public void forward() {
    workspace.forward(false);
  }

  /** The output of a node. */
  public Tensor output(int node) {
    return workspace.output(node);
  }

  /** The logits. */
  public Tensor output() {
    return workspace.output();
  }

  /**
   * After a forward: dy[output] / dx, in the shape of the input. Penalties that layers add to the loss are no part of
   * it, since they are none of the output.
   */
  public float[] gradient(int output) {
    Arrays.fill(workspace.weights(), 0);
    workspace.outputGradient().fill(0);
    workspace.outputGradient().set(0, output, 1);
    workspace.backward(unused, true);
    float[] gradient = new float[network.inputShape().size()];
    Tensor by = workspace.gradient(0);
    if (by != null) {
      by.readRow(0, gradient, 0);
    }
    return gradient;
  }
}
