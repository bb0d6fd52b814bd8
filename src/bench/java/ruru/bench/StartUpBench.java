package ruru.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import ruru.nn.train.Dataset;
import ruru.nn.train.Trainer;

/**
 * Milliseconds from the start of a JVM to the end of its first epoch, one batch of the mlp: class loading, unpacking
 * and loading OpenBLAS, planning memory. Each time in a JVM of its own; the median of 7.
 */
public final class StartUpBench {
  private static final int STARTS = 7;

  private StartUpBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0) {
      once();
      return;
    }
    long[][] times = new long[STARTS][];
    for (int i = 0; i < STARTS; i++) {
      Process process = Forks.start(StartUpBench.class, ProcessBuilder.Redirect.PIPE, "once");
      String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      times[i] = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }
    Arrays.sort(times, (a, b) -> Long.compare(a[1], b[1]));
    long[] median = times[STARTS / 2];
    System.out.printf(Locale.ROOT, "start-up: %d ms from the start of the JVM to its main method, "
        + "%d ms to the end of the first batch%n", median[0], median[1]);
  }

  private static void once() throws InterruptedException {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    long main = System.currentTimeMillis() - start;
    Net net = new Net("mlp", Net.MLP.text(), Net.MLP.input(), Net.MLP.classes(), Net.MLP.batch(), Net.MLP.batch(),
        0);
    Dataset data = net.data();
    Trainer trainer = net.trainer(net.network(), data, Runtime.getRuntime().availableProcessors(), 0);
    trainer.epoch(1, new double[1]);
    System.out.println(main + " " + (System.currentTimeMillis() - start));
  }
}
