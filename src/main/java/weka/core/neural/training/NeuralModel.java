package weka.core.neural.training;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.io.Model;
import ruru.nn.io.ModelFile;
import ruru.nn.train.Dataset;
import ruru.nn.train.Evaluator;

/**
 * A network inside a Weka model. Java's serialisation writes the bytes of a {@link ModelFile}, not engine objects, so
 * that models survive changes to the engine. Several threads may predict at once.
 */
public final class NeuralModel implements Serializable {
  private static final long serialVersionUID = 1;
  /** The fewest rows for which several threads pay off. */
  private static final int MANY = 512;

  private transient Network network;
  private transient Loss loss;
  private transient Model.@Nullable SavedTraining training;
  private transient @Nullable Evaluator single;
  private transient @Nullable Evaluator many;
  private transient boolean manyThreads;
  private final int classes;
  private final int threads;

  /**
   * @param classes the number of classes, or 0 for a numeric prediction
   * @param threads the most threads for predictions; 0 for all cores
   */
  public NeuralModel(Network network, Loss loss, int classes, int threads) {
    this.network = network;
    this.loss = loss;
    this.classes = classes;
    this.threads = threads;
  }

  /** Another network with the same loss and classes, run with as many threads. */
  NeuralModel with(Network other) {
    return new NeuralModel(other, loss, classes, threads);
  }

  /** A part of the network, run with as many threads. */
  public NeuralModel part(Network part, Loss loss) {
    return new NeuralModel(part, loss, 0, threads);
  }

  public Network network() {
    return network;
  }

  public Loss loss() {
    return loss;
  }

  /** The state where training stopped; null if it cannot be resumed. */
  public Model.@Nullable SavedTraining training() {
    return training;
  }

  public synchronized void setTraining(Model.@Nullable SavedTraining training) {
    this.training = training;
  }

  /** Numbers predicted for a row: one per class, or one. */
  public int width() {
    return classes > 0 ? classes : network.outputShape().size();
  }

  /** Predicts all rows of a data set, whose targets are not read: [rows][{@link #width}]. */
  public float[] predict(Dataset data) {
    return predict(data, Cancellation.NEVER);
  }

  /** As {@link #predict(Dataset)}, for as long as it is wanted: for many rows in the midst of a training. */
  public synchronized <E extends Exception> float[] predict(Dataset data, Cancellation<E> cancellation) throws E {
    int[] all = new int[data.size()];
    Arrays.setAll(all, i -> i);
    float[] result = new float[all.length * width()];
    if (data.inputShape().equals(network.inputShape())) {
      evaluator(all.length).predict(data, all, result, cancellation);
    } else {
      predictLonger(data, all, result, cancellation);
    }
    return result;
  }

  /** Predicts series of which some are longer than all that were trained on. */
  private <E extends Exception> void predictLonger(Dataset data, int[] all, float[] result,
      Cancellation<E> cancellation) throws E {
    Map<Integer, List<Integer>> rowsBySteps = new TreeMap<>();
    for (int r : all) {
      rowsBySteps.computeIfAbsent(LongerSeries.steps(network, data.length(r)), s -> new ArrayList<>()).add(r);
    }
    for (Map.Entry<Integer, List<Integer>> group : rowsBySteps.entrySet()) {
      int[] rows = group.getValue().stream().mapToInt(r -> r).toArray();
      float[] predictions = new float[rows.length * width()];
      Evaluator evaluator = group.getKey() == network.inputShape().dim(0) ? evaluator(rows.length)
          : evaluator(LongerSeries.network(network, group.getKey()), rows.length);
      evaluator.predict(data, rows, predictions, cancellation);
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(predictions, i * width(), result, rows[i] * width(), width());
      }
    }
  }

  private Evaluator evaluator(Network longer, int rows) {
    return new Evaluator(longer, loss, Shape.of(1), classes, rows, rows >= MANY ? available() : 1, BlasProvider.get());
  }

  /** As {@link #predict(Dataset)}, cancelled by an interrupt of the calling thread. */
  public float[] predictOrStop(Dataset data) throws InterruptedException {
    return predict(data, Cancellation.ofCallingThread());
  }

  private int available() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private Evaluator evaluator(int rows) {
    if (rows == 1) {
      if (single == null) {
        single = new Evaluator(network, loss, Shape.of(1), classes, 1, 1, BlasProvider.get());
      }
      return single;
    }
    if (many == null || rows >= MANY && !manyThreads) {
      manyThreads = rows >= MANY;
      int used = manyThreads ? available() : 1;
      many = new Evaluator(network, loss, Shape.of(1), classes, MANY * used, used, BlasProvider.get());
    }
    return many;
  }

  private synchronized void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    ModelFile.write(new Model(network, loss, training), out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    Model model = ModelFile.read(in);
    network = model.network();
    loss = model.loss();
    training = model.training();
  }
}
