package ruru.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.RaggedDataset;
import ruru.nn.train.Trainer;
import ruru.nn.train.TrainingSettings;

/**
 * A network whose speed is measured, on random data: uniform inputs, classes drawn at random.
 *
 * @param rows rows of an epoch
 * @param shortest steps of the shortest series if they differ in length, uniformly; 0 if none does
 */
record Net(String name, String text, Shape input, int classes, int batch, int rows, int shortest) {
  static final Net MLP = new Net("mlp", "dense 256 relu, dense 128 relu, output", Shape.of(784), 10, 128, 25_600, 0);
  static final Net CNN = new Net("cnn",
      "conv 32 3x3 relu, maxpool 2, conv 64 3x3 relu, maxpool 2, dense 128 relu, output", Shape.of(28, 28, 1), 10, 128,
      2_560, 0);
  static final Net VGG = new Net("vgg", "conv 32 3x3 relu, conv 32 3x3 relu, maxpool 2, "
      + "conv 64 3x3 relu, conv 64 3x3 relu, maxpool 2, dense 256 relu, output", Shape.of(32, 32, 3), 10, 128, 1_024,
      0);
  static final Net TINY = new Net("tiny", "dense 16 sigmoid, output", Shape.of(8), 2, 32, 16_000, 0);
  static final Net LSTM = new Net("lstm", "lstm 64, output", Shape.of(50, 16), 10, 64, 2_560, 0);
  static final Net GRU = new Net("gru", "gru 64, output", Shape.of(50, 16), 10, 64, 2_560, 0);
  static final Net LENGTHS = new Net("length", "lstm 64, output", Shape.of(200, 16), 10, 64, 2_560, 10);
  static final List<Net> ALL = List.of(MLP, CNN, VGG, TINY, LSTM, GRU, LENGTHS);

  /** Those of the given names; all without a name. */
  static List<Net> named(List<String> names) {
    return ALL.stream().filter(net -> names.isEmpty() || names.contains(net.name)).toList();
  }

  Network network() {
    Network network = new Network(input, classes, NetworkText.parse(text));
    network.initialise(1);
    return network;
  }

  float[] inputs() {
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[rows * input.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextDouble();
    }
    return x;
  }

  int[] labels() {
    return new SplittableRandom(2).ints(rows, 0, classes).toArray();
  }

  /** Steps of each row. */
  int[] lengths() {
    return shortest == 0 ? IntStream.generate(() -> input.positions()).limit(rows).toArray()
        : new SplittableRandom(3).ints(rows, shortest, input.positions() + 1).toArray();
  }

  Dataset data() {
    int[] labels = labels();
    if (shortest > 0) {
      int[] lengths = lengths();
      float[] steps = Arrays.copyOf(inputs(), IntStream.of(lengths).sum() * input.channels());
      return new RaggedDataset(input, Shape.of(classes), steps, lengths, ArrayDataset.oneHot(labels, classes), null,
          labels);
    }
    return new ArrayDataset(input, Shape.of(classes), inputs(), ArrayDataset.oneHot(labels, classes), null, labels);
  }

  int[] allRows() {
    int[] all = new int[rows];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Adam on softmax and cross-entropy, a new order of the rows each epoch. */
  Trainer trainer(Network network, Dataset data, int threads, int shards) {
    Blas blas = BlasProvider.get();
    TrainingSettings settings = TrainingSettings.of(new Adam(), 1).withBatch(batch).withThreads(threads)
        .withShards(shards);
    return new Trainer(network, new CrossEntropy(), settings, data, allRows(), blas);
  }

  String title() {
    return name + " (" + text + "; batch " + batch + ")";
  }
}
