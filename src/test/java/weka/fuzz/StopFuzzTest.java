package weka.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ruru.fuzz.Fuzz;

/** An interrupt at any moment ends the work soon; its thread stays interrupted, and the scheme is as a fresh one. */
class StopFuzzTest {
  private static final int LONGEST_DELAY_MILLIS = 600;
  private static final int SOON_MILLIS = 5000;

  /** What came of the work. */
  private static final class Ended {
    private Throwable thrown;
    private boolean interrupted;
  }

  @Test
  void anInterruptEndsTheWork() throws Exception {
    Map<StopKind, String> expected = new EnumMap<>(StopKind.class);
    for (StopKind kind : StopKind.values()) {
      expected.put(kind, kind.make().brief());
    }
    List<StopKind> kinds = List.copyOf(expected.keySet());
    long[] longest = {0};
    Fuzz.run("moments to interrupt", 6, random -> {
      StopKind kind = kinds.get(random.nextInt(kinds.size()));
      StopKind.Subject subject = kind.make();
      if (random.nextInt(4) == 0) {
        // Something to be forgotten.
        subject.brief();
      }
      Ended ended = new Ended();
      Thread thread = new Thread(() -> {
        try {
          subject.endless();
        } catch (Exception | Error e) {
          ended.thrown = e;
        } finally {
          ended.interrupted = Thread.currentThread().isInterrupted();
        }
      }, kind.toString());
      thread.setDaemon(true);
      thread.start();
      Thread.sleep((long) (LONGEST_DELAY_MILLIS * Math.pow(random.nextDouble(), 3)));
      if (!thread.isAlive() && ended.thrown == null) {
        // Even work without end may find nothing left to do.
        return;
      }
      long start = System.nanoTime();
      thread.interrupt();
      thread.join(SOON_MILLIS);
      longest[0] = Math.max(longest[0], System.nanoTime() - start);
      assertFalse(thread.isAlive(), () -> kind + ": still at work " + SOON_MILLIS + " ms after the interrupt");
      assertInstanceOf(InterruptedException.class, ended.thrown, kind.toString());
      if (!ended.interrupted) {
        throw new AssertionError(kind + ": the thread is no longer interrupted", ended.thrown);
      }
      assertTrue(subject.isEmpty(), () -> kind + ": holds what nobody wanted");
      assertEquals(expected.get(kind), subject.brief(), kind.toString());
    });
    System.out.println("longest: " + longest[0] / 1_000_000 + " ms");
  }
}
