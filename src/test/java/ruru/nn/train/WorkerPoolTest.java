package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WorkerPoolTest {
  private static void assertOnce(AtomicIntegerArray counts, int expected) {
    for (int i = 0; i < counts.length(); i++) {
      assertEquals(expected, counts.get(i), "task " + i);
    }
  }

  @Test
  void everyTaskRunsOnce() {
    WorkerPool team = new WorkerPool();
    for (int tasks : new int[] {0, 1, 2, 3, 7, 64, 1000}) {
      for (int threads : new int[] {1, 2, 4, 100}) {
        AtomicIntegerArray counts = new AtomicIntegerArray(tasks);
        team.run(tasks, threads, counts::incrementAndGet);
        assertOnce(counts, 1);
      }
    }
  }

  @Test
  void oneTeamIsUsedAgainAndAgain() {
    WorkerPool team = new WorkerPool();
    int[] done = new int[5];
    for (int run = 0; run < 100_000; run++) {
      team.run(done.length, 4, i -> done[i]++);
    }
    for (int d : done) {
      assertEquals(100_000, d);
    }
  }

  @Test
  void whatTheTasksWroteIsSeenByTheCaller() {
    WorkerPool team = new WorkerPool();
    long[] written = new long[64];
    for (int run = 1; run <= 20_000; run++) {
      long value = run;
      team.run(written.length, 2, i -> written[i] = value);
      for (long w : written) {
        assertEquals(run, w);
      }
    }
  }

  @Test
  void workersHelp() throws Exception {
    Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor, so there are no workers");
    for (int pause : new int[] {0, 50}) {
      Thread.sleep(pause);
      CountDownLatch both = new CountDownLatch(2);
      boolean[] met = new boolean[2];
      new WorkerPool().run(2, 2, i -> {
        both.countDown();
        met[i] = await(both);
      });
      assertTrue(met[0] && met[1], "two tasks did not run at the same time after a pause of " + pause + " ms");
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void noMoreThreadsThanAskedForAreInside() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    WorkerPool team = new WorkerPool();
    for (int run = 0; run < 2000; run++) {
      team.run(8, 2, i -> {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.onSpinWait();
        inside.decrementAndGet();
      });
    }
    assertTrue(most.get() <= 2, most + " threads at once");
  }

  @Test
  void failuresReachTheCallerAndLeaveTheTeamUsable() {
    WorkerPool team = new WorkerPool();
    for (int run = 0; run < 2000; run++) {
      int bad = run % 6;
      RuntimeException failure = new IllegalArgumentException("task " + bad);
      assertSame(failure, assertThrows(IllegalArgumentException.class, () -> team.run(6, 2, i -> {
        if (i == bad) {
          throw failure;
        }
      })));
      AtomicIntegerArray counts = new AtomicIntegerArray(6);
      team.run(6, 2, counts::incrementAndGet);
      assertOnce(counts, 1);
    }
    assertThrows(StackOverflowError.class, () -> team.run(3, 2, i -> {
      throw new StackOverflowError();
    }));
  }

  /** Two tasks that run at the same time fail, the later one after the first. */
  @Test
  void theFailureOfTheLowestTaskIsReported() {
    Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor, so there are no workers");
    for (int first = 0; first < 2; first++) {
      int early = first;
      WorkerPool team = new WorkerPool();
      CountDownLatch both = new CountDownLatch(2);
      AtomicInteger failed = new AtomicInteger();
      assertEquals("task 0", assertThrows(IllegalArgumentException.class, () -> team.run(2, 2, i -> {
        both.countDown();
        await(both);
        if (i != early) {
          while (failed.get() == 0) {
            Thread.onSpinWait();
          }
          pause();
        }
        failed.incrementAndGet();
        throw new IllegalArgumentException("task " + i);
      })).getMessage());
    }
  }

  /** Long enough for another thread to put its exception away. */
  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** More callers than places where a run can be posted, each with runs inside its runs. */
  @Test
  void manyCallersEachWithRunsInsideTheirRuns() throws Exception {
    int callers = 80;
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int c = 0; c < callers; c++) {
        Callable<Integer> caller = () -> nestedRuns(300);
        results.add(threads.submit(caller));
      }
      for (Future<Integer> r : results) {
        assertEquals(300 * 3 * 4, r.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int nestedRuns(int runs) {
    WorkerPool outer = new WorkerPool();
    WorkerPool[] inner = {new WorkerPool(), new WorkerPool(), new WorkerPool()};
    AtomicInteger done = new AtomicInteger();
    for (int run = 0; run < runs; run++) {
      int before = done.get();
      outer.run(3, 3, i -> inner[i].run(4, 2, j -> done.incrementAndGet()));
      assertEquals(before + 12, done.get());
    }
    return done.get();
  }

  @Test
  void aRunAllocatesNothing() {
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    WorkerPool team = new WorkerPool();
    float[] x = new float[1024];
    WorkerPool.Work<RuntimeException> work = i -> x[i * 256]++;
    long id = Thread.currentThread().getId();
    long bytes = 0;
    for (int round = 0; round < 3; round++) {
      long before = bean.getThreadAllocatedBytes(id);
      for (int run = 0; run < 20_000; run++) {
        team.run(4, 2, work);
      }
      bytes = bean.getThreadAllocatedBytes(id) - before;
    }
    assertTrue(bytes < 1000, bytes + " bytes in 20,000 runs");
  }
}
