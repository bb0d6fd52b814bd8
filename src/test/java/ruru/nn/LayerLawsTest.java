package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every layer, whatever it computes. */
class LayerLawsTest {
  static List<Sample> samples() {
    return Samples.layers();
  }

  static List<Sample> samplesWithTwice() {
    return Samples.layers().stream().filter(s -> s.obeys(Sample.Law.TWICE)).toList();
  }

  @Test
  void everyLayerHasSamplesInWhichItIsANode() {
    Set<String> missing = new TreeSet<>();
    Records.in("ruru.nn.layers", Layer.class).forEach(c -> missing.add(c.getSimpleName()));
    assertTrue(missing.contains("Dense"), "the listing of the layers does not work: " + missing);
    for (Sample s : Samples.layers()) {
      assertFalse(s.nodes(s.network()).isEmpty(), () -> s + " is a sample of " + s.layer() + ", which is not in it");
      missing.remove(s.layer().getSimpleName());
    }
    assertTrue(missing.isEmpty(), () -> "layers without a sample; add them to Samples: " + missing);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void predictionOfABatchIsThatOfItsRows(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 4, Workspace.Mode.PREDICT);
    float[][] rows = NetworkRig.rows(4, rig.inputSize);
    rig.load(rows);
    rig.workspace.forward(false);
    float[] batch = rig.outputs();
    for (int r = 0; r < rows.length; r++) {
      rig.load(rows[r]);
      rig.workspace.forward(false);
      Closeness.assertClose(Arrays.copyOfRange(batch, r * rig.outputSize, (r + 1) * rig.outputSize),
          rig.outputs(), 1e-5, "row " + r);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void predictingChangesNothing(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 4, Workspace.Mode.TRAIN);
    float[][] rows = NetworkRig.rows(4, rig.inputSize);
    float[] values = rig.network.values().clone();
    float[] gradient = rig.gradient(rows);
    rig.load(rows[2], rows[1]);
    rig.workspace.forward(false);
    float[] prediction = rig.outputs();
    Closeness.assertSameBits(values, rig.network.values(), "parameters");
    Closeness.assertSameBits(gradient, rig.gradient(rows), "gradient after a prediction");
    rig.load(rows[2], rows[1]);
    rig.workspace.forward(false);
    Closeness.assertSameBits(prediction, rig.outputs(), "prediction after training");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rowsNotInUseAreNeitherReadNorWritten(Sample sample) {
    float[][] rows = NetworkRig.rows(6, 1 + sample.input().size());
    NetworkRig exact = new NetworkRig(sample, 3, Workspace.Mode.INSPECT);
    NetworkRig larger = new NetworkRig(sample, 6, Workspace.Mode.INSPECT);
    int nodes = larger.network.nodes().size();
    larger.workspace.setRows(6);
    for (int k = 0; k < nodes; k++) {
      larger.workspace.output(k).fill(Float.NaN);
      larger.workspace.gradient(k).fill(Float.NaN);
    }
    Arrays.fill(larger.workspace.weights(), 3, 6, Float.NaN);
    float[] expected = exact.gradient(Arrays.copyOf(rows, 3));
    float[] actual = larger.gradient(Arrays.copyOf(rows, 3));
    Closeness.assertSameBits(expected, actual, "gradient");
    Closeness.assertSameBits(exact.outputs(), larger.outputs(), "output");
    larger.workspace.setRows(6);
    for (int k = 0; k < nodes; k++) {
      for (int r = 3; r < 6; r++) {
        for (float v : NetworkRig.row(larger.workspace.output(k), r)) {
          assertTrue(Float.isNaN(v), "a row beyond those in use was written");
        }
        for (float v : NetworkRig.row(larger.workspace.gradient(k), r)) {
          assertTrue(Float.isNaN(v), "the gradient of a row beyond those in use was written");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void weightZeroIsAbsent(Sample sample) {
    NetworkRig with = new NetworkRig(sample, 4, Workspace.Mode.INSPECT);
    float[][] rows = NetworkRig.rows(4, with.inputSize);
    Arrays.fill(rows[3], 1000);
    with.weigh(1, 2, 0.5f, 0);
    NetworkRig without = new NetworkRig(sample, 4, Workspace.Mode.INSPECT);
    without.weigh(1, 2, 0.5f);
    float[] expected = without.gradient(Arrays.copyOf(rows, 3));
    Closeness.assertClose(expected, with.gradient(rows), 1e-5, "gradient");
    float[] inputs = NetworkRig.all(with.workspace.gradient(0));
    Closeness.assertClose(NetworkRig.all(without.workspace.gradient(0)), Arrays.copyOf(inputs, 3 * with.inputSize),
        1e-5,
        "gradient by the input");
  }

  @ParameterizedTest
  @MethodSource("samplesWithTwice")
  void weightTwoIsTwice(Sample sample) {
    NetworkRig weighted = new NetworkRig(sample, 4, Workspace.Mode.TRAIN);
    NetworkRig repeated = new NetworkRig(sample, 4, Workspace.Mode.TRAIN);
    float[][] rows = NetworkRig.rows(3, weighted.inputSize);
    weighted.weigh(1, 2, 1);
    Closeness.assertClose(repeated.gradient(rows[0], rows[1], rows[1], rows[2]), weighted.gradient(rows), 1e-5,
        "gradient");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noWeightAtAllIsNoGradient(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 3, Workspace.Mode.TRAIN);
    rig.weigh(0, 0, 0);
    for (float g : rig.gradient(NetworkRig.rows(3, rig.inputSize))) {
      assertEquals(0, g, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void gradientsAddUp(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 3, Workspace.Mode.TRAIN);
    float[][] rows = NetworkRig.rows(5, rig.inputSize);
    float[] sum = rig.gradient(rows[0], rows[1], rows[2]);
    float[] second = rig.gradient(rows[3], rows[4]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += second[i];
    }
    float[] added = new float[sum.length];
    Arrays.fill(added, Float.NaN);
    rig.gradient(added, true, rows[0], rows[1], rows[2]);
    rig.gradient(added, false, rows[3], rows[4]);
    Closeness.assertClose(sum, added, 1e-6, "gradient of two chunks");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void cuttingTheBatchChangesNothing(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 5, Workspace.Mode.TRAIN);
    float[][] rows = NetworkRig.rows(5, rig.inputSize);
    rig.weigh(NetworkRig.WEIGHTS);
    float[] whole = rig.gradient(rows);
    for (int cut = 1; cut < 5; cut++) {
      Closeness.assertClose(whole, cutGradient(sample, rows, cut), 1e-5, "gradient of two shards, cut at " + cut);
    }
  }

  /** The gradient of a batch that is in two workspaces, run segment by segment. */
  private static float[] cutGradient(Sample sample, float[][] rows, int cut) {
    NetworkRig[] benches =
        {new NetworkRig(sample, 5, Workspace.Mode.TRAIN), new NetworkRig(sample, 5, Workspace.Mode.TRAIN)};
    Workspace[] parts = {benches[0].workspace, benches[1].workspace};
    int[] ends = {0, cut, rows.length};
    for (int b = 0; b < 2; b++) {
      benches[b].load(Arrays.copyOfRange(rows, ends[b], ends[b + 1]));
      benches[b].weigh(Arrays.copyOfRange(NetworkRig.WEIGHTS, ends[b], ends[b + 1]));
      parts[b].position(11, 3, ends[b]);
    }
    int last = parts[0].segments() - 1;
    float[] gradient = new float[benches[0].network.values().length];
    Object[] memory = new Object[2];
    for (int s = 0; s <= last; s++) {
      parts[0].forward(true, s, Cancellation.NEVER);
      parts[1].forward(true, s, Cancellation.NEVER);
      if (s < last) {
        Workspace.merge(parts, 2, s, memory);
      }
    }
    benches[0].setOutputGradient();
    benches[1].setOutputGradient();
    for (int s = last; s >= 0; s--) {
      parts[0].backward(gradient, true, s, Cancellation.NEVER);
      parts[1].backward(gradient, false, s, Cancellation.NEVER);
      if (s > 0) {
        Workspace.mergeBackward(parts, 2, s, memory);
      }
    }
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void runningInPlaceChangesNothing(Sample sample) {
    NetworkRig kept = new NetworkRig(sample, 4, Workspace.Mode.INSPECT);
    NetworkRig inPlace = new NetworkRig(sample, 4, Workspace.Mode.TRAIN);
    NetworkRig predicting = new NetworkRig(sample, 4, Workspace.Mode.PREDICT);
    float[][] rows = NetworkRig.rows(4, kept.inputSize);
    Closeness.assertSameBits(kept.gradient(rows), inPlace.gradient(rows), "gradient");
    Closeness.assertSameBits(kept.outputs(), inPlace.outputs(), "output");
    kept.workspace.forward(false);
    predicting.load(rows);
    predicting.workspace.forward(false);
    Closeness.assertSameBits(kept.outputs(), predicting.outputs(), "prediction");
  }

  /** So that the law above is about something. */
  @Test
  void whatCanRunInPlaceDoesSoInASample() {
    Set<String> able = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (Sample sample : Samples.layers()) {
      NetworkRig rig = new NetworkRig(sample, 2, Workspace.Mode.TRAIN);
      for (int k : sample.nodes(rig.network)) {
        Network.Node node = rig.network.nodes().get(k);
        if (node.op().inPlace()) {
          able.add(sample.layer().getSimpleName());
          if (rig.workspace.output(k) == rig.workspace.output(node.inputs()[0])) {
            seen.add(sample.layer().getSimpleName());
          }
        }
      }
    }
    assertTrue(able.contains("Relu"), "nothing runs in place: " + able);
    assertEquals(able, seen,
        "layers that can run in place, and those that do in a sample");
  }
}
