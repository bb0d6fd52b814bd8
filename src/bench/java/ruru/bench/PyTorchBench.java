package ruru.bench;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.train.Dataset;
import ruru.nn.train.Evaluator;
import ruru.nn.train.Trainer;

/**
 * The same nets in PyTorch (through DJL's Java API) and here, in turn: epochs alternate, the best of five counts, and
 * the ratio is printed. Same layers, batch, softmax with cross-entropy, Adam at rate 0.001, float32, a new order of
 * rows each epoch.
 *
 * <p>To be fair to PyTorch, its data stand in one tensor of its own layout, from which a batch is taken by indices in
 * one call; series that differ in length are cut to the longest of a batch and read to there, as its packed form is not
 * part of that API. Nothing is copied out but the loss at the end of an epoch. The losses are printed so that it can be
 * seen that both learn. Arguments: names of nets (default: all).
 */
public final class PyTorchBench {
  private static final int WARM_UP = 2;
  private static final int EPOCHS = 5;
  private static final int PREDICTION_ROWS = 256;

  private PyTorchBench() {}

  public static void main(String[] args) throws InterruptedException {
    Engine engine = Engine.getEngine("PyTorch");
    System.out.printf("PyTorch %s against %s, Java %d%n", engine.getVersion(), BlasProvider.get().name(),
        Runtime.version().feature());
    System.out.printf("%-6s %8s %16s %16s %8s %16s %16s %8s   %s%n", "rows/s", "threads", "train PyTorch", "train Ruru",
        "ratio", "predict PyTorch", "predict Ruru", "ratio", "loss first -> last, PyTorch; Ruru");
    PyTorchAgreement.print();
    int all = Runtime.getRuntime().availableProcessors();
    for (Net net : Net.named(List.of(args))) {
      for (int threads : all > 1 ? new int[] {all, 1} : new int[] {1}) {
        compare(net, threads);
      }
    }
  }

  private static void compare(Net net, int threads) throws InterruptedException {
    JniUtils.setNumThreads(threads);
    if (JniUtils.getNumThreads() != threads) {
      throw new IllegalStateException("PyTorch uses " + JniUtils.getNumThreads() + " threads, " + threads
          + " were asked for");
    }
    Dataset data = net.data();
    Network network = net.network();
    Trainer ours = net.trainer(network, data, threads, 0);
    Evaluator evaluator = new Evaluator(network, new CrossEntropy(), ruru.nn.Shape.of(net.classes()), net.classes(),
        net.rows(), threads, BlasProvider.get());
    float[] shares = new float[net.rows() * net.classes()];
    int[] rows = net.allRows();
    double[] best = new double[4];
    double[] theirLoss = new double[2];
    double[] ourLoss = new double[2];
    try (Peer peer = new Peer(net)) {
      for (int epoch = -WARM_UP; epoch < EPOCHS; epoch++) {
        int slot = epoch == -WARM_UP ? 0 : 1;
        double[] speeds = {
            ThroughputBench.speed(net, threads, () -> theirLoss[slot] = peer.epoch()),
            ThroughputBench.speed(net, threads, () -> ourLoss[slot] = ours.epoch(1, new double[1])),
            ThroughputBench.speed(net, threads, peer::predict),
            ThroughputBench.speed(net, threads, () -> evaluator.predict(data, rows, shares))};
        for (int i = 0; i < best.length && epoch >= 0; i++) {
          best[i] = Math.max(best[i], speeds[i]);
        }
      }
    }
    System.out.printf(Locale.ROOT,
        "%-6s %8d %,16.0f %,16.0f %8.2f %,16.0f %,16.0f %8.2f   %.3f -> %.3f; %.3f -> %.3f%n",
        net.name(), threads, best[0], best[1], best[1] / best[0], best[2], best[3], best[3] / best[2], theirLoss[0],
        theirLoss[1], ourLoss[0], ourLoss[1]);
  }

  /** A net in PyTorch with its data and its trainer. */
  private static final class Peer implements AutoCloseable {
    private final Net net;
    private final Model model;
    private final ai.djl.training.Trainer trainer;
    private final NDArray x;
    private final NDArray labels;
    private final long[] order;
    private final int[] lengths;
    private final Random random = new Random(1);

