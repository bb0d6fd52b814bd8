package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.optimizers.Sgd;
import ruru.nn.text.NetworkText;

/** Layers with statistics over a batch, however the rows are cut into batches, shards and chunks. */
class BatchStatisticsTest {
  private static final String NET = "dense 12, batchnorm, relu, dense 9 sigmoid, sparse, dense 8 as a, batchnorm, "
      + "tanh, dense 8, add a, batchnorm 0.8, tanh, output";

  private static float[] trained(Dataset data, String text, TrainingSettings settings, int epochs)
      throws InterruptedException {
    Network network = new Network(data.inputShape(), 3, NetworkText.parse(text));
    network.initialise(11);
    Trainer trainer = new Trainer(network, new CrossEntropy(), settings, data, Rows.all(data), BlasProvider.get());
    for (int e = 0; e < epochs; e++) {
      trainer.epoch(epochs, new double[epochs]);
    }
    return network.values();
  }

  /** Adam makes a step of any gradient, so that none may consist of rounding alone. */
  @ParameterizedTest
  @ValueSource(ints = {70, 203, 700})
  void shardsChangeTheLastDigitsOnly(int batch) throws InterruptedException {
    Dataset data = Rows.classes(701, 6);
    TrainingSettings settings = TrainingSettings.of(new Adam(), 5).withBatch(batch).withRate(0.003).withThreads(1);
    float[] one = trained(data, NET, settings.withShards(1), 5);
    for (int shards : new int[] {2, 3, 7, 69}) {
      float[] cut = trained(data, NET, settings.withShards(shards), 5);
      assertArrayEquals(one, cut, 2e-5f);
      assertFalse(Arrays.equals(one, cut), "other sums, other bits");
      assertArrayEquals(cut, trained(data, NET, settings.withShards(shards).withThreads(3), 5));
    }
  }

