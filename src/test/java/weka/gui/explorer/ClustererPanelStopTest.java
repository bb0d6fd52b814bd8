package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import weka.core.neural.run.ExplorerRun;
import weka.core.neural.run.StopRequest;

/**
 * The click on Stop as Weka's panels handled it up to 3.8.6: it interrupts the run's thread and then kills it. Named
 * like the panel, by which a run of the Explorer is recognised.
 */
@EnabledForJreRange(max = JRE.JAVA_19, disabledReason = "later versions of Java cannot kill a thread")
class ClustererPanelStopTest {
  private static final int RUNS = 20;

  private volatile boolean modelShown;

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void theModelIsShownIfTheTrainingEndsBetweenTheInterruptAndTheKill() throws Exception {
    for (int i = 0; i < RUNS; i++) {
      modelShown = false;
      CountDownLatch started = new CountDownLatch(1);
      Thread run = new Thread(() -> run(started), "run");
      run.start();
      started.await();
      EventQueue.invokeAndWait(() -> stop(run, 20));
      run.join();
      assertThat(modelShown).isTrue();
    }
  }

  private void run(CountDownLatch started) {
    try {
      ExplorerRun.train("test", this, () -> {
        started.countDown();
        while (!StopRequest.isMade()) {
          Thread.onSpinWait();
        }
      });
      // A panel evaluates the model before it shows it. It does not wait, and the kill also sets the interrupt.
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      modelShown = true;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("deprecation")
  private static void stop(Thread run, int pause) {
    run.interrupt();
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    run.stop();
  }
}
