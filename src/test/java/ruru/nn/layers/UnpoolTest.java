package ruru.nn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.NaiveBlas;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

/** Cases worked by hand: windows that overlap, and equal maxima. */
class UnpoolTest {
  private static Workspace run(String layers, float... x) {
    List<NamedLayer> steps = NetworkText.parse(layers);
    Workspace w = new Workspace(new Network(Shape.of(x.length, 1), 1, steps), 1, Workspace.Mode.INSPECT,
        new NaiveBlas());
    w.input().writeRow(0, x, 0);
    w.forward(true);
    return w;
  }

  private static float[] row(ruru.nn.Tensor t) {
    float[] row = new float[t.shape().size()];
    t.readRow(0, row, 0);
    return row;
  }

  @Test
  void valuesAtOnePlaceAddUp() {
    Workspace w = run("maxpool 3 stride=1 as p, unpool p", 1, 5, 2, 4, 3);
    assertArrayEquals(new float[] {0, 10, 0, 4, 0}, row(w.output()));
    w.outputGradient().writeRow(0, new float[] {1, 2, 3, 4, 5}, 0);
    w.backward(new float[0], true);
    assertArrayEquals(new float[] {2, 2, 4}, row(w.gradient(1)));
    assertArrayEquals(new float[] {0, 4, 0, 4, 0}, row(w.gradient(0)));
  }

  @Test
  void theFirstOfEqualMaximaIsTheOne() {
    Workspace w = run("maxpool 3 as p, tanh, unpool p", 7, 7, 7, -1, 0, 0);
    assertArrayEquals(new float[] {(float) Math.tanh(7), 0, 0, 0, 0, 0}, row(w.output()), 1e-7f);
    w.outputGradient().fill(1);
    w.backward(new float[0], true);
    assertArrayEquals(new float[] {0, 0, 0, 0, 1, 0}, row(w.gradient(0)), 1e-4f);
  }

  @Test
  void aWholeWindowOfOneValueGivesItsGradientOnce() {
    Workspace w = run("maxpool 4 stride=2 padding=1", -3, -3, -3, -3, -3, -3);
    assertArrayEquals(new float[] {-3, -3, -3}, row(w.output()));
    w.outputGradient().writeRow(0, new float[] {1, 10, 100}, 0);
    w.backward(new float[0], true);
    assertArrayEquals(new float[] {1, 10, 0, 100, 0, 0}, row(w.gradient(0)));
  }
}
