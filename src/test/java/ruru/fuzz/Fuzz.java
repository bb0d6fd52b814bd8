package ruru.fuzz;

import java.util.Random;

/** Runs a check on inputs of one seed after the other: 500, or as many as -Dfuzz.seconds allows. */
public final class Fuzz {
  private static final int SLICE = 500;

  /** An input made of a seed, and what must hold of it. */
  public interface Check {
    void of(Random random) throws Exception;
  }

  private Fuzz() {}

  public static void run(String what, Check check) {
    long seconds = Long.getLong("fuzz.seconds", 0);
    long first = Long.getLong("fuzz.seed", 1);
    long end = System.nanoTime() + seconds * 1_000_000_000;
    long seed = first;
    while (seconds == 0 ? seed < first + SLICE : System.nanoTime() < end) {
      try {
        check.of(new Random(seed));
      } catch (Exception | Error e) {
        throw new AssertionError(what + ": seed " + seed + " (-Dfuzz.seed=" + seed + ")", e);
      }
      seed++;
    }
    System.out.println(what + ": seeds " + first + " to " + (seed - 1));
  }
}
