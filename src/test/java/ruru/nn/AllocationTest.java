package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.text.NetworkText;

/** Running a network, forward and backward, a loss, and a step allocate nothing once the workspace is there. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static List<Sample> layers() {
    return Samples.layers();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void layersAllocateNothing(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 4, Workspace.Mode.TRAIN);
    rig.load(NetworkRig.rows(4, rig.inputSize));
    rig.workspace.outputGradient().fill(0.5f);
    float[] gradient = new float[rig.network.values().length];
    assertAllocatesNothing(() -> {
      rig.workspace.forward(true);
      rig.workspace.backward(gradient, true);
      rig.workspace.forward(false);
    });
  }

  static List<Sample> ofSeries() {
    return RaggedLawsTest.samples();
  }

  @ParameterizedTest
  @MethodSource("ofSeries")
  void seriesThatDifferInLengthAllocateNothing(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 3, Workspace.Mode.TRAIN);
    int most = sample.input().dim(0);
    rig.load(new int[] {most, (most + 1) / 2, 1}, 0, NetworkRig.rows(3, rig.inputSize));
    float[] gradient = new float[rig.network.values().length];
    assertAllocatesNothing(() -> {
      rig.workspace.forward(true);
      rig.workspace.backward(gradient, true);
      rig.workspace.forward(false);
    });
  }

  @Test
  void aConvolutionAndItsMaximaAtOnceAllocateNothing() {
    Network network = new Network(Shape.of(6, 6, 1), 2, NetworkText.parse("conv 3 relu, maxpool 2, output"));
    Workspace w = new Workspace(network, 2, Workspace.Mode.TRAIN, new NaiveBlas());
    float[] gradient = new float[network.values().length];
    assertAllocatesNothing(() -> {
      w.forward(true);
      w.backward(gradient, true);
    });
  }

  private static long bytesToPredict(String layers) {
    Network network = new Network(Shape.of(50), 50, NetworkText.parse(layers));
    long before = THREADS.getCurrentThreadAllocatedBytes();
    new Workspace(network, 1000, Workspace.Mode.PREDICT, new NaiveBlas()).forward(false);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void predictionKeepsNoMask() {
    long before = bytesToPredict("tanh");
    long with = bytesToPredict("tanh, dropout 0.5, dropout 0.5");
    long plain = bytesToPredict("tanh");
    assertTrue(Math.min(before, plain) > 200_000, plain + " bytes");
    assertTrue(with < plain + 100_000, with + " bytes with dropout, " + plain + " without");
  }

  static List<LossSample> losses() {
    return Samples.losses();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void lossesAllocateNothing(LossSample s) {
    Tensor out = s.outputs(3);
    Tensor target = s.targets(out);
    Tensor d = new Tensor(s.shape(), 3);
    Tensor prediction = s.classes() > 0 ? new Tensor(Shape.of(s.classes()), 3) : new Tensor(s.shape(), 3);
    float[] weights = {1, 2, 0};
    assertAllocatesNothing(() -> {
      s.loss().value(out, target, weights);
      s.loss().gradient(out, target, weights, d);
      s.loss().predict(out, s.task(), prediction);
    });
  }

  static List<StepOptimizer> optimizers() {
    return Samples.optimizers().stream().filter(StepOptimizer.class::isInstance).map(StepOptimizer.class::cast)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void stepsAllocateNothing(StepOptimizer optimizer) {
    float[] values = new float[9];
    float[] gradient = NetworkRig.rows(1, 9)[0];
    float[][] slot = new float[optimizer.slots()][9];
    assertAllocatesNothing(() -> optimizer.step(3, 0.1f, 0, 9, values, gradient, slot));
  }

  /** The least of some rounds, because the first ones load classes. */
  private static void assertAllocatesNothing(Runnable run) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 6 && least > 0; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 5; i++) {
        run.run();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes allocated in five runs");
  }
}
