package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;

/** Training and prediction on series that differ in length. */
class RaggedDatasetTest {
  private static final int ROWS = 150;
  private static final int STEPS = 12;

  /** Sequences of noise; the class tells whether the first step is above the last. */
  private static RaggedDataset rows(int size) {
    int[] lengths = new int[size];
    int[] labels = new int[size];
    float[] inputs = new float[size * STEPS * 2];
    int at = 0;
    for (int r = 0; r < size; r++) {
      Rng rng = new Rng(7, RandomStream.HELD_OUT, r, 0);
      lengths[r] = 2 + rng.nextInt(STEPS - 1);
      int start = at;
      for (int i = 0; i < 2 * lengths[r]; i++) {
        inputs[at++] = (float) (2 * rng.nextDouble() - 1);
      }
      labels[r] = inputs[start] > inputs[at - 2] ? 1 : 0;
    }
    return new RaggedDataset(Shape.of(STEPS, 2), Shape.of(2), Arrays.copyOf(inputs, at), lengths,
        ArrayDataset.oneHot(labels, 2), null, labels);
  }

  private static Network network(String layers) {
    Network n = new Network(Shape.of(STEPS, 2), 2, NetworkText.parse(layers));
    n.initialise(3);
    return n;
  }

  private static TrainingSettings settings(int threads, int shards) {
    return TrainingSettings.of(new Adam(), 40).withRate(0.01).withBatch(16).withShards(shards).withThreads(threads);
  }

