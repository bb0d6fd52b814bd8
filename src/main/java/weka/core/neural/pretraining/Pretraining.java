package weka.core.neural.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import ruru.blas.BlasProvider;
import ruru.boltzmann.ContrastiveDivergence;
import ruru.boltzmann.RestrictedBoltzmannMachine;
import ruru.boltzmann.VisibleUnits;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.Corrupt;
import ruru.nn.layers.Dense;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.Evaluator;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.neural.Pretrain;
import weka.core.neural.run.Progress;

/**
 * Greedy pre-training: each hidden layer in turn learns its inputs, without a class, and what it makes of them is the
 * next one's input. The network then begins its ordinary training with these weights. Either way takes {@value #EPOCHS}
 * epochs for each layer.
 *
 * <p>A restricted Boltzmann machine has binary visible units, so the first layer's inputs x are taken by their range as
 * z = (x - least) / (most - least), and the machine's weights W and hidden biases b become those of a layer that
 * takes x: W' = W / (most - least), b' = b - least W'. A denoising autoencoder sets a quarter of its inputs to 0 and
 * ends with a linear layer, which is dropped. Sources: Hinton, Osindero, Teh 2006, A fast learning algorithm for deep
 * belief nets; Bengio et al. 2007; Vincent et al. 2010.
 */
public final class Pretraining {
  private static final int EPOCHS = 20;
  private static final int BATCH = 20;
  private static final double RATE = 0.05;
  private static final int BATCH_OF_AUTOENCODER = 64;
  private static final double RATE_OF_AUTOENCODER = 0.001;
  private static final double MASKED = 0.25;
  private static final int CHUNK = 256;

  private final Pretrain kind;
  private final Dataset rows;
  private final int labelled;
  private final int threads;
  private final Progress progress;

