package ruru.nn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.Layer;
import ruru.nn.NaiveBlas;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;

/** What dropout and noise do in training, and where their random numbers come from. */
class RandomLayersTest {
  private static final Shape SHAPE = Shape.of(5, 20);
  private static final int ROWS = 100;
  private static final int SIZE = ROWS * 100;

  private static float[] run(long seed, long step, int firstRow, int rows, Layer... layers) {
    Network network = new Network(SHAPE, 1, Arrays.stream(layers).map(l -> new NamedLayer(l)).toList());
    Workspace workspace = new Workspace(network, rows, Workspace.Mode.TRAIN, new NaiveBlas());
    workspace.input().fill(1);
    workspace.position(seed, step, firstRow);
    workspace.forward(true);
    float[] all = new float[rows * SHAPE.size()];
    Tensor out = workspace.output();
    for (int r = 0; r < rows; r++) {
      out.readRow(r, all, r * SHAPE.size());
    }
    return all;
  }

  @Test
  void dropoutDropsTheShareAndKeepsTheMean() {
    float[] y = run(1, 2, 0, ROWS, new Dropout(0.2));
    int dropped = 0;
    for (float v : y) {
      if (v == 0) {
        dropped++;
      } else {
        assertEquals(1.25f, v);
      }
    }
    assertEquals(0.2, dropped / (double) SIZE, 0.02);
  }

  @Test
  void noiseIsNormalWithTheDeviation() {
    float[] y = run(1, 2, 0, ROWS, new Noise(0.5));
    double sum = 0;
    double squares = 0;
    int within = 0;
    for (float v : y) {
      double e = v - 1;
      sum += e;
      squares += e * e;
      within += Math.abs(e) < 0.5 ? 1 : 0;
    }
    assertEquals(0, sum / SIZE, 0.02);
    assertEquals(0.25, squares / SIZE, 0.015);
    assertEquals(0.6827, within / (double) SIZE, 0.02);
  }

  @Test
  void theStreamIsNamedBySeedStepAndRowAlone() {
    for (Layer layer : List.of(new Dropout(0.5), new Noise(1))) {
      float[] whole = run(1, 2, 0, 10, layer);
      assertArrayEquals(whole, run(1, 2, 0, 10, layer));
      assertArrayEquals(Arrays.copyOfRange(whole, 600, 1000), run(1, 2, 6, 4, layer));
      assertFalse(Arrays.equals(whole, run(2, 2, 0, 10, layer)), "another seed");
      assertFalse(Arrays.equals(whole, run(1, 3, 0, 10, layer)), "another step");
      assertFalse(Arrays.equals(Arrays.copyOf(whole, 100), Arrays.copyOfRange(whole, 100, 200)), "another row");
    }
  }

  @Test
  void everyPositionAndEveryLayerDrawsItsOwn() {
    float[] row = run(1, 2, 0, 1, new Dropout(0.5));
    assertFalse(Arrays.equals(Arrays.copyOf(row, 20), Arrays.copyOfRange(row, 20, 40)), "two positions, one mask");
    int zeros = 0;
    for (float v : run(1, 2, 0, ROWS, new Dropout(0.5), new Dropout(0.5))) {
      zeros += v == 0 ? 1 : 0;
    }
    assertEquals(0.75, zeros / (double) SIZE, 0.02, "two layers, independent masks");
  }
}
