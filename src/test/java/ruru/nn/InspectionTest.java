package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network as it predicts: the gradient by the input against finite differences, for every layer. */
class InspectionTest {
  private static final float H = 3e-3f;
  /** As {@link LayerGradientTest}, relative to the whole gradient. */
  private static final double TOLERANCE = 3e-3;
  /** Rounding of an output over h, where an output hardly depends on the input. */
  private static final double NOISE = 3e-4;
  /** The same for layers that round more. */
  private static final double COARSE_NOISE = 3e-3;

  static List<Sample> differentiable() {
    return Samples.layers().stream().filter(s -> s.obeys(Sample.Law.GRADIENT)).toList();
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void theGradientByTheInputIsThatOfThePrediction(Sample sample) {
    Network network = sample.network();
    Inspection inspection = new Inspection(network, new NaiveBlas());
    float[] row = NetworkRig.rows(1, network.inputShape().size())[0];
    int outputs = network.outputShape().size();
    for (int output = 0; output < outputs; output += Math.max(1, outputs - 1)) {
      inspection.input().writeRow(0, row, 0);
      inspection.forward();
      float[] gradient = inspection.gradient(output);
      double difference = 0;
      double length = 0;
      for (int i = 0; i < row.length; i++) {
        double numeric = (at(inspection, row, i, row[i] + H, output) - at(inspection, row, i, row[i] - H, output))
            / ((double) (row[i] + H) - (row[i] - H));
        difference += Math.pow(numeric - gradient[i], 2);
        length += numeric * numeric;
      }
      double error = Math.sqrt(difference);
      double limit = TOLERANCE * Math.sqrt(length)
          + (sample.obeys(Sample.Law.ROUNDING) ? NOISE : COARSE_NOISE);
      assertTrue(error < limit, () -> "the error of the gradient is " + error + ", at most " + limit);
    }
  }

  private static double at(Inspection inspection, float[] row, int index, float value, int output) {
    float[] changed = row.clone();
    changed[index] = value;
    inspection.input().writeRow(0, changed, 0);
    inspection.forward();
    return inspection.output().get(0, output);
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void outputsAreThoseOfAPrediction(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 1, Workspace.Mode.PREDICT);
    float[] row = NetworkRig.rows(1, rig.inputSize)[0];
    rig.load(row);
    rig.workspace.forward(false);
    Inspection inspection = new Inspection(rig.network, new NaiveBlas());
    inspection.input().writeRow(0, row, 0);
    inspection.forward();
    inspection.gradient(0);
    inspection.forward();
    for (int i = 0; i < rig.outputSize; i++) {
      assertEquals(rig.workspace.output().get(0, i), inspection.output().get(0, i), 1e-5f);
    }
  }
}
