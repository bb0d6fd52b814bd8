package ruru.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Trainer;
import ruru.nn.train.TrainingSettings;

/**
 * Rows per second of training convolutional networks on random data, batch 128, Adam: best of some epochs, by the
 * clock and by the processor time of the training thread (which means something with one thread only, and is what to
 * compare on a busy machine). Arguments: net (cnn, vgg, or SHAPE:LAYERS), threads (default 1), shards (default 0:
 * auto), rows (default 1024), epochs (8).
 */
public final class ConvBench {
  private static final int BATCH = 128;
  private static final int CLASSES = 10;
  private static final Map<String, String> NETS = new LinkedHashMap<>(Map.of(
      "cnn", "28x28x1:conv 32 3x3 relu, maxpool 2, conv 64 3x3 relu, maxpool 2, dense 128 relu, output",
      "vgg", "32x32x3:conv 32 3x3 relu, conv 32 3x3 relu, maxpool 2, conv 64 3x3 relu, conv 64 3x3 relu, maxpool 2, "
          + "dense 256 relu, output"));
  private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

  private ConvBench() {}

  public static void main(String[] args) throws InterruptedException {
    int threads = argument(args, 1, 1);
    int shards = argument(args, 2, 0);
    int rows = argument(args, 3, 1024);
    int epochs = argument(args, 4, 8);
    System.out.println("threads " + threads + ", shards " + shards + ", " + BlasProvider.get().name());
    for (String net : args.length > 0 ? List.of(args[0]) : List.of("cnn", "vgg")) {
      String[] parts = NETS.getOrDefault(net, net).split(":");
      measure(net, Shape.parse(parts[0]), parts[1], threads, shards, rows, epochs);
    }
  }

  private static int argument(String[] args, int index, int byDefault) {
    return args.length > index ? Integer.parseInt(args[index]) : byDefault;
  }

  private static void measure(String what, Shape input, String layers, int threads, int shards, int rows, int epochs)
      throws InterruptedException {
    Network network = new Network(input, CLASSES, NetworkText.parse(layers));
    network.initialise(1);
    int[] all = new int[rows];
    Arrays.setAll(all, i -> i);
    TrainingSettings settings = TrainingSettings.of(new Adam(), 1).withBatch(BATCH).withThreads(threads)
        .withShards(shards);
    Trainer trainer =
        new Trainer(network, new CrossEntropy(), settings, randomData(input, rows), all, BlasProvider.get());
    double byClock = 0;
    double byProcessor = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      long start = System.nanoTime();
      long startProcessor = TIMES.getCurrentThreadCpuTime();
      trainer.epoch(epochs, new double[epochs]);
      byProcessor = Math.max(byProcessor, rows * 1e9 / (TIMES.getCurrentThreadCpuTime() - startProcessor));
      byClock = Math.max(byClock, rows * 1e9 / (System.nanoTime() - start));
    }
    System.out.printf(Locale.ROOT, "%-6s %,10.0f rows/s by the clock, %,10.0f by processor time%n", what, byClock,
        byProcessor);
  }

  private static ArrayDataset randomData(Shape input, int rows) {
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[rows * input.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextDouble();
    }
    int[] labels = random.ints(rows, 0, CLASSES).toArray();
    return new ArrayDataset(input, Shape.of(CLASSES), x, ArrayDataset.oneHot(labels, CLASSES), null, labels);
  }
}
