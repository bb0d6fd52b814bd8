package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;

/** Weka's Stop buttons interrupt the thread that builds. */
class NeuralNetInterruptTest {
  private static final long AFTER_MILLIS = 300;
  private static final long LIMIT_MILLIS = 10_000;

  private static Instances data;

  @BeforeAll
  static void read() throws Exception {
    data = mixed(4000, 1, true);
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Interrupts after a while what would take minutes; returns what it threw. */
  private static Throwable interrupted(Work work) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(() -> {
      try {
        work.run();
      } catch (Throwable t) {
        thrown.set(t);
      }
    });
    thread.setDaemon(true);
    thread.start();
    thread.join(AFTER_MILLIS);
    assertTrue(thread.isAlive(), () -> "ended too early: " + thrown.get());
    thread.interrupt();
    thread.join(LIMIT_MILLIS);
    assertTrue(!thread.isAlive(), "still at work long after the interrupt");
    return thrown.get();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "-epochs 1000000 -validation 0 -patience 0",
      "-epochs 1000000 -validation 20 -patience 0 -batch 1",
      "-epochs 1000000 -validation 0 -batch all -layers \"dense 300 relu, dense 300 relu\"",
      "-epochs 1000000 -layers \"dense 100 tanh, dense 100 tanh\" -optimizer \"lbfgs gradient=0 decrease=0\"",
      "-epochs 1000000 -validation 0 -threads 4 -shards 4 -batch 1000"})
  void stopsAtOnce(String options) throws Exception {
    NeuralNet net = net(options);
    assertInstanceOf(InterruptedException.class, interrupted(() -> net.buildClassifier(data)));
    assertEquals("NeuralNet: no model built yet", net.toString());
    net.setEpochs("1");
    net.buildClassifier(data);
    assertSame(predictions(oneEpoch(options), data), predictions(net, data), "built after a stop");
  }

  private static NeuralNet oneEpoch(String options) throws Exception {
    NeuralNet net = net(options);
    net.setEpochs("1");
    net.buildClassifier(data);
    return net;
  }

  /** A small net is trained from several starts before its first epoch; that stops too. */
  @Test
  void stopsBetweenStarts() throws Exception {
    Instances rows = new Instances(data, 0, 900);
    NeuralNet net = net("-layers \"dense 2 tanh\" -batch 1 -optimizer \"adam\"");
    Throwable thrown = interrupted(() -> {
      while (true) {
        net.buildClassifier(rows);
      }
    });
    assertInstanceOf(InterruptedException.class, thrown);
  }

  @Test
  void workersAreFreeForOthers() throws Exception {
    interrupted(() -> net("-epochs 1000000 -validation 0 -threads 4 -shards 4 -batch 1000").buildClassifier(data));
    NeuralNet net = built("-epochs 3 -threads 4 -shards 4 -batch 1000", data);
    assertEquals(3, net.getMeasure("measureEpochs"));
  }

  /** The thread stays interrupted, so that what runs around it, such as a cross-validation, stops as well. */
  @Test
  void theThreadStaysInterrupted() throws Exception {
    AtomicReference<Boolean> flag = new AtomicReference<>();
    interrupted(() -> {
      try {
        net("-epochs 1000000 -validation 0").buildClassifier(data);
      } finally {
        flag.set(Thread.currentThread().isInterrupted());
      }
    });
    assertEquals(true, flag.get());
  }
}
