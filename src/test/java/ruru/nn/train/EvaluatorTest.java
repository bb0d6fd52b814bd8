package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.blas.PlainJavaBlas;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Squared;

class EvaluatorTest {
  private static final Network NETWORK = Rows.network(6, 3, "dense 9 tanh, dropout 0.5, output");

  /** w of row r is r mod 4. */
  private static Dataset weighted(int n) {
    return new Rows.Watched(Rows.classes(n, 6)) {
      @Override
      public float weight(int row) {
        return row % 4;
      }
    };
  }

  /** The logits of a row, by loops in double. */
  private static double[] logits(Dataset data, int row) {
    ruru.nn.Tensor x = new ruru.nn.Tensor(data.inputShape(), 1);
    data.read(new int[] {row}, 0, 1, x, null);
    float[] v = NETWORK.values();
    double[] hidden = new double[9];
    for (int u = 0; u < 9; u++) {
      hidden[u] = v[54 + u];
      for (int i = 0; i < 6; i++) {
        hidden[u] += x.get(0, i) * v[i * 9 + u];
      }
      hidden[u] = Math.tanh(hidden[u]);
    }
    double[] z = new double[3];
    for (int c = 0; c < 3; c++) {
      z[c] = v[63 + 27 + c];
      for (int u = 0; u < 9; u++) {
        z[c] += hidden[u] * v[63 + u * 3 + c];
      }
    }
    return z;
  }

  private static double[] shares(double[] z) {
    double total = Arrays.stream(z).map(Math::exp).sum();
    return Arrays.stream(z).map(a -> Math.exp(a) / total).toArray();
  }

  private static Evaluator evaluator(Loss loss, int rows, int threads) {
    return new Evaluator(NETWORK, loss, Shape.of(3), loss instanceof CrossEntropy ? 3 : 0, rows, threads,
        BlasProvider.get());
  }

  @Test
  void meanLossAndPredictionsAreThoseOfTheLoops() {
    Dataset data = weighted(700);
    int[] rows = {3, 699, 1, 2, 0, 5, 350, 4};
    double loss = 0;
    double weight = 0;
    float[] expected = new float[rows.length * 3];
    for (int i = 0; i < rows.length; i++) {
      double[] p = shares(logits(data, rows[i]));
      loss -= data.weight(rows[i]) * Math.log(p[data.label(rows[i])]);
      weight += data.weight(rows[i]);
      for (int c = 0; c < 3; c++) {
        expected[3 * i + c] = (float) p[c];
      }
    }
    Evaluator e = evaluator(new CrossEntropy(), rows.length, 1);
    assertEquals(loss / weight, e.meanLoss(data, rows), 1e-6);
    float[] actual = new float[expected.length];
    e.predict(data, rows, actual);
    assertArrayEquals(expected, actual, 1e-6f);
  }

  @Test
  void numbersArePredictedAsTheyAre() {
    Dataset data = Rows.classes(40, 6);
    float[] actual = new float[120];
    evaluator(new Squared(), 40, 2).predict(data, Rows.all(data), actual);
    for (int r = 0; r < 40; r++) {
      double[] z = logits(data, r);
      for (int c = 0; c < 3; c++) {
        assertEquals(z[c], actual[3 * r + c], 1e-5);
      }
    }
  }

  @Test
  void threadsChangeNoBit() {
    Dataset data = weighted(3000);
    Evaluator one = evaluator(new CrossEntropy(), 3000, 1);
    float[] expected = new float[9000];
    one.predict(data, Rows.all(data), expected);
    for (int threads : new int[] {2, 4}) {
      Evaluator several = evaluator(new CrossEntropy(), 3000, threads);
      assertEquals(one.meanLoss(data, Rows.all(data)), several.meanLoss(data, Rows.all(data)), 0);
      float[] actual = new float[9000];
      several.predict(data, Rows.all(data), actual);
      assertArrayEquals(expected, actual);
    }
  }

  @Test
  void howRowsAreCutIntoChunksChangesNoBitOfAPrediction() {
    Dataset data = Rows.classes(1000, 6);
    float[] whole = new float[3000];
    Evaluator large =
        new Evaluator(NETWORK, new CrossEntropy(), Shape.of(3), 3, 1000, 1, PlainJavaBlas.get());
    large.predict(data, Rows.all(data), whole);
    Evaluator small = new Evaluator(NETWORK, new CrossEntropy(), Shape.of(3), 3, 7, 1, PlainJavaBlas.get());
    float[] chunks = new float[3000];
    small.predict(data, Rows.all(data), chunks);
    assertArrayEquals(whole, chunks);
    assertEquals(large.meanLoss(data, Rows.all(data)), small.meanLoss(data, Rows.all(data)), 1e-12);
  }

  @Test
  void noWeightIsNoLossAndNoRowsAreNoWork() {
    Dataset data = weighted(8);
    assertTrue(Double.isNaN(evaluator(new CrossEntropy(), 8, 2).meanLoss(data, new int[] {0, 4})));
    assertTrue(Double.isNaN(evaluator(new CrossEntropy(), 0, 2).meanLoss(data, new int[0])));
    evaluator(new CrossEntropy(), 0, 2).predict(data, new int[0], new float[0]);
  }
}
