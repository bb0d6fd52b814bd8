package ruru.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Schedule;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Evaluator;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;

/**
 * Trains an MLP on the 60,000 handwritten digits of MNIST and prints its accuracy on the 10,000 test images, epoch by
 * epoch. Arguments, all optional: epochs, batch, rate, schedule, seed, network. Needs the four IDX files in
 * ../shared/data/mnist, or in the folder that -Dmnist names.
 */
public final class MnistBench {
  private static final int CLASSES = 10;
  private static final int PIXELS = 28 * 28;

  private MnistBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(System.getProperty("mnist", "../shared/data/mnist"));
    if (!Files.isDirectory(folder)) {
      System.out.println("skipped: there is no folder " + folder.toAbsolutePath() + " with MNIST's IDX files");
      return;
    }
    int epochs = Integer.parseInt(argument(args, 0, "10"));
    int batch = Integer.parseInt(argument(args, 1, "128"));
    double rate = Double.parseDouble(argument(args, 2, "0.004"));
    Schedule schedule = RecordText.parse(Catalog.SCHEDULES, argument(args, 3, "onecycle"));
    long seed = Long.parseLong(argument(args, 4, "1"));
    String text = argument(args, 5, "dense 256 relu, dropout 0.2, dense 128 relu, output");

    long start = System.nanoTime();
    ArrayDataset training = load(folder, "train");
    ArrayDataset test = load(folder, "t10k");
    Blas blas = BlasProvider.get();
    Network network = new Network(Shape.of(PIXELS), CLASSES, NetworkText.parse(text));
    network.initialise(seed);
    TrainingSettings settings = TrainingSettings.of(new Adam(), epochs).withBatch(batch).withRate(rate)
        .withSchedule(schedule).withSeed(seed);
    System.out.printf("%s; adam, rate %s, %s, batch %d, seed %d; %s, %d threads%n", text, rate,
        RecordText.print(schedule), batch, seed, blas.name(), settings.threads());
    Training run = new Training(network, new CrossEntropy(), settings, training, Split.of(training, 0, seed), blas,
        System.out::println);
    int[] rows = new int[test.size()];
    Arrays.setAll(rows, i -> i);
    Evaluator evaluator = new Evaluator(network, new CrossEntropy(), Shape.of(CLASSES), CLASSES, rows.length,
        settings.threads(), blas);
    long before = System.nanoTime();
    double trained = 0;
    while (run.next()) {
      trained += (System.nanoTime() - before) / 1e9;
      System.out.printf("epoch %2d  loss %.4f  test accuracy %.2f %%  %.1f s%n", run.trainer().epochs(),
          run.history().training()[run.trainer().epochs() - 1], 100 * accuracy(evaluator, test, rows),
          (System.nanoTime() - start) / 1e9);
      before = System.nanoTime();
    }
    System.out.printf("%,.0f rows a second in training%n", epochs * (double) training.size() / trained);
  }

  private static String argument(String[] args, int index, String byDefault) {
    return args.length > index ? args[index] : byDefault;
  }

  private static double accuracy(Evaluator evaluator, ArrayDataset data, int[] rows) {
    float[] shares = new float[rows.length * CLASSES];
    evaluator.predict(data, rows, shares);
    int right = 0;
    for (int r = 0; r < rows.length; r++) {
      int best = 0;
      for (int c = 1; c < CLASSES; c++) {
        best = shares[r * CLASSES + c] > shares[r * CLASSES + best] ? c : best;
      }
      right += best == data.label(rows[r]) ? 1 : 0;
    }
    return right / (double) rows.length;
  }

  /** Pixels from 0 to 1, less the usual mean 0.1307, over the usual deviation 0.3081. */
  private static ArrayDataset load(Path folder, String part) throws IOException {
    byte[] pixels = readIdx(folder, part + "-images", PIXELS);
    byte[] classes = readIdx(folder, part + "-labels", 1);
    float[] x = new float[pixels.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = ((pixels[i] & 255) / 255f - 0.1307f) / 0.3081f;
    }
    int[] labels = new int[classes.length];
    Arrays.setAll(labels, i -> classes[i]);
    return new ArrayDataset(Shape.of(PIXELS), Shape.of(CLASSES), x, ArrayDataset.oneHot(labels, CLASSES), null, labels);
  }

  /** The bytes of an IDX file, as it is or gzipped. */
  private static byte[] readIdx(Path folder, String start, int bytesPerItem) throws IOException {
    Path file;
    try (var files = Files.list(folder)) {
      file = files.filter(f -> f.getFileName().toString().startsWith(start)).findFirst()
          .orElseThrow(() -> new IOException("there is no file " + start + "... in " + folder));
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(file));
    try (DataInputStream in = new DataInputStream(file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw)) {
      int dimensions = in.readInt() & 255;
      int items = in.readInt();
      in.skipNBytes(4L * (dimensions - 1));
      byte[] bytes = in.readNBytes(items * bytesPerItem);
      if (bytes.length != items * bytesPerItem) {
        throw new IOException(file + " is truncated: " + items + " items expected, got " + bytes.length / bytesPerItem);
      }
      return bytes;
    }
  }
}