  @Test
  void aBiasThatIsTakenAwayAgainStays() throws InterruptedException {
    Dataset data = Rows.classes(60, 6);
    float[] values = trained(data, "dense 4 biasinit=0.5, batchnorm, relu, output",
        TrainingSettings.of(new Adam(), 3), 3);
    assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, Arrays.copyOfRange(values, 24, 28));
  }

  /** Of maps, 32 rows at most run at once. */
  @Test
  void soItIsOfMaps() throws InterruptedException {
    Dataset plain = Rows.classes(90, 32);
    float[] x = new float[90 * 32];
    ruru.nn.Tensor rows = new ruru.nn.Tensor(Shape.of(32), 90);
    plain.read(Rows.all(plain), 0, 90, rows, null);
    for (int r = 0; r < 90; r++) {
      rows.readRow(r, x, 32 * r);
    }
    int[] labels = new int[90];
    Arrays.setAll(labels, r -> r % 3);
    Dataset data = new ArrayDataset(Shape.of(4, 4, 2), Shape.of(3), x, ArrayDataset.oneHot(labels, 3), null, labels);
    String text = "conv 6 3x3, maxpool 2, batchnorm, relu, conv 5 3x3 as c, batchnorm, relu, flatten, output";
    TrainingSettings settings = TrainingSettings.of(new Adam(), 5).withBatch(80).withThreads(1);
    float[] one = trained(data, text, settings.withShards(1), 5);
    for (int shards : new int[] {2, 5}) {
      assertArrayEquals(one, trained(data, text, settings.withShards(shards), 5), 2e-5f);
      assertArrayEquals(one, trained(data, text, settings.withShards(shards).withThreads(2), 5), 2e-5f);
    }
  }

  /** Rows with mean 5 and standard deviation 3, of which what is learnt is their statistics and nothing else. */
  private static double[] statistics(int rows, int batch, float[] weights, TrainingSettings settings, int steps)
      throws InterruptedException {
    float[] x = new float[rows];
    for (int r = 0; r < rows; r++) {
      x[r] = (float) (5 + 3 * new Rng(17, RandomStream.HELD_OUT, 1, r).nextGaussian());
    }
    Dataset data = new ArrayDataset(Shape.of(1), Shape.of(1), x, new float[rows], weights, null);
    Network network = Rows.network(1, 1, "batchnorm, output");
    Trainer trainer = new Trainer(network, new Squared(), settings.withBatch(batch), data, Rows.all(data),
        BlasProvider.get());
    while (trainer.steps() < steps) {
      trainer.epoch(1, new double[1]);
    }
    double sum = 0;
    double mean = 0;
    double squares = 0;
    for (int r = 0; r < rows; r++) {
      double w = weights == null ? 1 : weights[r];
      sum += w;
      mean += w * x[r];
      squares += w * x[r] * x[r];
    }
    mean /= sum;
    Parameter runningMean = network.parametersByName().get("batchnorm1/mean");
    Parameter runningVariance = network.parametersByName().get("batchnorm1/variance");
    return new double[] {mean, Math.sqrt(squares / sum - mean * mean), network.values()[runningMean.offset()],
        Math.sqrt(network.values()[runningVariance.offset()])};
  }

  private static void assertLearnt(double[] statistics, double tolerance) {
    assertEquals(statistics[0], statistics[2], tolerance * statistics[1], "mean of " + Arrays.toString(statistics));
    assertEquals(statistics[1], statistics[3], tolerance * statistics[1], "deviation: " + Arrays.toString(statistics));
  }

  private static final TrainingSettings STILL = TrainingSettings.of(new Sgd(), 1).withRate(1e-30).withThreads(1);

  @ParameterizedTest
  @CsvSource({"33, 32", "97, 32", "200, 199", "65, 64", "34, 32", "50, 1", "50, 2", "49, 3", "51, 10", "40, 0", "7, 0",
      "5, 2", "130, 128"})
  void noChoiceOfRowsAndBatchRuinsThem(int rows, int batch) throws InterruptedException {
    assertLearnt(statistics(rows, batch, null, STILL, 1000), 0.2);
    assertLearnt(statistics(rows, batch, null, STILL.withShards(rows), 1000), 0.2);
  }

  /** The first batches count by their rows, so that few suffice. */
  @Test
  void fewStepsAreEnough() throws InterruptedException {
    assertLearnt(statistics(500, 0, null, STILL, 3), 0.05);
    assertLearnt(statistics(500, 100, null, STILL, 5), 0.15);
  }

  /** Half of the rows do not count, and one counts as much as all others together, in some batches nearly alone. */
  @Test
  void weightsCountRows() throws InterruptedException {
    float[] weights = new float[100];
    for (int r = 0; r < 100; r++) {
      weights[r] = r % 2 * 0.001f;
    }
    assertLearnt(statistics(100, 10, weights, STILL, 3000), 0.2);
    weights[31] = 0.05f;
    double[] s = statistics(100, 10, weights, STILL, 3000);
    assertTrue(s[3] > 0.4 * s[1] && s[3] < 2 * s[1] && Math.abs(s[2] - s[0]) < s[1], Arrays.toString(s));
  }

  /** With all rows in each step the statistics at the end are those of the rows, and not of what came before. */
  @Test
  void anOptimizerOfAllRowsLeavesTheirOwn() throws InterruptedException {
    TrainingSettings settings = TrainingSettings.of(new Lbfgs(), 2).withThreads(1);
    assertLearnt(statistics(60, 0, null, settings, 2), 1e-5);
    assertLearnt(statistics(3, 0, null, settings, 2), 1e-5);
  }

  /** A batch that is too large for the memory has statistics in rounds, as equal as can be. */
  @Test
  void aBatchTooLargeForTheMemoryRunsInRounds() throws InterruptedException {
    Dataset data = Rows.classes(230, 6);
    Network network = Rows.network(6, 3, NET);
    ShardRunner whole = new JointShards(network, new CrossEntropy(), data, 230, 3, 1, false, BlasProvider.get());
    long perRow = 2 * network.nodes().stream().mapToLong(n -> n.shape().size()).sum();
    ShardRunner rounds = new JointShards(network, new CrossEntropy(), data, 230, 3, 2, false, BlasProvider.get(),
        100 * perRow);
    int[] rows = Rows.all(data);
    float[] expected = new float[network.values().length];
    for (int[] part : new int[][] {{0, 76}, {76, 153}, {153, 230}}) {
      whole.run(rows, part[0], part[1], 1, 5, Cancellation.ofCallingThread());
      for (int s = 0; s < whole.active(); s++) {
        for (int i = 0; i < expected.length; i++) {
          expected[i] += whole.gradients()[s][i];
        }
      }
    }
    rounds.run(rows, 0, 230, 1, 5, Cancellation.ofCallingThread());
    float[] sum = new float[expected.length];
    for (int s = 0; s < rounds.active(); s++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += rounds.gradients()[s][i];
      }
    }
    assertEquals(230, rounds.weight());
    assertArrayEquals(expected, sum, 1e-3f);
  }
}
