package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;

/** What a training is like that was cancelled, at each of the places where it asks. */
class CancelledTrainingTest {
  private static final int ROWS = 600;

  /** Cancels when it is asked for the given time. */
  private static final class AtTime implements Cancellation<InterruptedException> {
    private final int time;
    private int asked;

    AtTime(int time) {
      this.time = time;
    }

    @Override
    public void check() throws InterruptedException {
      if (asked++ == time) {
        throw new InterruptedException();
      }
    }
  }

  /** A training that can be made again. */
  private static final class Run implements StepObserver {
    final Network network;
    final Trainer trainer;
    /** After each update, and before the first: parameters and the optimizer's state. */
    final List<float[][]> states = new ArrayList<>();

    Run(String layers, boolean full, int batch, int shards) {
      Dataset data = Rows.classes(ROWS, 4);
      network = Rows.network(4, 3, layers);
      TrainingSettings settings = TrainingSettings.of(full ? new Lbfgs() : new Adam(), 3).withThreads(1)
          .withBatch(full ? 0 : batch).withShards(shards);
      trainer = new Trainer(network, new CrossEntropy(), settings, data, Rows.all(data), BlasProvider.get());
      trainer.observe(this);
      states.add(state());
    }

    float[][] state() {
      List<float[]> all = new ArrayList<>(List.of(network.values().clone()));
      Arrays.stream(trainer.state().slots()).map(float[]::clone).forEach(all::add);
      return all.toArray(float[][]::new);
    }

    @Override
    public void before(long step, int[] rows, int from, int to, double rate) {}

    @Override
    public void after(long step, double meanLoss) {
      states.add(state());
    }

    void epoch(Cancellation<InterruptedException> cancellation) throws InterruptedException {
      trainer.epoch(3, new double[3], cancellation);
    }
  }

  @ParameterizedTest
  @CsvSource({"'dense 5 tanh, output', false, 250, 1", "'dense 5 tanh, output', false, 600, 2",
      "'dense 5, batchnorm, relu, output', false, 600, 2", "'dense 5, batchnorm, relu, output', false, 300, 1",
      "'dense 5 tanh, output', true, 0, 2", "'dense 5, batchnorm, tanh, output', true, 0, 1"})
  void theStateIsThatAfterTheLastFinishedUpdateWhereverItIsCancelled(String layers, boolean full, int batch,
      int shards) throws InterruptedException {
    Run whole = new Run(layers, full, batch, shards);
    whole.epoch(new AtTime(-1));
    AtTime all = new AtTime(-1);
    whole.epoch(all);
    int updates = (int) whole.trainer.steps() / 2;
    for (int time = 0; time < all.asked; time++) {
      Run run = new Run(layers, full, batch, shards);
      run.epoch(new AtTime(-1));
      AtTime cancellation = new AtTime(time);
      assertThrows(InterruptedException.class, () -> run.epoch(cancellation));
      assertEquals(time + 1, cancellation.asked, "it asks no more once it was told");
      assertEquals(1, run.trainer.epochs());
      int done = (int) run.trainer.steps();
      assertTrue(done >= updates && done < 2 * updates, done + " updates");
      float[][] expected = whole.states.get(done);
      boolean memoryToo = !full;
      assertArrayEquals(expected[0], run.network.values(), "parameters, cancelled at " + time);
      if (memoryToo) {
        assertArrayEquals(expected, run.state(), "optimizer, cancelled at " + time);
      }
      if (done == updates && !(full && layers.contains("batchnorm"))) {
        run.epoch(new AtTime(-1));
        assertArrayEquals(whole.network.values(), run.network.values(), "gone on, cancelled at " + time);
      }
    }
  }

  /** The epoch is trained, but there is no validation loss to go with it. */
  @Test
  void anEpochThatIsNotValidatedDoesNotCount() throws InterruptedException {
    Dataset data = Rows.classes(ROWS, 4);
    Network network = Rows.network(4, 3, "dense 5 tanh, output");
    Training training = new Training(network, new CrossEntropy(),
        TrainingSettings.of(new Adam(), 5).withThreads(1).withBatch(600), data, Split.of(data, 0.2, 1),
        BlasProvider.get(), message -> {});
    AtTime once = new AtTime(-1);
    assertTrue(training.next(once));
    float[] before = network.values().clone();
    assertThrows(InterruptedException.class, () -> training.next(new AtTime(once.asked - 1)));
    assertEquals(1, training.trainer().epochs());
    assertEquals(1, training.history().epochs());
    assertEquals(2, training.trainer().steps());
    assertTrue(!Arrays.equals(before, network.values()), "the epoch's update stays");
    training.restoreBest();
    assertArrayEquals(before, network.values());
    assertTrue(training.next(new AtTime(-1)));
    assertEquals(2, training.history().epochs());
  }

  /** However many threads are at work, each ends the chunk at hand at most. */
  @ParameterizedTest
  @CsvSource({"'dense 5 tanh, output'", "'dense 5, batchnorm, relu, output'"})
  void noThreadBeginsAnotherChunk(String layers) {
    AtomicInteger reads = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Dataset data = new Rows.Watched(Rows.classes(20_000, 4)) {
      @Override
      void beforeReading(int[] rows, int from, int to) {
        if (reads.incrementAndGet() == 5) {
          caller.interrupt();
        }
      }
    };
    Network network = Rows.network(4, 3, layers);
    float[] before = network.values().clone();
    int threads = 2;
    Trainer trainer = new Trainer(network, new CrossEntropy(),
        TrainingSettings.of(new Adam(), 3).withThreads(threads).withBatch(0).withShards(4), data, Rows.all(data),
        BlasProvider.get());
    assertThrows(InterruptedException.class, () -> trainer.epoch(3, new double[3]));
    assertTrue(Thread.interrupted(), "the thread stays interrupted, for its owner to see");
    assertTrue(reads.get() < 5 + threads, reads + " chunks were read");
    assertArrayEquals(before, network.values());
    assertEquals(0, trainer.steps());
  }

  @Test
  void anEvaluatorEndsBetweenChunks() {
    Dataset data = Rows.classes(20_000, 4);
    Evaluator evaluator = new Evaluator(Rows.network(4, 3, "output"), new CrossEntropy(), data.targetShape(), 3, 20_000,
        1, BlasProvider.get());
    AtTime third = new AtTime(4);
    assertThrows(InterruptedException.class, () -> evaluator.meanLoss(data, Rows.all(data), third));
    assertEquals(5, third.asked);
    AtTime again = new AtTime(4);
    assertThrows(InterruptedException.class,
        () -> evaluator.predict(data, Rows.all(data), new float[3 * 20_000], again));
    assertEquals(5, again.asked);
  }
}
