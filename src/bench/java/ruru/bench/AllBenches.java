package ruru.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * All figures of speed, one table after the other, about ten minutes. They mean something only on a machine that does
 * nothing else.
 */
public final class AllBenches {
  private AllBenches() {}

  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    for (String provider : new String[] {"openblas", "vector", "java"}) {
      System.out.println();
      Forks.run(BlasBench.class, "-Druru.blas=" + provider, "--add-modules=jdk.incubator.vector");
    }
    System.out.println();
    layers();
    System.out.println();
    Forks.run(ThroughputBench.class);
    for (String provider : new String[] {"vector", "java"}) {
      Forks.run(ThroughputBench.class, "-Druru.blas=" + provider, "--add-modules=jdk.incubator.vector", "mlp");
    }
    System.out.println();
    Forks.run(RowsBench.class);
    System.out.println();
    Forks.run(StartUpBench.class);
    Forks.run(WekaBench.class, "-Xmx1g", WekaBench.DIGITS);
    Forks.run(WekaBench.class, "-Xmx1g", WekaBench.IRIS);
  }

  /** JMH's own report has a line for every counter; here is one a layer. */
  private static void layers() throws RunnerException {
    System.out.printf("%-32s %-9s %14s %10s %10s%n", "layer, one thread", "", "us per call", "GFLOP/s", "GB/s");
    var options = new OptionsBuilder().include(LayerBench.class.getName()).verbosity(VerboseMode.SILENT)
        .timeout(TimeValue.minutes(1)).jvmArgsAppend("-Djava.util.logging.config.file=none");
    for (RunResult result : new Runner(options.build()).run()) {
      Result<?> calls = result.getPrimaryResult();
      String method = result.getParams().getBenchmark().replaceFirst(".*[.]", "");
      double seconds = TimeUnit.SECONDS.toMicros(1) / calls.getScore();
      System.out.printf("%-32s %-9s %14.1f %10.1f %10.1f%n", result.getParams().getParam("layer"), method, seconds,
          result.getSecondaryResults().get("gigaFlop").getScore(),
          result.getSecondaryResults().get("gigaByte").getScore());
    }
  }
}
