package weka.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How long it takes from an interrupt to the end of the work, in {@link StopWork many kinds} of it: each is begun again
 * and again and interrupted at a random moment. Prints the longest and the mean time of each kind, in milliseconds.
 * Arguments: interrupts in all (1000), the largest delay in seconds (3), part of the names of kinds (all).
 */
public final class StopBench {
  private StopBench() {}

  public static void main(String[] args) throws Exception {
    int wanted = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    double most = args.length > 1 ? Double.parseDouble(args[1]) : 3;
    Map<String, StopWork> kinds = new LinkedHashMap<>(StopWork.all());
    kinds.keySet().removeIf(name -> args.length > 2 && !name.contains(args[2]));
    Random random = new Random(1);
    double longest = 0;
    for (Map.Entry<String, StopWork> kind : kinds.entrySet()) {
      longest = Math.max(longest, measure(kind.getKey(), kind.getValue(), wanted / kinds.size(), most, random));
    }
    System.out.printf(Locale.ROOT, "longest of all: %.0f ms%n", longest);
    System.exit(0);
  }

  private static double measure(String name, StopWork work, int times, double most, Random random) throws Exception {
    double horizon = most;
    double longest = 0;
    double sum = 0;
    int done = 0;
    int finished = 0;
    String after = "";
    while (done < times && finished < 4 * times) {
      double delay = horizon * random.nextDouble();
      Exception[] thrown = new Exception[1];
      Thread thread = new Thread(() -> {
        try {
          work.run();
        } catch (Exception e) {
          thrown[0] = e;
        }
      }, name);
      long start = System.nanoTime();
      thread.start();
      thread.join((long) (1000 * delay) + 1);
      if (!thread.isAlive()) {
        if (thrown[0] != null) {
          throw thrown[0];
        }
        finished++;
        horizon = Math.min(horizon, (System.nanoTime() - start) / 1e9);
        continue;
      }
      long interrupt = System.nanoTime();
      thread.interrupt();
      thread.join();
      double milliseconds = (System.nanoTime() - interrupt) / 1e6;
      done++;
      sum += milliseconds;
      if (milliseconds > longest) {
        longest = milliseconds;
        after = String.format(Locale.ROOT, "after %.2f s", delay);
      }
    }
    System.out.printf(Locale.ROOT, "%-44s %4d times, longest %7.1f ms (%s), mean %6.1f ms%n", name, done, longest,
        after, sum / Math.max(1, done));
    return longest;
  }
}
