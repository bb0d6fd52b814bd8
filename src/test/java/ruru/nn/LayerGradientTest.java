package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Backpropagation against finite differences: L = what the layer adds to the loss + sum of output times a random
 * number, summed in double over outputs in float32; central difference with h = 3e-3; the error |numeric - analytic| /
 * |numeric| is taken over each whole parameter, and over the whole input.
 */
class LayerGradientTest {
  private static final float H = 3e-3f;
  static final double TOLERANCE = 1e-3;
  /** For layers that round more: the error of a difference is that of a value over h. */
  static final double COARSE_TOLERANCE = 3e-3;

  static List<Sample> differentiable() {
    return Samples.layers().stream().filter(s -> s.obeys(Sample.Law.GRADIENT)).toList();
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void backwardIsTheDerivativeOfForward(Sample sample) {
    assertDerivative(sample, Double.POSITIVE_INFINITY,
        sample.obeys(Sample.Law.ROUNDING) ? TOLERANCE : COARSE_TOLERANCE);
  }

  static List<Sample> ofBatches() {
    return differentiable().stream().filter(s -> s.network().nodes().stream().anyMatch(n -> n.op() instanceof BatchOp))
        .toList();
  }

  /** What stands in for the rows that the batch lacks is constant. */
  @ParameterizedTest
  @MethodSource("ofBatches")
  void soItIsInABatchOfFewRows(Sample sample) {
    assertDerivative(sample, 3, COARSE_TOLERANCE);
    assertDerivative(sample, 1, COARSE_TOLERANCE);
  }

  private static void assertDerivative(Sample sample, double batchRows, double tolerance) {
    assertDerivative(sample, batchRows, tolerance, null);
  }

  /** @param lengths of the rows; null if they are full */
  static void assertDerivative(Sample sample, double batchRows, double tolerance, int @Nullable [] lengths) {
    NetworkRig rig = new NetworkRig(sample, NetworkRig.WEIGHTS.length, Workspace.Mode.INSPECT);
    rig.workspace.batch(batchRows, 7);
    rig.weigh(NetworkRig.WEIGHTS);
    float[][] rows = NetworkRig.rows(NetworkRig.WEIGHTS.length, rig.inputSize);
    if (lengths == null) {
      rig.load(rows);
    } else {
      rig.load(lengths, 0, rows);
    }
    rig.workspace.forward(true);
    for (int r = 0; r < NetworkRig.WEIGHTS.length; r++) {
      for (int i = 0; i < rig.outputSize; i++) {
        rig.workspace.outputGradient().set(r, i, projection(rig, r, i));
      }
    }
    float[] gradient = new float[rig.network.values().length];
    rig.workspace.backward(gradient, true);
    float[] inputGradient = NetworkRig.all(rig.workspace.gradient(0));

    float[] values = rig.network.values();
    for (Parameter p : rig.network.parameters()) {
      if (p.role() != Parameter.Role.STATE) {
        check(rig, sample, tolerance, p.name(), p.size(),
            i -> new Place(values, p.offset() + i, gradient[p.offset() + i]));
      }
    }
    Tensor x = rig.workspace.input();
    int c = x.channels();
    check(rig, sample, tolerance, "input", inputGradient.length, i -> {
      int row = i / rig.inputSize;
      int element = i % rig.inputSize;
      return new Place(x.plane(element / c), row * c + element % c, inputGradient[i]);
    });
  }

  private record Place(float[] array, int index, double analytic) {}

  private static void check(NetworkRig rig, Sample sample, double tolerance, String what, int size,
      IntFunction<Place> places) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < size; i++) {
      Place place = places.apply(i);
      float before = place.array[place.index];
      float up = before + H;
      float down = before - H;
      place.array[place.index] = up;
      double above = loss(rig);
      place.array[place.index] = down;
      double below = loss(rig);
      place.array[place.index] = before;
      double numeric = (above - below) / ((double) up - down);
      difference += (numeric - place.analytic) * (numeric - place.analytic);
      length += numeric * numeric;
    }
    boolean unused = difference == 0 && length == 0 && !sample.obeys(Sample.Law.USED);
    double error = unused ? 0 : Math.sqrt(difference / length);
    assertTrue(error < tolerance, () -> what + ": relative error of the gradient is " + error);
  }

  private static double loss(NetworkRig rig) {
    rig.workspace.forward(true);
    double sum = rig.workspace.penalty();
    for (int r = 0; r < NetworkRig.WEIGHTS.length; r++) {
      for (int i = 0; i < rig.outputSize; i++) {
        sum += (double) projection(rig, r, i) * rig.workspace.output().get(r, i);
      }
    }
    return sum;
  }

  private static float projection(NetworkRig rig, int row, int i) {
    return NetworkRig.WEIGHTS[row] * (2 * Rng.uniform(77, row * rig.outputSize + i) - 1);
  }
}
