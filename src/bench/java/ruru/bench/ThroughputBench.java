package ruru.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.train.Dataset;
import ruru.nn.train.Evaluator;
import ruru.nn.train.StepObserver;
import ruru.nn.train.Trainer;

/**
 * Rows a second of training and of prediction, with one thread and with all, and the bytes that a training step
 * allocates. Best of some epochs, in which the two take turns, so that other programs hit both. Arguments: names of
 * nets (default: all), and shards=N.
 */
public final class ThroughputBench {
  private static final int WARM_UP = 3;
  private static final int EPOCHS = 7;
  /** The clock of a thread's processor time may tick in hundredths of a second. */
  private static final double LEAST_SECONDS = 0.1;

  private ThroughputBench() {}

  public static void main(String[] args) throws InterruptedException {
    List<String> names = new ArrayList<>(Arrays.asList(args));
    String shards = names.stream().filter(a -> a.startsWith("shards=")).findFirst().orElse("shards=0");
    names.remove(shards);
    int all = Runtime.getRuntime().availableProcessors();
    System.out.printf("%s, Java %d%n", BlasProvider.get().name(), Runtime.version().feature());
    System.out.printf("%-6s %16s %16s %8s %16s %16s %12s%n", "rows/s", "train, 1 thread", all + " threads", "ratio",
        "predict, 1", all + " threads", "bytes/step");
    for (Net net : Net.named(names)) {
      measure(net, all, Integer.parseInt(shards.substring("shards=".length())));
    }
  }

  private static void measure(Net net, int threads, int shards) throws InterruptedException {
    Dataset data = net.data();
    Trainer one = net.trainer(net.network(), data, 1, shards);
    Trainer many = net.trainer(net.network(), data, threads, shards);
    Network network = net.network();
    Evaluator oneEvaluator = evaluator(net, network, 1);
    Evaluator manyEvaluator = evaluator(net, network, threads);
    float[] shares = new float[net.rows() * net.classes()];
    int[] rows = net.allRows();
    double[] best = new double[4];
    double bytes = Double.MAX_VALUE;
    for (int epoch = -WARM_UP; epoch < EPOCHS; epoch++) {
      double[] speeds = {
          speed(net, 1, () -> one.epoch(1, new double[1])), speed(net, threads, () -> many.epoch(1, new double[1])),
          speed(net, 1, () -> oneEvaluator.predict(data, rows, shares)),
          speed(net, threads, () -> manyEvaluator.predict(data, rows, shares))};
      Allocation allocation = new Allocation(one.steps() + 1);
      one.observe(allocation);
      one.epoch(1, new double[1]);
      one.forget(allocation);
      bytes = Math.min(bytes, allocation.bytes());
      for (int i = 0; i < best.length && epoch >= 0; i++) {
        best[i] = Math.max(best[i], speeds[i]);
      }
    }
    System.out.printf(Locale.ROOT, "%-6s %,16.0f %,16.0f %8.2f %,16.0f %,16.0f %12.1f%n", net.name(), best[0], best[1],
        best[1] / best[0], best[2], best[3], bytes);
  }

  private static Evaluator evaluator(Net net, Network network, int threads) {
    return new Evaluator(network, new CrossEntropy(), Shape.of(net.classes()), net.classes(), net.rows(), threads,
        BlasProvider.get());
  }

  interface Pass {
    void run() throws InterruptedException;
  }

  /**
   * Rows a second of passes over the net's rows, as many as the clock needs. With one thread, the time is the processor
   * time of the calling thread, so that other programs disturb less; with more, it is that of the clock on the wall.
   */
  static double speed(Net net, int threads, Pass pass) throws InterruptedException {
    ThreadMXBean clock = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LongSupplier nanos = threads == 1 ? clock::getCurrentThreadCpuTime : System::nanoTime;
    long start = nanos.getAsLong();
    double seconds = 0;
    long rows = 0;
    while (seconds < LEAST_SECONDS) {
      pass.run();
      rows += net.rows();
      seconds = (nanos.getAsLong() - start) / 1e9;
    }
    return rows / seconds;
  }

  /**
   * Bytes that a step allocates, the mean of those after the first of an epoch: from the end of that one to the end of
   * the last. By the calling thread, which does all the work where there is but one.
   */
  private static final class Allocation implements StepObserver {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long first;
    private long before;
    private long after;
    private long last;

    Allocation(long first) {
      this.first = first;
    }

    @Override
    public void before(long step, int[] rows, int from, int to, double rate) {}

    @Override
    public void after(long step, double meanLoss) {
      after = threads.getCurrentThreadAllocatedBytes();
      last = step;
      if (step == first) {
        before = after;
      }
    }

    double bytes() {
      return (after - before) / (double) (last - first);
    }
  }
}
