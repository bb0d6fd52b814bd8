package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fine print of {@link Op#backward}, tried on each op by itself: it adds to what is there, or overwrites it where
 * it is told so, it can do without gradients that nobody needs, and it reads neither input nor output unless it says
 * so.
 */
class OpContractTest {
  private static final int ROWS = 4;

  static List<Sample> samples() {
    return Samples.layers();
  }

  /** One op with its tensors, after a forward in training mode. */
  private static final class Rig {
    final Network network;
    final Network.Node node;
    final Op op;
    final Pass pass = new Pass(new NaiveBlas(), ROWS);
    final Object memory;
    final Tensor[] x;
    final Tensor y;
    final Tensor dy;
    final Tensor[] dx;
    final float[] gradient;
    final boolean[] fresh;

    Rig(Bench bench, int k) {
      network = bench.network;
      node = network.nodes().get(k);
      op = node.op();
      memory = op.memory(ROWS);
      x = new Tensor[node.inputs().length];
      dx = new Tensor[x.length];
      fresh = new boolean[x.length];
      for (int i = 0; i < x.length; i++) {
        Tensor input = bench.workspace.output(node.inputs()[i]);
        x[i] = new Tensor(input.shape(), ROWS);
        for (int r = 0; r < ROWS; r++) {
          x[i].writeRow(r, Bench.row(input, r), 0);
        }
        dx[i] = new Tensor(input.shape(), ROWS);
      }
      y = new Tensor(node.shape(), ROWS);
      y.fill(Float.NaN);
      dy = new Tensor(node.shape(), ROWS);
      for (int r = 0; r < ROWS; r++) {
        dy.writeRow(r, Bench.rows(9, node.shape().size())[8 - r], 0);
      }
      gradient = new float[network.values().length];
      Arrays.fill(pass.weights(), 1);
      pass.at(11, 3, 0);
      pass.bind(network.values(), gradient, true);
      pass.enter(k, memory, fresh, false);
      if (op instanceof BatchOp batch) {
        batch.measure(pass, x);
        batch.merge(new Object[] {memory}, 1);
      }
      op.forward(pass, x, y);
      if (!op.readsInput()) {
        Arrays.stream(x).forEach(t -> t.fill(Float.NaN));
      }
      if (!op.readsOutput()) {
        y.fill(Float.NaN);
      }
    }

    void backward(boolean isFresh) {
      Arrays.fill(fresh, isFresh);
      pass.enter(0, memory, fresh, isFresh);
      if (op instanceof BatchOp batch) {
        batch.measureBackward(pass, x, y, dy);
        batch.mergeBackward(new Object[] {memory}, 1);
      }
      op.backward(pass, x, y, dy, dx);
    }

    /** What is in the gradients by inputs and the parameters that it uses; the others' must be 0. */
    float[] result() {
      float[] others = gradient.clone();
      float[] all = new float[0];
      for (Parameter p : used()) {
        float[] own = Arrays.copyOfRange(gradient, p.offset(), p.end());
        all = Arrays.copyOf(all, all.length + own.length);
        System.arraycopy(own, 0, all, all.length - own.length, own.length);
        Arrays.fill(others, p.offset(), p.end(), 0);
      }
      for (float g : others) {
        assertEquals(0, g, "the gradient of another op's parameter");
      }
      for (Tensor d : dx) {
        if (d != null) {
          float[] more = Bench.all(d);
          all = Arrays.copyOf(all, all.length + more.length);
          System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
      }
      return all;
    }

    private List<Parameter> used() {
      return Stream.concat(node.borrowed().stream(), node.parameters().stream()).toList();
    }

    /** Puts a value wherever the op may write. */
    void fill(float value) {
      for (Parameter p : used()) {
        Arrays.fill(gradient, p.offset(), p.end(), value);
      }
      Arrays.stream(dx).forEach(t -> t.fill(value));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void backwardAddsOrOverwritesAsToldAndReadsWhatItSays(Sample sample) {
    Bench bench = new Bench(sample, ROWS, Workspace.Mode.INSPECT);
    bench.load(Bench.rows(ROWS, bench.inputSize));
    bench.workspace.forward(true);
    for (int k : sample.nodes(bench.network)) {
      Rig plain = new Rig(bench, k);
      plain.backward(false);
      float[] expected = plain.result();

      Rig adding = new Rig(bench, k);
      adding.fill(0.75f);
      adding.backward(false);
      float[] sum = expected.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += 0.75f;
      }
      Closeness.assertClose(sum, adding.result(), 1e-6, "added to what was there, node " + k);

      Rig fresh = new Rig(bench, k);
      fresh.fill(fresh.op.overwrites() ? Float.NaN : 0);
      fresh.backward(true);
      Closeness.assertClose(expected, fresh.result(), 1e-6, "overwritten, node " + k);

      Rig unwanted = new Rig(bench, k);
      Arrays.fill(unwanted.dx, null);
      unwanted.backward(false);
      float[] parameters = unwanted.result();
      Closeness.assertSameBits(Arrays.copyOf(expected, parameters.length), parameters,
          "parameters' gradient where nobody needs that of the inputs, node " + k);
    }
  }
}