  /**
   * @param rows     all rows, whose targets are not looked at
   * @param labelled how many of them have a class
   * @param threads  the most threads
   */
  public Pretraining(Pretrain kind, Dataset rows, int labelled, int threads, Progress progress) {
    this.kind = kind;
    this.rows = rows;
    this.labelled = labelled;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Trains the hidden layers of a network, which has its initial weights.
   *
   * @throws IllegalArgumentException if it has layers that cannot be trained in this way
   * @throws InterruptedException     if the thread was interrupted
   */
  public void train(Network network, long seed) throws InterruptedException {
    List<HiddenLayer> layers = HiddenLayer.of(network, kind);
    float[] x = inputs();
    for (int k = 0; k < layers.size(); k++) {
      String phase = "pretraining layer " + (k + 1) + " of " + layers.size() + ", epoch";
      // Each layer has random numbers of its own.
      long own = seed + ((long) (k + 1) << Integer.SIZE);
      x = kind == Pretrain.RBM ? machine(network, layers.get(k), k == 0, x, own, phase)
          : autoencoder(network, layers.get(k), x, own, phase);
    }
  }

  /** What was trained on which rows. */
  public String describe(Network network) {
    StringJoiner layers = new StringJoiner(", ");
    HiddenLayer.of(network, kind).forEach(layer -> layers.add(layer.text()));
    return String.format(Locale.ROOT,
        "Pretraining (%s): %s, one after the other on %,d rows, of which %,d have a class "
            + "and %,d have none; then\nall layers together on the rows with a class\n",
        kind == Pretrain.RBM ? "rbm" : "autoencoder", layers, rows.size(), labelled, rows.size() - labelled);
  }

  private float[] inputs() throws InterruptedException {
    int width = rows.inputShape().size();
    float[] x = Heap.floats(rows.size(), width, "rows", "inputs", "Use fewer rows");
    int[] order = new int[rows.size()];
    for (int r = 0; r < order.length; r++) {
      order[r] = r;
    }
    for (int from = 0; from < order.length; from += CHUNK) {
      Cancellation.checkCallingThread();
      int to = Math.min(order.length, from + CHUNK);
      Tensor chunk = new Tensor(rows.inputShape(), to - from);
      rows.read(order, from, to, chunk, null);
      float[] row = new float[width];
      for (int r = from; r < to; r++) {
        chunk.readRow(r - from, row, 0);
        System.arraycopy(row, 0, x, r * width, width);
      }
    }
    return x;
  }

  private float[] weights() {
    float[] weights = new float[rows.size()];
    for (int r = 0; r < weights.length; r++) {
      weights[r] = rows.weight(r);
    }
    return weights;
  }

  /** @return the layer's outputs for the rows */
  private float[] machine(Network network, HiddenLayer layer, boolean first, float[] x, long seed, String phase)
      throws InterruptedException {
    int width = layer.inputs();
    Ranges ranges = first ? Ranges.of(x, width) : Ranges.unit(width);
    ranges.apply(x);
    float[] weights = weights();
    RestrictedBoltzmannMachine machine =
        new RestrictedBoltzmannMachine(VisibleUnits.binary(width), layer.units());
    machine.initialise(means(x, weights, width), weights.length, seed);
    ContrastiveDivergence training = new ContrastiveDivergence(machine,
        new ContrastiveDivergence.Settings(RATE, BATCH, 1, false, seed, threads), x, weights);
    while (training.epochs() < EPOCHS) {
      training.epoch(Cancellation.ofCallingThread());
      progress.step(phase, training.epochs(), EPOCHS);
    }
    float[] outputs = machine.hidden(x, threads, Cancellation.ofCallingThread());
    ranges.fold(machine, network.values(), layer);
    return outputs;
  }

  private static float[] means(float[] x, float[] weights, int width) {
    double[] sums = new double[width];
    double total = 0;
    for (int r = 0; r < weights.length; r++) {
      for (int i = 0; i < width; i++) {
        sums[i] += weights[r] * x[r * width + i];
      }
      total += weights[r];
    }
    float[] means = new float[width];
    for (int i = 0; i < width; i++) {
      means[i] = (float) (sums[i] / total);
    }
    return means;
  }

  /** @return the layer's outputs for the rows */
  private float[] autoencoder(Network network, HiddenLayer layer, float[] x, long seed, String phase)
      throws InterruptedException {
    int width = layer.inputs();
    Shape in = Shape.of(width);
    Network coder = new Network(in, width, layers(layer));
    coder.initialise(seed, Cancellation.ofCallingThread());
    ArrayDataset data = new ArrayDataset(in, in, x, x, weights(), null);
    Training training = new Training(coder, new Squared(),
        TrainingSettings.of(new Adam(), EPOCHS).withRate(RATE_OF_AUTOENCODER).withBatch(BATCH_OF_AUTOENCODER)
            .withThreads(Math.max(1, threads)).withSeed(seed),
        data, Split.of(data, 0, seed), BlasProvider.get(), message -> {});
    int epochs = 0;
    while (training.next()) {
      progress.step(phase, ++epochs, EPOCHS);
    }
    List<NamedLayer> kept = coder.steps().subList(1, coder.steps().size() - 1);
    Network head = new Network(in, layer.units(), kept);
    System.arraycopy(coder.values(), 0, head.values(), 0, head.values().length);
    System.arraycopy(coder.values(), 0, network.values(), layer.weight().offset(), layer.weight().size());
    if (layer.bias() != null) {
      System.arraycopy(coder.values(), layer.weight().size(), network.values(), layer.bias().offset(), layer.units());
    }
    float[] outputs = Heap.floats(rows.size(), layer.units(), "rows", "hidden units", "Use fewer rows or units");
    Shape out = Shape.of(layer.units());
    int[] order = new int[rows.size()];
    for (int r = 0; r < order.length; r++) {
      order[r] = r;
    }
    new Evaluator(head, new Squared(), out, 0, CHUNK, Math.max(1, threads), BlasProvider.get())
        .predict(data, order, outputs, Cancellation.ofCallingThread());
    return outputs;
  }

  private static List<NamedLayer> layers(HiddenLayer layer) {
    List<NamedLayer> steps = new ArrayList<>();
    steps.add(new NamedLayer(new Corrupt(MASKED, 0, 0)));
    layer.steps().forEach(step -> steps.add(new NamedLayer(step.layer())));
    steps.add(new NamedLayer(new Dense(layer.inputs())));
    return steps;
  }
}
