package weka.bench;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import ruru.blas.BlasProvider;
import ruru.cluster.Isolation;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.cluster.Silhouette;
import ruru.cluster.Stability;
import ruru.data.Augmentation;
import ruru.data.AugmentedDataset;
import ruru.data.IdxFile;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.Evaluator;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Work for {@link StopBench}, on made-up data: it may be run again and again, and is interrupted. */
interface StopWork {
  int CLASSES = 10;
  String RESIDUAL = "conv 16 3x3, batchnorm, relu as a, conv 16 3x3, batchnorm, relu, conv 16 3x3, batchnorm, add a, "
      + "relu, maxpool 2, conv 32 3x3 relu, globalavgpool, output";

  void run() throws Exception;

  /** The kinds by their names. */
  static Map<String, StopWork> all() throws IOException {
    Map<String, StopWork> all = new LinkedHashMap<>();
    Dataset images = images(10_000, Shape.of(16, 16, 1));
    Dataset table = images(10_000, Shape.of(256));
    all.put("training, residual convolutions, all rows", training(images, RESIDUAL, new Adam(), 0, 0));
    all.put("training, convolutions, batches of 32", training(images, "conv 32 5x5 relu, maxpool 2, output", new Adam(),
        32, 0.15));
    all.put("training, dense 2000, all rows", training(table, "dense 2000 relu, dense 2000 relu, output", new Adam(), 0,
        0));
    all.put("training, dense 500, batches of 128", training(table, "dense 500 relu, output", new Adam(), 128, 0.2));
    all.put("training, lbfgs", training(table, "dense 500 tanh, output", new Lbfgs(), 0, 0));
    all.put("training, lbfgs with batch normalisation", training(table, "dense 300, batchnorm, tanh, output",
        new Lbfgs(), 0, 0.2));
    all.put("training, changed images", training(new AugmentedDataset(images,
        Augmentation.parse("flip, rotate 10, zoom 0.1, shift 2")), "conv 16 3x3 relu, output", new Adam(), 0, 0));
    all.put("initial weights, orthogonal 2000x2000", initialise("dense 2000 init=orthogonal, output", 2000));
    all.put("initial weights, orthogonal 500x4000", initialise("dense 500 init=orthogonal, output", 4000));
    all.put("initial weights, 6000x4000", initialise("dense 4000, output", 6000));
    all.put("validation and prediction", evaluation(images));
    Points points = points(60_000, 50);
    all.put("K-means", () -> KMeans.run(points, 50, 10, 1, BlasProvider.get()));
    all.put("silhouette, stability, isolation", () -> {
      KMeans.Result found = KMeans.run(points, 4, 1, 1, BlasProvider.get());
      Silhouette.of(points, found.assignment(), found.k(), 1);
      Isolation.of(points, found);
      Stability.of(points, 4, 1, BlasProvider.get());
    });
    Instances classes = rows(20_000, 60, CLASSES);
    Instances numbers = rows(3000, 20, 0);
    Path idx = idx();
    all.put("IDX file", () -> IdxFile.images(idx));
    all.put("NeuralNet, table with bins", net(classes, "-bins 20 -epochs 1"));
    all.put("NeuralNet, as it is, few rows", net(rows(400, 10, 3), ""));
    all.put("NeuralNet, intervals by cross-validation", net(numbers, "-epochs 2 -intervals 10"));
    all.put("NeuralNet, pixels", net(rows(4000, 784, CLASSES), "-input 28x28x1 -layers \"conv 8, output\" -epochs 1"));
    all.put("NeuralNet, image files", net(pictures(60), "-layers \"conv 8, globalavgpool, output\" -epochs 2 "
        + "-input 64x64x3"));
    all.put("NeuralEncoder, principal axes of 400 numbers",
        encoder(rows(3000, 600, 0), "-layers \"dense 400\" -epochs 1"));
    all.put("NeuralEncoder, variational", encoder(rows(20_000, 30, 0), "-variational -epochs 1"));
    all.put("NeuralClusterer", clusterer(rows(2000, 20, 0), "-N 5 -layers \"dense 50 relu, dense 5\" -epochs 3"));
    all.put("NeuralClusterer, several numbers of clusters", clusterer(rows(2000, 20, 0), "-N 2-12 -layers none"));
    return all;
  }

  private static StopWork training(Dataset data, String layers, Optimizer optimizer, int batch, double held) {
    return () -> {
      Network network = network(data.inputShape(), layers);
      network.initialise(1, Cancellation.ofCallingThread());
      TrainingSettings settings = TrainingSettings.of(optimizer, 1000).withBatch(batch).withThreads(2);
      Training training = new Training(network, new CrossEntropy(), settings, data, Split.of(data, held, 1),
          BlasProvider.get(), message -> {});
      while (training.next()) {
        continue;
      }
    };
  }

