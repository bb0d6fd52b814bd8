package ruru.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a check on inputs of one seed after the other: a fixed slice of them, or as many as -Dfuzz.seconds allows, from
 * a seed that differs from run to run, with each kind of fault told once. A failure, or a check that does not end, says
 * the seed and the command that repeats it.
 */
public final class Fuzz {
  private static final int SLICE = 500;
  private static final int HANG_SECONDS = 60;
  private static final int MOST_FAULTS = 20;
  private static final long SECONDS = Long.getLong("fuzz.seconds", 0);

  /** An input made of a seed, and what must hold of it. */
  public interface Check {
    void of(Random random) throws Exception;
  }

  /** What must hold of one of many. */
  public interface CheckOf<T> {
    void of(T one) throws Exception;
  }

  private Fuzz() {}

  /** Whether there is time for more than a slice. */
  public static boolean isLong() {
    return SECONDS > 0;
  }

  public static void run(String what, Check check) {
    run(what, SLICE, check);
  }

  /** @param slice inputs in the ordinary tests: what a second or two allows */
  public static void run(String what, int slice, Check check) {
    long first = Long.getLong("fuzz.seed", isLong() ? System.currentTimeMillis() : 1);
    String repeat = "mvn test -Dtest='" + test() + "' -Dfuzz.seed=";
    System.out.println("fuzzing " + what + " from seed " + first + " on: " + repeat + first);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    long seed = first;
    Map<Object, AssertionError> faults = new LinkedHashMap<>();
    try (Worker worker = new Worker()) {
      for (; isLong() ? System.nanoTime() < end && faults.size() < MOST_FAULTS : seed < first + slice; seed++) {
        Random random = random(seed);
        try {
          worker.run(() -> check.of(random), what + ": seed " + seed + "; to repeat it: " + repeat + seed);
        } catch (AssertionError e) {
          faults.putIfAbsent(kind(e), e);
          if (!isLong() || worker.hangs()) {
            break;
          }
        }
      }
    }
    System.out.println("fuzzed " + what + ": " + (seed - first) + " inputs, kinds of faults: " + faults.size());
    if (!faults.isEmpty()) {
      Iterator<AssertionError> each = faults.values().iterator();
      AssertionError told = each.next();
      each.forEachRemaining(told::addSuppressed);
      throw told;
    }
  }

  /** Where a fault comes from, so that each kind is told once. */
  private static Object kind(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String place = Arrays.stream(cause.getStackTrace()).map(StackTraceElement::toString)
        .filter(l -> l.matches("(app//)?(ruru|weka)\\..*")).findFirst().orElse("");
    return List.of(cause.getClass(), place);
  }

  /** The numbers of a seed. Those of Java begin alike if their seeds are neighbours. */
  public static Random random(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }

  /** Checks a handful, or as many of all as there is time for, or the one that -Dfuzz.only names. */
  public static <T> void each(String what, List<T> handful, List<T> all, CheckOf<T> check) {
    String only = System.getProperty("fuzz.only");
    List<T> chosen = new ArrayList<>(isLong() || only != null ? all : handful);
    chosen.removeIf(one -> only != null && !only.equals(one.toString()));
    Collections.shuffle(chosen);
    String repeat = "mvn test -Dtest='" + test() + "' -Dfuzz.only=";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    int done = 0;
    try (Worker worker = new Worker()) {
      for (; done < chosen.size() && (!isLong() || System.nanoTime() < end); done++) {
        T one = chosen.get(done);
        worker.run(() -> check.of(one), what + ": " + one + "; to repeat it: " + repeat + one);
      }
    }
    System.out.println("fuzzed " + what + ": " + done + " of " + all.size());
  }

  private static String test() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).walk(frames -> frames
        .filter(f -> f.getDeclaringClass() != Fuzz.class).findFirst()
        .map(f -> f.getDeclaringClass().getSimpleName() + "#" + f.getMethodName()).orElseThrow());
  }

  private interface Work {
    void run() throws Exception;
  }

  /** A thread that is given up if its work does not end. */
  private static final class Worker implements AutoCloseable {
    private Thread thread = Thread.currentThread();
    private boolean hangs;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
      thread = new Thread(task, "fuzz");
      thread.setDaemon(true);
      return thread;
    });

    /** Whether the last work has not ended. */
    boolean hangs() {
      return hangs;
    }

    void run(Work work, String where) {
      Future<?> running = executor.submit(() -> {
        work.run();
        return true;
      });
      try {
        running.get(HANG_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw new AssertionError(where, e.getCause());
      } catch (TimeoutException | InterruptedException e) {
        hangs = true;
        AssertionError fault = new AssertionError(where + ": has not ended within " + HANG_SECONDS + " s", e);
        fault.setStackTrace(thread.getStackTrace());
        throw fault;
      }
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }
}