    Peer(Net net) {
      this.net = net;
      model = Model.newInstance(net.name(), "PyTorch");
      model.setBlock(block(net));
      trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
          .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build()));
      Shape row = net.input().rank() == 1 ? new Shape(net.input().size())
          : net.input().rank() == 2 ? new Shape(net.input().dim(0), net.input().channels())
          : new Shape(net.input().channels(), net.input().dim(0), net.input().dim(1));
      trainer.initialize(new Shape(1).addAll(row));
      x = trainer.getManager().create(net.inputs(), new Shape(net.rows()).addAll(row));
      labels = trainer.getManager().create(Arrays.stream(net.labels()).asLongStream().toArray());
      lengths = net.lengths();
      order = new long[net.rows()];
      Arrays.setAll(order, i -> i);
    }

    /** The layers of the net's text. */
    private static SequentialBlock block(Net net) {
      SequentialBlock block = new SequentialBlock();
      boolean maps = net.input().rank() == 3;
      for (String step : net.text().split(", ")) {
        String[] words = step.split(" ");
        if (maps && (words[0].equals("dense") || words[0].equals("output"))) {
          block.add(Blocks.batchFlattenBlock());
          maps = false;
        }
        switch (words[0]) {
          case "dense" -> block.add(Linear.builder().setUnits(Long.parseLong(words[1])).build());
          case "output" -> block.add(Linear.builder().setUnits(net.classes()).build());
          case "conv" -> block.add(Conv2d.builder().setFilters(Integer.parseInt(words[1]))
              .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).build());
          case "lstm" -> block.add(LSTM.builder().setStateSize(Integer.parseInt(words[1])).setNumLayers(1).build())
              .add(Peer::last);
          case "gru" -> block.add(GRU.builder().setStateSize(Integer.parseInt(words[1])).setNumLayers(1).build())
              .add(Peer::last);
          case "maxpool" -> block.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
          default -> throw new IllegalArgumentException("no layer of PyTorch is known here for '" + step + "'");
        }
        switch (words[words.length - 1]) {
          case "relu" -> block.add(Activation.reluBlock());
          case "sigmoid" -> block.add(Activation.sigmoidBlock());
          default -> {}
        }
      }
      return block;
    }

    /** Of [rows, steps, states], the states at the last step. */
    private static NDList last(NDList list) {
      return new NDList(list.singletonOrThrow().get(new NDIndex(":, -1")));
    }

    /** The first steps of series. */
    private NDArray cut(NDArray rows, int steps) {
      return net.shortest() == 0 ? rows : rows.get(new NDIndex(":, 0:" + steps));
    }

    /** Trains on all rows once; returns the loss of the last batch. */
    double epoch() {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        long swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      float loss = 0;
      for (int from = 0; from < net.rows(); from += net.batch()) {
        int to = Math.min(net.rows(), from + net.batch());
        try (NDManager memory = trainer.getManager().newSubManager()) {
          NDArray indices = memory.create(Arrays.copyOfRange(order, from, to));
          NDArray batch = cut(x.get(memory, new NDIndex("{}", indices)),
              Arrays.stream(order, from, to).mapToInt(r -> lengths[(int) r]).max().orElse(0));
          NDArray target = labels.get(memory, new NDIndex("{}", indices));
          try (GradientCollector gradients = trainer.newGradientCollector()) {
            NDList y = trainer.forward(new NDList(batch));
            NDArray value = trainer.getLoss().evaluate(new NDList(target), y);
            gradients.backward(value);
            if (to == net.rows()) {
              loss = value.getFloat();
            }
          }
          trainer.step();
        }
      }
      return loss;
    }

    /** The shares of the classes for all rows. */
    void predict() {
      for (int from = 0; from < net.rows(); from += PREDICTION_ROWS) {
        int to = Math.min(net.rows(), from + PREDICTION_ROWS);
        try (NDManager memory = trainer.getManager().newSubManager()) {
          NDArray batch = cut(x.get(memory, new NDIndex(from + ":" + to)),
              Arrays.stream(lengths, from, to).max().orElse(0));
          trainer.evaluate(new NDList(batch)).singletonOrThrow().softmax(1).toFloatArray();
        }
      }
    }

    @Override
    public void close() {
      trainer.close();
      model.close();
    }
  }
}
