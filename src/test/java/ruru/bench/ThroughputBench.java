package ruru.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Step;
import ruru.nn.losses.Crossentropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Trainer;
import ruru.nn.train.TrainingSettings;

/**
 * Rows per second of training on random data: best of some epochs. Arguments: threads (default: cores), shards (default: auto).
 */
public final class ThroughputBench {
  private ThroughputBench() {}

  public static void main(String[] args) throws InterruptedException {
    int threads = args.length > 0 ? Integer.parseInt(args[0]) : Runtime.getRuntime().availableProcessors();
    int shards = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    System.out.println("threads " + threads + ", " + BlasProvider.get().name());
    measure("mlp 784-256-128-10, batch 128", "dense 256 relu, dense 128 relu, output", 784, 10, 128, 25_600, threads, shards);
    measure("tiny 8-16-2, batch 32", "dense 16 relu, output", 8, 2, 32, 64_000, threads, shards);
  }

  private static void measure(String what, String layers, int inputs, int classes, int batch, int rows, int threads,
      int shards) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[rows * inputs];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextDouble();
    }
    int[] labels = random.ints(rows, 0, classes).toArray();
    ArrayDataset data = new ArrayDataset(Shape.of(inputs), Shape.of(classes), x, ArrayDataset.oneHot(labels, classes),
        null, labels);
    List<Step> steps = NetworkText.parse(layers);
    Network network = new Network(Shape.of(inputs), classes, steps);
    network.initialise(1);
    int[] all = new int[rows];
    Arrays.setAll(all, i -> i);
    TrainingSettings settings = TrainingSettings.of(new Adam(), 1).withBatch(batch).withThreads(threads).withShards(shards);
    Trainer trainer = new Trainer(network, new Crossentropy(), settings, data, all, BlasProvider.get());
    double best = 0;
    for (int epoch = 0; epoch < 12; epoch++) {
      long start = System.nanoTime();
      trainer.epoch(12, new double[12]);
      best = Math.max(best, rows / ((System.nanoTime() - start) / 1e9));
    }
    System.out.printf(Locale.ROOT, "%-32s %,12.0f rows/s%n", what, best);
  }
}