  private static StopWork initialise(String layers, int inputs) {
    return () -> network(Shape.of(inputs), layers).initialise(1, Cancellation.ofCallingThread());
  }

  private static StopWork evaluation(Dataset data) {
    Network network = network(data.inputShape(), RESIDUAL);
    network.initialise(1);
    int[] rows = Split.of(data, 0, 1).training();
    return () -> {
      Evaluator evaluator = new Evaluator(network, new CrossEntropy(), data.targetShape(), CLASSES, rows.length, 2,
          BlasProvider.get());
      evaluator.meanLoss(data, rows, Cancellation.ofCallingThread());
      evaluator.predict(data, rows, new float[rows.length * CLASSES], Cancellation.ofCallingThread());
    };
  }

  private static Network network(Shape input, String layers) {
    return new Network(input, CLASSES, NetworkText.parse(layers));
  }

  private static StopWork net(Instances data, String options) {
    return () -> {
      NeuralNet net = new NeuralNet();
      net.setOptions(Utils.splitOptions(options));
      net.buildClassifier(data);
    };
  }

  private static StopWork encoder(Instances data, String options) {
    return () -> {
      NeuralEncoder encoder = new NeuralEncoder();
      encoder.setOptions(Utils.splitOptions(options));
      encoder.setInputFormat(data);
      Filter.useFilter(data, encoder);
    };
  }

  private static StopWork clusterer(Instances data, String options) {
    return () -> {
      Instances inputs = new Instances(data);
      inputs.setClassIndex(-1);
      NeuralClusterer clusterer = new NeuralClusterer();
      clusterer.setOptions(Utils.splitOptions(options));
      clusterer.buildClusterer(inputs);
    };
  }

  private static float[] random(int size) {
    Random random = new Random(2);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static Dataset images(int rows, Shape shape) {
    int[] labels = new Random(3).ints(rows, 0, CLASSES).toArray();
    return new ArrayDataset(shape, Shape.of(CLASSES), random(rows * shape.size()),
        ArrayDataset.oneHot(labels, CLASSES), null, labels);
  }

  private static Points points(int rows, int width) {
    float[] weights = new float[rows];
    Arrays.fill(weights, 1);
    return new Points(random(rows * width), width, weights);
  }

  /** @param classes 0 for a numeric class */
  private static Instances rows(int rows, int numbers, int classes) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      attributes.add(new Attribute("a" + i));
    }
    attributes.add(classes == 0 ? new Attribute("class") : nominal(classes));
    Instances data = new Instances("made up", attributes, rows);
    data.setClassIndex(numbers);
    Random random = new Random(4);
    for (int r = 0; r < rows; r++) {
      double[] values = random.doubles(numbers + 1).toArray();
      values[numbers] = classes == 0 ? values[0] + values[1] : random.nextInt(classes);
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  private static Attribute nominal(int classes) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      names.add("c" + c);
    }
    return new Attribute("class", names);
  }

  /** Photographs of 12 megapixels, all of them of noise, in a folder that goes with the program. */
  private static Instances pictures(int rows) throws IOException {
    Path folder = Files.createTempDirectory("stop");
    folder.toFile().deleteOnExit();
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("file", (List<String>) null), nominal(2)));
    Instances data = new Instances("pictures", attributes, rows);
    data.setClassIndex(1);
    Path first = picture(folder);
    for (int r = 0; r < rows; r++) {
      Path file = folder.resolve(r + ".jpg");
      Files.createSymbolicLink(file, first);
      file.toFile().deleteOnExit();
      data.add(new DenseInstance(1, new double[] {data.attribute(0).addStringValue(file.toString()), r % 2}));
    }
    return data;
  }

  /** 400 MB of images, compressed. */
  private static Path idx() throws IOException {
    Path file = Files.createTempFile("stop", ".gz");
    file.toFile().deleteOnExit();
    byte[] image = new byte[28 * 28];
    new Random(6).nextBytes(image);
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      int count = 500_000;
      out.writeInt(0x803);
      out.writeInt(count);
      out.writeInt(28);
      out.writeInt(28);
      for (int i = 0; i < count; i++) {
        out.write(image);
      }
    }
    return file;
  }

  private static Path picture(Path folder) throws IOException {
    BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(5);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, 0x010101 * ((x + y + random.nextInt(20)) % 256));
      }
    }
    Path file = folder.resolve("photograph.jpg");
    ImageIO.write(image, "jpg", file.toFile());
    file.toFile().deleteOnExit();
    return file;
  }
}