  private static float[] trained(String layers, RaggedDataset data, int threads, int shards, int epochs)
      throws InterruptedException {
    Network n = network(layers);
    Trainer trainer = new Trainer(n, new CrossEntropy(), settings(threads, shards), data, Rows.all(data),
        BlasProvider.get());
    for (int e = 0; e < epochs; e++) {
      trainer.epoch(epochs, new double[e]);
    }
    return n.values();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm 8, output", "gru 6 direction=both, output", "conv1d 8 3, batchnorm, relu, "
      + "globalavgpool, output", "conv1d 8 1, attention 2, globalmaxpool, output"})
  void theNumberOfThreadsChangesNoBit(String layers) throws InterruptedException {
    RaggedDataset data = rows(ROWS);
    float[] one = trained(layers, data, 1, 4, 2);
    assertArrayEquals(one, trained(layers, data, 2, 4, 2));
    assertArrayEquals(one, trained(layers, data, 4, 4, 2));
  }

  @Test
  void itLearns() throws InterruptedException {
    RaggedDataset data = rows(600);
    Network n = network("gru 16, output");
    Trainer trainer = new Trainer(n, new CrossEntropy(), settings(2, 0), data, Rows.all(data), BlasProvider.get());
    for (int e = 0; e < 40; e++) {
      trainer.epoch(40, new double[e]);
    }
    RaggedDataset fresh = rows(1200);
    int[] others = IntStream.range(600, 1200).toArray();
    float[] p = new float[2 * others.length];
    new Evaluator(n, new CrossEntropy(), Shape.of(2), 2, others.length, 2, BlasProvider.get())
        .predict(fresh, others, p);
    int right = 0;
    for (int i = 0; i < others.length; i++) {
      right += (p[2 * i + 1] > 0.5 ? 1 : 0) == fresh.label(others[i]) ? 1 : 0;
    }
    assertTrue(right > 540, right + " of 600 are right");
  }

  @Test
  void predictionsComeInTheOrderOfTheRows() {
    RaggedDataset data = rows(ROWS);
    Network n = network("lstm 8, output");
    Evaluator evaluator = new Evaluator(n, new CrossEntropy(), Shape.of(2), 2, ROWS, 2, BlasProvider.get());
    float[] together = new float[2 * ROWS];
    evaluator.predict(data, Rows.all(data), together);
    for (int r = 0; r < ROWS; r++) {
      float[] alone = new float[2];
      evaluator.predict(data, new int[] {r}, alone);
      assertEquals(alone[0], together[2 * r], 1e-6, "row " + r);
    }
  }

  @Test
  void theMeanLossDoesNotDependOnTheOrderOfTheRows() {
    RaggedDataset data = rows(ROWS);
    Evaluator evaluator = new Evaluator(network("lstm 8, output"), new CrossEntropy(), Shape.of(2), 2, ROWS, 2,
        BlasProvider.get());
    int[] reversed = IntStream.range(0, ROWS).map(i -> ROWS - 1 - i).toArray();
    assertEquals(evaluator.meanLoss(data, Rows.all(data)), evaluator.meanLoss(data, reversed), 1e-7);
  }

  @Test
  void batchesHoldRowsOfSimilarLengths() {
    RaggedDataset data = rows(3200);
    int[] order = Rows.all(data);
    Rng rng = new Rng(1, RandomStream.ORDER, 0, 0);
    rng.shuffle(order, order.length);
    int[] before = order.clone();
    double mixed = spread(data, order);
    ByLength.bucket(data, order, 16, rng);
    double bucketed = spread(data, order);
    assertTrue(bucketed < 0.2 * mixed, bucketed + " against " + mixed);
    Arrays.sort(before);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertArrayEquals(before, sorted, "every row is there once");
    int[] again = Rows.all(data);
    new Rng(1, RandomStream.ORDER, 0, 0).shuffle(again, again.length);
    int longerFirst = 0;
    for (int b = 1; b < 200; b++) {
      longerFirst += data.length(order[16 * b]) < data.length(order[16 * b - 16]) ? 1 : 0;
    }
    assertTrue(longerFirst > 60 && longerFirst < 140, "batches are in random order: " + longerFirst);
  }

  /** The mean difference between the longest and the shortest row of a batch. */
  private static double spread(Dataset data, int[] order) {
    double sum = 0;
    for (int b = 0; b < order.length / 16; b++) {
      sum += IntStream.range(16 * b, 16 * b + 16).map(i -> data.length(order[i])).summaryStatistics().getMax()
          - IntStream.range(16 * b, 16 * b + 16).map(i -> data.length(order[i])).summaryStatistics().getMin();
    }
    return sum;
  }

  /** Rows whose level goes with their length: batches of equal lengths would have other statistics than all rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {"conv1d 8 3, batchnorm, relu, globalavgpool, output", "conv1d 8 3, relu, globalavgpool, output"})
  void whatIsLearntIsWhatPredicts(String layers) throws InterruptedException {
    int n = 320;
    int[] lengths = new int[n];
    int[] labels = new int[n];
    float[] inputs = new float[n * STEPS * 2];
    int at = 0;
    for (int r = 0; r < n; r++) {
      Rng rng = new Rng(9, RandomStream.HELD_OUT, r, 0);
      lengths[r] = 2 + rng.nextInt(STEPS - 1);
      labels[r] = rng.nextInt(2);
      for (int i = 0; i < 2 * lengths[r]; i++) {
        double wave = labels[r] == 1 && i / 2 % 2 == 0 ? 1 : -1;
        inputs[at++] = (float) (lengths[r] / 2.0 + wave + 0.5 * rng.nextGaussian());
      }
    }
    RaggedDataset data = new RaggedDataset(Shape.of(STEPS, 2), Shape.of(2), Arrays.copyOf(inputs, at), lengths,
        ArrayDataset.oneHot(labels, 2), null, labels);
    Network network = network(layers);
    Trainer trainer = new Trainer(network, new CrossEntropy(), settings(2, 1), data, Rows.all(data),
        BlasProvider.get());
    double learnt = 0;
    for (int e = 0; e < 30; e++) {
      learnt = trainer.epoch(30, new double[e]);
    }
    double predicted = new Evaluator(network, new CrossEntropy(), Shape.of(2), 2, n, 1, BlasProvider.get())
        .meanLoss(data, Rows.all(data));
    assertEquals(learnt, predicted, 0.15, layers);
  }

  @Test
  void fewRowsAreBucketedToo() {
    for (int size : new int[] {1, 15, 16, 17, 40, 150}) {
      RaggedDataset data = rows(size);
      int[] order = Rows.all(data);
      ByLength.bucket(data, order, 16, new Rng(1, RandomStream.ORDER, 0, 0));
      Arrays.sort(order);
      assertArrayEquals(Rows.all(data), order);
    }
  }

  @Test
  void aNetworkThatCannotTellTheEndIsRefusedBeforeItLearns() {
    RaggedDataset data = rows(10);
    Network n = network("conv1d 4 3, dense 3, output");
    String message = assertThrows(IllegalArgumentException.class, () -> new Trainer(n, new CrossEntropy(),
        settings(1, 1), data, Rows.all(data), BlasProvider.get())).getMessage();
    assertTrue(message.contains("'dense 3': takes only series of exactly 12 steps"), message);
    Evaluator evaluator = new Evaluator(n, new CrossEntropy(), Shape.of(2), 2, 10, 1, BlasProvider.get());
    assertThrows(IllegalArgumentException.class, () -> evaluator.meanLoss(data, Rows.all(data)));
  }

  @Test
  void stepsThatDoNotFitAreRefused() {
    String message = assertThrows(IllegalArgumentException.class, () -> new RaggedDataset(Shape.of(3, 2),
        Shape.of(1), new float[8], new int[] {4}, new float[1], null, null)).getMessage();
    assertEquals("row 0 has 4 steps; expected 1 to 3", message);
    assertThrows(IllegalArgumentException.class, () -> new RaggedDataset(Shape.of(3, 2), Shape.of(1), new float[8],
        new int[] {3}, new float[1], null, null));
  }
}
