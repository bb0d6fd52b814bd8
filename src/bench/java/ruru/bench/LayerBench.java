package ruru.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

/**
 * One layer forward and backward (gradients by the parameters and by the input, which the first layer of a network is
 * spared), one thread, batches as training cuts them: steps a second, and beside them GFLOP/s, counted as for the plain
 * definition of the layer, and GB/s of activations and their gradients read and written.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LayerBench {
  @Param({"64x: 784: dense 256", "64x: 256: dense 128", "64x: 256: relu", "256x: 256: relu", "64x: 256: sigmoid",
      "256x: 256: sigmoid", "64x: 256: tanh", "256x: 256: tanh", "64x: 256: gelu", "256x: 256: gelu",
      "64x: 10: softmax", "64x: 256: softmax",
      "64x: 256: batchnorm", "256x: 256: batchnorm", "64x: 256: layernorm", "256x: 256: layernorm",
      "64x: 256: dropout 0.2",
      "256x: 256: dropout 0.2", "32x: 28x28x1: conv 32 3x3", "32x: 14x14x32: conv 64 3x3", "32x: 16x16x64: conv 64 3x3",
      "32x: 28x28x32: maxpool 2", "32x: 14x14x64: maxpool 2", "32x: 28x28x32: relu", "32x: 14x14x64: relu",
      "32x: 28x28x32: batchnorm", "32x: 14x14x64: batchnorm",
      "32x: 50x16: lstm 64", "32x: 50x16: gru 64", "32x: 50x16: rnn 64"})
  public String layer;

  private Network network;
  private Workspace workspace;
  private float[] gradient;
  private int rows;

  /** What one call did, by 1e-9, so that a second's sum is in GFLOP/s and GB/s. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    public double gigaFlop;
    public double gigaByte;

    @Setup(Level.Iteration)
    public void clear() {
      gigaFlop = 0;
      gigaByte = 0;
    }
  }

  /** "64x: 784: dense 256" is 64 rows of shape 784 through that layer. */
  @Setup
  public void plan() {
    String[] parts = layer.split("x?: ");
    rows = Integer.parseInt(parts[0]);
    network = new Network(Shape.parse(parts[1]), 1, NetworkText.parse(parts[2]));
    network.initialise(1);
    workspace = new Workspace(network, rows, Workspace.Mode.INSPECT, BlasProvider.get());
    gradient = new float[network.values().length];
    fill(workspace.input());
    java.util.Arrays.fill(workspace.weights(), 1);
    workspace.forward(true);
    fill(workspace.outputGradient());
  }

  private static void fill(Tensor tensor) {
    SplittableRandom random = new SplittableRandom(1);
    for (int p = 0; p < tensor.positions(); p++) {
      for (int i = 0; i < tensor.planeSize(); i++) {
        tensor.plane(p)[i] = (float) random.nextDouble(-1, 1);
      }
    }
  }

  @Benchmark
  public void forward(Work work) {
    workspace.forward(true);
    work.gigaFlop += flops() / 1e9;
    work.gigaByte += 4.0 * rows * (network.inputShape().size() + network.outputShape().size()) / 1e9;
  }

  @Benchmark
  public void backward(Work work) {
    workspace.backward(gradient, true);
    work.gigaFlop += 2 * flops() / 1e9;
    work.gigaByte += 4.0 * rows * (network.inputShape().size() + 2 * network.outputShape().size()) / 1e9;
  }

  /** Of the products with weights alone. */
  private double flops() {
    double sum = 0;
    List<Network.Node> nodes = network.nodes();
    for (Network.Node node : nodes) {
      for (Parameter p : node.parameters()) {
        boolean product = p.role() == Parameter.Role.WEIGHT && p.shape().rank() > 1;
        sum += product ? 2.0 * p.size() * node.shape().positions() * rows : 0;
      }
    }
    return sum;
  }
}
