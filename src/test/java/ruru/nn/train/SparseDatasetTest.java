package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.SparseRows;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;

/** Sparse rows are rows: whatever is learnt and predicted is the same as if every zero were there. */
class SparseDatasetTest {
  private static final int ROWS = 70;
  private static final int INPUTS = 40;
  private static final int CLASSES = 3;

  private final float[] dense = new float[ROWS * INPUTS];
  private final float[] weights = new float[ROWS];
  private final int[] labels = new int[ROWS];

  SparseDatasetTest() {
    for (int r = 0; r < ROWS; r++) {
      Rng rng = new Rng(5, RandomStream.HELD_OUT, 3, r);
      labels[r] = r % CLASSES;
      weights[r] = r % 7 == 0 ? 0 : 1 + r % 2;
      // Every ninth row is empty.
      for (int k = 0; k < 4 && r % 9 != 0; k++) {
        int column = rng.nextInt(INPUTS);
        dense[r * INPUTS + column] = 1 + (column % CLASSES == labels[r] ? 1 : 0) + (float) rng.nextDouble();
      }
    }
  }

  private Dataset dense() {
    return new ArrayDataset(Shape.of(INPUTS), Shape.of(CLASSES), dense, ArrayDataset.oneHot(labels, CLASSES), weights,
        labels);
  }

  private Dataset sparse() {
    int[] starts = new int[ROWS + 1];
    int[] columns = new int[dense.length];
    float[] values = new float[dense.length];
    int n = 0;
    for (int i = 0; i < dense.length; i++) {
      if (dense[i] != 0) {
        columns[n] = i % INPUTS;
        values[n++] = dense[i];
      }
      starts[i / INPUTS + 1] = n;
    }
    return new SparseDataset(INPUTS, Shape.of(CLASSES),
        new SparseRows(starts, Arrays.copyOf(columns, n), Arrays.copyOf(values, n)),
        ArrayDataset.oneHot(labels, CLASSES), weights, labels);
  }

  private static Network trained(Dataset data, String text, Optimizer optimizer, int threads)
      throws InterruptedException {
    Network network = Rows.network(INPUTS, CLASSES, text);
    TrainingSettings settings = TrainingSettings.of(optimizer, 6).withThreads(threads).withShards(4);
    Trainer trainer = new Trainer(network, new CrossEntropy(), optimizer instanceof Lbfgs ? settings
        : settings.withBatch(20), data, Rows.all(data), BlasProvider.get());
    for (int e = 0; e < 6; e++) {
      trainer.epoch(6, new double[6]);
    }
    return network;
  }

  private static float[] predicted(Network network, Dataset data, int rows) {
    int[] some = Arrays.copyOf(Rows.all(data), rows);
    float[] result = new float[rows * CLASSES];
    new Evaluator(network, new CrossEntropy(), data.targetShape(), CLASSES, rows, 1, BlasProvider.get()).predict(data,
        some, result);
    return result;
  }

  /** Networks whose first layers read sparse rows, and others. */
  @ParameterizedTest
  @ValueSource(strings = {"output", "dense 7 relu, output", "dense 33 tanh, dense 5 relu, output",
      "dense 4 bias=false, batchnorm, relu, output", "dense 4 tanh as a, from input, dense 4 relu, add a, output",
      "first 11, dense 4 relu, output", "dropout 0.2, dense 5 relu, output", "layernorm, output",
      "concat input input, output", "dense 5 sigmoid as a, concat a input, output"})
  void theSameIsLearnt(String text) throws InterruptedException {
    for (Optimizer optimizer : new Optimizer[] {new Adam(), new Lbfgs()}) {
      if (text.contains("dropout") && optimizer instanceof Lbfgs) {
        continue;
      }
      Network expected = trained(dense(), text, optimizer, 1);
      Network actual = trained(sparse(), text, optimizer, 1);
      assertArrayEquals(expected.values(), actual.values(), 2e-4f, optimizer.toString());
      assertArrayEquals(predicted(actual, dense(), ROWS), predicted(actual, sparse(), ROWS), 1e-6f);
      assertArrayEquals(predicted(actual, dense(), 1), predicted(actual, sparse(), 1), 1e-6f, "a row alone");
      for (int threads : new int[] {2, 4}) {
        assertArrayEquals(actual.values(), trained(sparse(), text, optimizer, threads).values(), threads + " threads");
      }
    }
  }

  @Test
  void noPlaneIsMadeWhereNobodyNeedsOne() {
    Network network = Rows.network(INPUTS, CLASSES, "dense 7 relu, output");
    Workspace w = new Workspace(network, 10, Workspace.Mode.TRAIN, BlasProvider.get());
    w.setRows(10);
    sparse().read(Rows.all(sparse()), 0, 10, w.input(), null);
    w.forward(true);
    w.outputGradient().fill(1);
    w.backward(new float[network.values().length], true);
    assertNotNull(w.input().sparse());
    assertFalse(new Workspace(network, 10, Workspace.Mode.INSPECT, BlasProvider.get()).input().takesSparse());
  }

  /** Rows are a plane as soon as somebody looks, and dense rows may follow sparse ones. */
  @Test
  void whoLooksSeesAllNumbers() {
    Workspace w = new Workspace(Rows.network(INPUTS, CLASSES, "output"), 10, Workspace.Mode.PREDICT,
        BlasProvider.get());
    w.setRows(10);
    int[] rows = {3, 1, 4, 15, 9, 2, 6, 5, 35, 8};
    Tensor x = w.input();
    assertTrue(x.takesSparse());
    for (Dataset data : new Dataset[] {sparse(), dense(), sparse()}) {
      data.read(rows, 0, 10, x, null);
      float[] row = new float[INPUTS];
      for (int r = 0; r < rows.length; r++) {
        x.readRow(r, row, 0);
        assertArrayEquals(Arrays.copyOfRange(dense, rows[r] * INPUTS, (rows[r] + 1) * INPUTS), row);
      }
      assertNull(x.sparse());
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    SparseRows rows = new SparseRows(new int[] {0, 1}, new int[] {2}, new float[] {3});
    assertEquals(1, rows.rows());
    assertThrows(IllegalStateException.class, () -> new Tensor(Shape.of(4), 1).setSparse(rows, new int[] {0}, 0, 1));
    String message = assertThrows(IllegalArgumentException.class,
        () -> new SparseRows(new int[] {0, 2}, new int[] {2}, new float[] {3})).getMessage();
    assertTrue(message.contains("2 starts, 1 columns, 1 values"), message);
  }
}
