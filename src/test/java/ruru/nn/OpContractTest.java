package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fine print of {@link Op#backward}, tried on each op by itself: it puts (overwrites what is fresh, adds to what is
 * not), it can do without gradients that nobody needs, and it reads neither input nor output unless it says so.
 */
class OpContractTest {
  private static final int ROWS = 4;
  /** What stands in a gradient that is not fresh. */
  private static final float OLD = 0.75f;

  static List<Sample> samples() {
    return Samples.layers();
  }

  /** One op with its tensors, after a forward in training mode. */
  private static final class Rig {
    final Network network;
    final int k;
    final Network.Node node;
    final Op op;
    final Pass pass = new Pass(new NaiveBlas(), ROWS);
    final Object memory;
    final Tensor[] x;
    final Tensor y;
    final Tensor dy;
    final Tensor[] dx;
    final float[] gradient;
    final List<Parameter> used;

    Rig(NetworkRig networkRig, int k) {
      network = networkRig.network;
      this.k = k;
      node = network.nodes().get(k);
      op = node.op();
      memory = op.memory(ROWS);
      x = new Tensor[node.inputs().length];
      dx = new Tensor[x.length];
      for (int i = 0; i < x.length; i++) {
        Tensor input = networkRig.workspace.output(node.inputs()[i]);
        x[i] = new Tensor(input.shape(), ROWS);
        for (int r = 0; r < ROWS; r++) {
          x[i].writeRow(r, NetworkRig.row(input, r), 0);
        }
        dx[i] = new Tensor(input.shape(), ROWS);
      }
      y = new Tensor(node.shape(), ROWS);
      y.fill(Float.NaN);
      dy = new Tensor(node.shape(), ROWS);
      for (int r = 0; r < ROWS; r++) {
        dy.writeRow(r, NetworkRig.rows(9, node.shape().size())[8 - r], 0);
      }
      gradient = new float[network.values().length];
      used = Stream.concat(node.borrowed().stream(), node.parameters().stream()).toList();
      Arrays.fill(pass.weights(), 1);
      pass.at(11, 3, 0);
      pass.bind(network.values(), gradient, true);
      pass.enter(k, memory);
      if (op instanceof BatchOp batch) {
        batch.measure(pass, x);
        batch.merge(new Object[] {memory}, 1);
      }
      List<float[]> before = Arrays.stream(x).map(NetworkRig::all).toList();
      op.forward(pass, x, y);
      for (int i = 0; i < x.length; i++) {
        Closeness.assertSameBits(before.get(i), NetworkRig.all(x[i]), "input " + i);
      }
      if (!op.reads().input()) {
        Arrays.stream(x).forEach(t -> t.fill(Float.NaN));
      }
      if (!op.reads().output()) {
        y.fill(Float.NaN);
      }
    }

    /** Gradients that the op puts: one for each parameter that it uses, then one for each input. */
    int gradients() {
      return used.size() + dx.length;
    }

    /** Backward with NaN in the gradients that are fresh and {@link #OLD} in the others. */
    float[] backward(boolean... fresh) {
      List<Parameter> freshParameters = new ArrayList<>();
      for (int i = 0; i < used.size(); i++) {
        Arrays.fill(gradient, used.get(i).offset(), used.get(i).end(), fresh[i] ? Float.NaN : OLD);
        if (fresh[i]) {
          freshParameters.add(used.get(i));
        }
      }
      boolean[] freshInputs = Arrays.copyOfRange(fresh, used.size(), fresh.length);
      for (int i = 0; i < dx.length; i++) {
        if (dx[i] != null) {
          dx[i].fill(freshInputs[i] ? Float.NaN : OLD);
        }
      }
      if (op instanceof BatchOp batch) {
        batch.measureBackward(pass, x, y, dy);
        batch.mergeBackward(new Object[] {memory}, 1);
      }
      pass.enter(k, memory, freshInputs, freshParameters.toArray(Parameter[]::new));
      float[] before = NetworkRig.all(dy);
      op.backward(pass, x, y, dy, dx);
      Closeness.assertSameBits(before, NetworkRig.all(dy), "the gradient by the output");
      return result();
    }

    /** What is in the gradients by inputs and the parameters that it uses; the others' must be 0. */
    private float[] result() {
      float[] others = gradient.clone();
      float[] all = new float[0];
      for (Parameter p : used) {
        all = joined(all, Arrays.copyOfRange(gradient, p.offset(), p.end()));
        Arrays.fill(others, p.offset(), p.end(), 0);
      }
      for (float g : others) {
        assertEquals(0, g, "the gradient of another op's parameter");
      }
      for (Tensor d : dx) {
        if (d != null) {
          all = joined(all, NetworkRig.all(d));
        }
      }
      return all;
    }

    /** What {@link #backward} gives if it adds where it should, given what it gives where all is fresh. */
    float[] sums(float[] expected, boolean... fresh) {
      float[] sums = expected.clone();
      int at = 0;
      for (int i = 0; i < fresh.length; i++) {
        int size = i < used.size() ? used.get(i).size() : ROWS * dx[i - used.size()].shape().size();
        for (int j = 0; j < size; j++, at++) {
          sums[at] += fresh[i] ? 0 : OLD;
        }
      }
      return sums;
    }

    private static float[] joined(float[] a, float[] b) {
      float[] all = Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, all, a.length, b.length);
      return all;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void backwardPutsAndReadsWhatItSays(Sample sample) {
    NetworkRig networkRig = new NetworkRig(sample, ROWS, Workspace.Mode.INSPECT);
    networkRig.load(NetworkRig.rows(ROWS, networkRig.inputSize));
    networkRig.workspace.forward(true);
    for (int k : sample.nodes(networkRig.network)) {
      boolean[] fresh = new boolean[new Rig(networkRig, k).gradients()];
      Arrays.fill(fresh, true);
      float[] expected = new Rig(networkRig, k).backward(fresh);
      assertTrue(IntStream.range(0, expected.length).allMatch(i -> Float.isFinite(expected[i])),
          "all is overwritten where all is fresh, node " + k);

      for (int only = -1; only < fresh.length; only++) {
        Arrays.fill(fresh, false);
        if (only >= 0) {
          fresh[only] = true;
        }
        Rig rig = new Rig(networkRig, k);
        Closeness.assertClose(rig.sums(expected, fresh), rig.backward(fresh), 1e-6,
            "added where nothing is fresh but gradient " + only + ", node " + k);
      }

      Arrays.fill(fresh, true);
      Rig unwanted = new Rig(networkRig, k);
      Arrays.fill(unwanted.dx, null);
      float[] parameters = unwanted.backward(fresh);
      Closeness.assertSameBits(Arrays.copyOf(expected, parameters.length), parameters,
          "parameters' gradient where nobody needs that of the inputs, node " + k);
    }
  }
}
