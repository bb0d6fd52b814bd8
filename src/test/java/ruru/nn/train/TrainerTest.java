package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.blas.PlainJavaBlas;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.AdamW;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.optimizers.Sgd;

class TrainerTest {
  private static final String MLP = "dense 48 relu, dropout 0.3, batchnorm, dense 40 tanh, output";

  static Stream<Blas> providers() {
    return Stream.of(BlasProvider.get(), PlainJavaBlas.get());
  }

  private static TrainingSettings settings(Optimizer optimizer) {
    return TrainingSettings.of(optimizer, 5).withThreads(1);
  }

  private static float[] train(Dataset data, String text, TrainingSettings settings, int epochs, Blas blas)
      throws InterruptedException {
    Network network = Rows.network(data.inputShape().size(), data.targetShape().size(), text);
    Trainer trainer = new Trainer(network, data.label(0) < 0 ? new Squared() : new CrossEntropy(), settings, data,
        Rows.all(data), blas);
    for (int e = 0; e < epochs; e++) {
      trainer.epoch(epochs, new double[epochs]);
    }
    return network.values();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void threadsDoNotChangeABit(Blas blas) throws InterruptedException {
    Dataset data = Rows.classes(403, 24);
    TrainingSettings settings = settings(new Adam()).withBatch(100).withShards(5).withClip(0.5)
        .withPenalties(0.01, 0.001);
    float[] one = train(data, MLP, settings, 3, blas);
    assertArrayEquals(one, train(data, MLP, settings.withThreads(2), 3, blas));
    assertArrayEquals(one, train(data, MLP, settings.withThreads(4), 3, blas));
  }

  /** Large enough that the rule itself cuts batches into shards and the update into blocks for several threads. */
  @Test
  void threadsDoNotChangeABitOfALargeNetwork() throws InterruptedException {
    Dataset data = Rows.classes(512, 100);
    String text = "dense 300 relu, dropout 0.2, dense 100 relu, output";
    assertTrue(Shards.count(Rows.network(100, 3, text), 256) > 2);
    TrainingSettings settings = settings(new Adam()).withBatch(256);
    float[] one = train(data, text, settings, 2, BlasProvider.get());
    assertArrayEquals(one, train(data, text, settings.withThreads(2), 2, BlasProvider.get()));
    assertArrayEquals(one, train(data, text, settings.withThreads(4).withClip(1e9), 2, BlasProvider.get()));
  }

  @Test
  void shardsAreFixedByTheSettings() throws InterruptedException {
    Dataset data = Rows.classes(200, 6);
    TrainingSettings settings = settings(new Sgd()).withBatch(50);
    String text = "dense 8 tanh, output";
    float[] one = train(data, text, settings.withShards(1), 2, PlainJavaBlas.get());
    float[] three = train(data, text, settings.withShards(3), 2, PlainJavaBlas.get());
    assertArrayEquals(one, three, 1e-5f);
    assertFalse(Arrays.equals(one, three), "other sums, other bits");
  }

  @Test
  void theSeedDecides() throws InterruptedException {
    Dataset data = Rows.classes(90, 6);
    float[] first = train(data, MLP, settings(new Adam()), 2, BlasProvider.get());
    assertArrayEquals(first, train(data, MLP, settings(new Adam()), 2, BlasProvider.get()));
    assertFalse(Arrays.equals(first, train(data, MLP, settings(new Adam()).withSeed(2), 2, BlasProvider.get())));
  }

  @Test
  void weightZeroIsAbsentAndWeightTwoIsTwice() throws InterruptedException {
    ArrayDataset plain = Rows.numbers(30, 4);
    float[] weights = new float[30];
    List<Integer> copies = new ArrayList<>();
    for (int r = 0; r < 30; r++) {
      weights[r] = r % 3;
      for (int c = 0; c < r % 3; c++) {
        copies.add(r);
      }
    }
    float[] x = new float[copies.size() * 4];
    float[] t = new float[copies.size()];
    float[] allX = new float[120];
    float[] allT = new float[30];
    for (int i = 0; i < copies.size(); i++) {
      copyRow(plain, copies.get(i), x, t, i);
    }
    for (int r = 0; r < 30; r++) {
      copyRow(plain, r, allX, allT, r);
    }
    Dataset weighted = new ArrayDataset(Shape.of(4), Shape.of(1), allX, allT, weights, null);
    Dataset repeated = new ArrayDataset(Shape.of(4), Shape.of(1), x, t, null, null);
    TrainingSettings settings = settings(new Sgd()).withBatch(0).withRate(0.1).withPenalties(0.01, 0.01);
    String text = "dense 5 tanh, output";
    assertArrayEquals(train(repeated, text, settings, 20, BlasProvider.get()),
        train(weighted, text, settings, 20, BlasProvider.get()), 1e-5f);
  }

  private static void copyRow(Dataset data, int row, float[] x, float[] t, int to) {
    ruru.nn.Tensor input = new ruru.nn.Tensor(data.inputShape(), 1);
    ruru.nn.Tensor target = new ruru.nn.Tensor(data.targetShape(), 1);
    data.read(new int[] {row}, 0, 1, input, target);
    input.readRow(0, x, to * 4);
    target.readRow(0, t, to);
  }

  @Test
  void aBatchOfAllIsOneStepAnEpoch() throws InterruptedException {
    Dataset data = Rows.numbers(31, 2);
    Network network = Rows.network(2, 1, "output");
    Trainer trainer = new Trainer(network, new Squared(), settings(new Sgd()).withBatch(0), data, Rows.all(data),
        BlasProvider.get());
    trainer.epoch(1, new double[1]);
    assertEquals(31, trainer.batch());
    assertEquals(1, trainer.steps());
    Trainer batches = new Trainer(network, new Squared(), settings(new Sgd()).withBatch(10), data, Rows.all(data),
        BlasProvider.get());
    batches.epoch(1, new double[1]);
    assertEquals(4, batches.steps());
  }

  /** Two inputs, one output, three rows; w = (0.5, -0.25), b = 0.1. Returns w1, w2, b after one step on all rows. */
  private static float[] step(TrainingSettings settings) throws InterruptedException {
    Network network = Rows.network(2, 1, "output");
    System.arraycopy(new float[] {0.5f, -0.25f, 0.1f}, 0, network.values(), 0, 3);
    Dataset data = new ArrayDataset(Shape.of(2), Shape.of(1), new float[] {1, 2, -1, 0.5f, 3, -2},
        new float[] {1, 0, 2}, null, null);
    new Trainer(network, new Squared(), settings.withBatch(0), data, Rows.all(data), BlasProvider.get())
        .epoch(1, new double[1]);
    return network.values();
  }

  // Outputs 0.1, -0.525, 2.1; errors e -0.9, -0.525, 0.1; the mean of e x and of e is the gradient.
  private static final double G1 = (-0.9 * 1 + -0.525 * -1 + 0.1 * 3) / 3;
  private static final double G2 = (-0.9 * 2 + -0.525 * 0.5 + 0.1 * -2) / 3;
  private static final double GB = (-0.9 - 0.525 + 0.1) / 3;

  private static void assertStep(double w1, double w2, double b, float[] actual) {
    assertArrayEquals(new float[] {(float) w1, (float) w2, (float) b}, actual, 1e-6f);
  }

  @Test
  void aStepOfGradientDescentByHand() throws InterruptedException {
    assertStep(0.5 - 0.1 * G1, -0.25 - 0.1 * G2, 0.1 - 0.1 * GB, step(settings(new Sgd()).withRate(0.1)));
  }

  @Test
  void decayShrinksWeightsAndNoBias() throws InterruptedException {
    assertStep(0.5 - 0.1 * (G1 + 0.3 * 0.5), -0.25 - 0.1 * (G2 + 0.3 * -0.25), 0.1 - 0.1 * GB,
        step(settings(new Sgd()).withRate(0.1).withPenalties(0.3, 0)));
  }

  @Test
  void l1PullsWeightsByTheirSign() throws InterruptedException {
    assertStep(0.5 - 0.1 * (G1 + 0.3), -0.25 - 0.1 * (G2 - 0.3), 0.1 - 0.1 * GB,
        step(settings(new Sgd()).withRate(0.1).withPenalties(0, 0.3)));
  }

  @Test
  void clippingScalesTheWholeGradient() throws InterruptedException {
    double scale = 0.2 / Math.sqrt(G1 * G1 + G2 * G2 + GB * GB);
    assertTrue(scale < 1);
    assertStep(0.5 - 0.1 * scale * G1, -0.25 - 0.1 * scale * G2, 0.1 - 0.1 * scale * GB,
        step(settings(new Sgd()).withRate(0.1).withClip(0.2)));
    assertStep(0.5 - 0.1 * G1, -0.25 - 0.1 * G2, 0.1 - 0.1 * GB, step(settings(new Sgd()).withRate(0.1).withClip(5)));
  }

  /** The first step of Adam goes by the rate against the gradient's sign; the decay stays out of it. */
  @Test
  void decoupledDecayStandsBesideTheStep() throws InterruptedException {
    double keep = 1 - 0.1 * 0.3;
    assertStep(0.5 * keep + 0.1, -0.25 * keep + 0.1, 0.1 + 0.1,
        step(settings(new AdamW()).withRate(0.1).withPenalties(0.3, 0)));
    assertTrue(G1 < 0 && G2 < 0 && GB < 0);
    assertStep(0.5 * 0.999 + 0.1, -0.25 * 0.999 + 0.1, 0.1 + 0.1, step(settings(new AdamW()).withRate(0.1)));
  }

  /** The rate is too small to change anything, so only the masks can. */
  @Test
  void dropoutDrawsAnewInEveryStepAndHeedsNoShards() throws InterruptedException {
    Dataset data = Rows.numbers(40, 6);
    double[] losses = new double[3];
    for (int shards : new int[] {1, 4}) {
      Network network = Rows.network(6, 1, "dropout 0.5, output");
      Trainer trainer = new Trainer(network, new Squared(),
          settings(new Sgd()).withBatch(0).withRate(1e-30).withShuffle(false).withShards(shards), data, Rows.all(data),
          BlasProvider.get());
      for (int e = 0; e < 3; e++) {
        double loss = trainer.epoch(3, new double[3]);
        assertTrue(shards == 1 || Math.abs(loss - losses[e]) < 1e-6, "the masks depend on the shards");
        losses[e] = loss;
      }
    }
    assertTrue(Math.abs(losses[0] - losses[1]) > 1e-3 && Math.abs(losses[1] - losses[2]) > 1e-3,
        Arrays.toString(losses));
  }

  @Test
  void theScheduleSetsTheRateOfEveryStep() throws InterruptedException {
    Dataset data = Rows.numbers(10, 2);
    List<Double> times = new ArrayList<>();
    TrainingSettings settings = settings(new Sgd()).withBatch(4).withSchedule((epoch, epochs, monitored) -> {
      times.add(epoch);
      return epoch < 1 ? 0 : 1;
    });
    Network network = Rows.network(2, 1, "output");
    float[] before = network.values().clone();
    Trainer trainer = new Trainer(network, new Squared(), settings, data, Rows.all(data), BlasProvider.get());
    trainer.epoch(2, new double[2]);
    assertArrayEquals(before, network.values());
    trainer.epoch(2, new double[2]);
    assertFalse(Arrays.equals(before, network.values()));
    assertEquals(List.of(0.0, 0.4, 0.8, 1.0, 1.4, 1.8), times);
  }

  @Test
  void theOrderIsNewInEveryEpochAndTheSameInEveryRun() throws InterruptedException {
    List<Integer> first = order(settings(new Sgd()).withBatch(7), 3);
    assertEquals(first, order(settings(new Sgd()).withBatch(7), 3));
    for (int e = 0; e < 3; e++) {
      List<Integer> sorted = first.subList(e * 50, e * 50 + 50).stream().sorted().toList();
      for (int i = 0; i < 50; i++) {
        assertEquals(i, sorted.get(i));
      }
    }
    assertFalse(first.subList(0, 50).equals(first.subList(50, 100)));
    assertFalse(first.equals(order(settings(new Sgd()).withBatch(7).withSeed(2), 3)));
    List<Integer> plain = order(settings(new Sgd()).withBatch(7).withShuffle(false), 1);
    for (int i = 0; i < 50; i++) {
      assertEquals(i, plain.get(i));
    }
  }

  private static List<Integer> order(TrainingSettings settings, int epochs) throws InterruptedException {
    List<Integer> seen = new ArrayList<>();
    Dataset data = new Rows.Watched(Rows.numbers(50, 2)) {
      @Override
      void beforeReading(int[] rows, int from, int to) {
        for (int i = from; i < to; i++) {
          seen.add(rows[i]);
        }
      }
    };
    train(data, "output", settings, epochs, BlasProvider.get());
    return seen;
  }

  @Test
  void theLossOfAnEpochIsTheWeightedMeanBeforeEachStep() throws InterruptedException {
    ArrayDataset data = new ArrayDataset(Shape.of(1), Shape.of(1), new float[] {1, 1}, new float[] {1, 3},
        new float[] {3, 1}, null);
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = 0;
    Trainer trainer = new Trainer(network, new Squared(), settings(new Sgd()).withBatch(0), data, Rows.all(data),
        BlasProvider.get());
    assertEquals((3 * 0.5 * 1 + 0.5 * 9) / 4, trainer.epoch(1, new double[1]), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void stepsAllocateNothing(int threads) throws InterruptedException {
    Dataset data = Rows.classes(2000, 24);
    Network network = Rows.network(24, 3, MLP);
    TrainingSettings settings = settings(new Adam()).withBatch(10).withShards(2).withThreads(threads).withClip(1)
        .withPenalties(0.1, 0.1);
    Trainer trainer = new Trainer(network, new CrossEntropy(), settings, data, Rows.all(data), BlasProvider.get());
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] after = new long[200];
    trainer.observe(new StepObserver() {
      @Override
      public void before(long step, int[] rows, int from, int to, double rate) {}

      @Override
      public void after(long step, double meanLoss) {
        after[(int) ((step - 1) % 200)] = bean.getCurrentThreadAllocatedBytes();
      }
    });
    long least = Long.MAX_VALUE;
    for (int e = 0; e < 5 && least > 0; e++) {
      trainer.epoch(10, new double[10]);
      least = Math.min(least, after[199] - after[0]);
    }
    assertEquals(0, least, "bytes allocated in 199 steps");
  }

  @Test
  void anInterruptAbandonsTheBatchAtHand() {
    int[] reads = {0};
    Dataset data = new Rows.Watched(Rows.numbers(100, 2)) {
      @Override
      void beforeReading(int[] rows, int from, int to) {
        if (++reads[0] == 3) {
          Thread.currentThread().interrupt();
        }
      }
    };
    Network network = Rows.network(2, 1, "output");
    Trainer trainer = new Trainer(network, new Squared(), settings(new Sgd()).withBatch(10), data, Rows.all(data),
        BlasProvider.get());
    assertThrows(InterruptedException.class, () -> trainer.epoch(1, new double[1]));
    assertTrue(Thread.interrupted(), "the thread stays interrupted, for its owner to see");
    assertEquals(3, reads[0]);
    assertEquals(2, trainer.steps());
    assertEquals(0, trainer.epochs());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void goesOnAfterAFailure(int threads) {
    AtomicInteger reads = new AtomicInteger();
    Dataset data = new Rows.Watched(Rows.numbers(100, 2)) {
      @Override
      void beforeReading(int[] rows, int from, int to) {
        if (reads.incrementAndGet() <= 3) {
          throw new IllegalStateException("a broken file");
        }
      }
    };
    TrainingSettings settings = settings(new Sgd()).withBatch(50).withShards(5).withThreads(threads);
    Trainer trainer = new Trainer(Rows.network(2, 1, "output"), new Squared(), settings, data, Rows.all(data),
        BlasProvider.get());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      while (reads.get() < 3) {
        assertThrows(IllegalStateException.class, () -> trainer.epoch(1, new double[1]));
      }
      trainer.epoch(1, new double[1]);
    });
    assertEquals(1, trainer.epochs());
  }

  @Test
  void badSettingsAreRefused() {
    TrainingSettings good = settings(new Sgd());
    assertRefused("rate must be above 0 and finite, got 0.0", () -> good.withRate(0));
    assertRefused("rate must be above 0 and finite, got Infinity", () -> good.withRate(Double.POSITIVE_INFINITY));
    assertRefused("decay must be at least 0 and finite, got -1.0", () -> good.withPenalties(-1, 0));
    assertRefused("decay must be at least 0 and finite, got Infinity",
        () -> good.withPenalties(Double.POSITIVE_INFINITY, 0));
    assertRefused("l1 must be at least 0 and finite, got NaN", () -> good.withPenalties(0, Double.NaN));
    assertRefused("clip must be at least 0 and finite, got Infinity", () -> good.withClip(Double.POSITIVE_INFINITY));
    assertRefused("batch must be at least 0, got -1", () -> good.withBatch(-1));
    assertRefused("threads must be at least 1, got 0", () -> good.withThreads(0));
    assertRefused("shards must be from 0 to 1024, got 2000", () -> good.withShards(2000));
  }

  private static void assertRefused(String message, org.junit.jupiter.api.function.Executable made) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
  }

  @Test
  void lbfgsRefusesRandomLayers() {
    Dataset data = Rows.points(1, 1, 2, 2);
    for (String layer : new String[] {"dropout 0.1", "noise 0.1"}) {
      Network network = Rows.network(1, 1, "dense 3 tanh, " + layer + ", output");
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
          () -> new Trainer(network, new Squared(), TrainingSettings.of(new Lbfgs(), 1), data, new int[] {0, 1},
              BlasProvider.get()));
      assertTrue(e.getMessage().contains("is random, but lbfgs needs the same loss"), e.getMessage());
    }
    new Trainer(Rows.network(1, 1, "dense 3 tanh, dropout 0, output"), new Squared(),
        TrainingSettings.of(new Lbfgs(), 1), data, new int[] {0, 1}, BlasProvider.get());
  }
}
