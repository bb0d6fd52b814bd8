package weka.core.neural.compare;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The time since its creation: wall-clock time, and CPU time of all processors. */
final class Stopwatch {

  private final long start = System.nanoTime();
  private final long startOfProcessors = processorNanos();

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  double processorSeconds() {
    return (processorNanos() - startOfProcessors) / 1e9;
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getProcessCpuTime() : 0;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f s, %.0f s of CPU time", seconds(), processorSeconds());
  }
}
