package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Backpropagation against finite differences: L = what the layer adds to the loss + sum of output times a random
 * number, summed in double over outputs in float32; central difference with h = 3e-3; the error |numeric - analytic| /
 * |numeric| is taken over each whole parameter, and over the whole input.
 */
class LayerGradientTest {
  private static final float H = 3e-3f;
  private static final double TOLERANCE = 1e-3;
  /** For layers that round more: the error of a difference is that of a value over h. */
  private static final double COARSE_TOLERANCE = 3e-3;

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
    Bench bench = new Bench(sample, Bench.WEIGHTS.length, Workspace.Mode.INSPECT);
    bench.workspace.batch(batchRows, 7);
    bench.weigh(Bench.WEIGHTS);
    bench.load(Bench.rows(Bench.WEIGHTS.length, bench.inputSize));
    bench.workspace.forward(true);
    for (int r = 0; r < Bench.WEIGHTS.length; r++) {
      for (int i = 0; i < bench.outputSize; i++) {
        bench.workspace.outputGradient().set(r, i, projection(bench, r, i));
      }
    }
    float[] gradient = new float[bench.network.values().length];
    bench.workspace.backward(gradient, true);
    float[] inputGradient = Bench.all(bench.workspace.gradient(0));

    float[] values = bench.network.values();
    for (Parameter p : bench.network.parameters()) {
      if (p.role() != Parameter.Role.STATE) {
        check(bench, tolerance, p.name(), p.size(), i -> new Place(values, p.offset() + i, gradient[p.offset() + i]));
      }
    }
    Tensor x = bench.workspace.input();
    int c = x.channels();
    check(bench, tolerance, "input", inputGradient.length, i -> {
      int row = i / bench.inputSize;
      int element = i % bench.inputSize;
      return new Place(x.plane(element / c), row * c + element % c, inputGradient[i]);
    });
  }

  private record Place(float[] array, int index, double analytic) {}

  private static void check(Bench bench, double tolerance, String what, int size, IntFunction<Place> places) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < size; i++) {
      Place place = places.apply(i);
      float before = place.array[place.index];
      float up = before + H;
      float down = before - H;
      place.array[place.index] = up;
      double above = loss(bench);
      place.array[place.index] = down;
      double below = loss(bench);
      place.array[place.index] = before;
      double numeric = (above - below) / ((double) up - down);
      difference += (numeric - place.analytic) * (numeric - place.analytic);
      length += numeric * numeric;
    }
    double error = Math.sqrt(difference / length);
    assertTrue(error < tolerance, () -> what + ": relative error of the gradient is " + error);
  }

  private static double loss(Bench bench) {
    bench.workspace.forward(true);
    double sum = bench.workspace.penalty();
    for (int r = 0; r < Bench.WEIGHTS.length; r++) {
      for (int i = 0; i < bench.outputSize; i++) {
        sum += (double) projection(bench, r, i) * bench.workspace.output().get(r, i);
      }
    }
    return sum;
  }

  private static float projection(Bench bench, int row, int i) {
    return Bench.WEIGHTS[row] * (2 * Rng.uniform(77, row * bench.outputSize + i) - 1);
  }
}
