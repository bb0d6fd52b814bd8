package ruru.nn.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.RaggedInput;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;

/** Runs a network over rows without training it: the mean loss, or predictions. For one caller at a time. */
public final class Evaluator {
  private final Network network;
  private final Loss loss;
  private final int chunk;
  private final Workspace[] workspaces;
  private final Tensor[] targets;
  private final Tensor[] predictions;
  private final WorkerPool team = new WorkerPool();
  private final Loss.Task task;
  /** Whether that was asked before. */
  private boolean takesLengths;

  /**
   * @param target  shape of the targets
   * @param classes the number of classes, or 0 for numeric predictions
   * @param rows    the most rows that will be asked for at once, as a hint to save memory
   */
  public Evaluator(Network network, Loss loss, Shape target, int classes, int rows, int threads, Blas blas) {
    this.network = network;
    this.loss = loss;
    chunk = Math.max(1, Math.min(rows, Shards.chunk(network)));
    task = classes > 0 ? Loss.Task.CLASSES : Loss.Task.NUMBERS;
    int lanes = Math.max(1, Math.min(threads, (rows + chunk - 1) / chunk));
    workspaces = new Workspace[lanes];
    targets = new Tensor[lanes];
    predictions = new Tensor[lanes];
    for (int i = 0; i < lanes; i++) {
      workspaces[i] = new Workspace(network, chunk, Workspace.Mode.PREDICT, blas);
      targets[i] = new Tensor(target, chunk);
      predictions[i] = new Tensor(classes > 0 ? Shape.of(classes) : network.outputShape(), chunk);
    }
  }

  /** The weighted mean loss of the rows, with what layers add to it; NaN if their weights sum to 0. */
  public double meanLoss(Dataset data, int[] rows) {
    return meanLoss(data, rows, Cancellation.NEVER);
  }

  /** As {@link #meanLoss(Dataset, int[])}, for as long as it is wanted. */
  public <E extends Exception> double meanLoss(Dataset data, int[] rows, Cancellation<E> cancellation) throws E {
    int[] sorted = sorted(data, rows, ByLength.places(data, rows));
    int chunks = (rows.length + chunk - 1) / chunk;
    double[] losses = new double[chunks];
    double[] weights = new double[chunks];
    forChunks(chunks, cancellation, (lane, c) -> {
      int from = c * chunk;
      int to = Math.min(rows.length, from + chunk);
      Workspace w = read(lane, data, sorted, from, to, targets[lane], cancellation);
      for (int i = from; i < to; i++) {
        w.weights()[i - from] = data.weight(sorted[i]);
        weights[c] += data.weight(sorted[i]);
      }
      w.forward(false, cancellation);
      losses[c] = loss.value(w.output(), targets[lane], w.weights()) + w.penalty();
    });
    double sum = 0;
    double weight = 0;
    for (int c = 0; c < chunks; c++) {
      sum += losses[c];
      weight += weights[c];
    }
    return sum / weight;
  }

  /**
   * Predictions, row by row: a probability per class, or numbers.
   *
   * @param result [rows][classes] or [rows][outputs]
   */
  public void predict(Dataset data, int[] rows, float[] result) {
    predict(data, rows, result, Cancellation.NEVER);
  }

  /** As {@link #predict(Dataset, int[], float[])}, for as long as it is wanted. */
  public <E extends Exception> void predict(Dataset data, int[] rows, float[] result, Cancellation<E> cancellation)
      throws E {
    int[] places = ByLength.places(data, rows);
    int[] sorted = sorted(data, rows, places);
    forChunks((rows.length + chunk - 1) / chunk, cancellation, (lane, c) -> {
      int from = c * chunk;
      int to = Math.min(rows.length, from + chunk);
      Workspace w = read(lane, data, sorted, from, to, null, cancellation);
      w.forward(false, cancellation);
      Tensor p = predictions[lane];
      p.setRows(to - from);
      loss.predict(w.output(), task, p);
      int width = p.shape().size();
      for (int i = from; i < to; i++) {
        p.readRow(i - from, result, places[i] * width);
      }
    });
  }

  /** The rows at the given places; checks that the network can take them. */
  private int[] sorted(Dataset data, int[] rows, int[] places) {
    if (!data.isRagged()) {
      return rows;
    }
    if (!takesLengths) {
      RaggedInput.require(network);
      takesLengths = true;
    }
    return Arrays.stream(places).map(i -> rows[i]).toArray();
  }

  private <E extends Exception> Workspace read(int lane, Dataset data, int[] rows, int from, int to,
      @Nullable Tensor target,
      Cancellation<E> cancellation) throws E {
    Workspace w = workspaces[lane];
    w.setRows(to - from);
    targets[lane].setRows(to - from);
    data.read(rows, from, to, w.input(), target, cancellation);
    return w;
  }

  private interface ChunkWork<E extends Exception> {
    void run(int lane, int chunk) throws E;
  }

  /** Each of n slots has its own memory and takes every n-th chunk. */
  private <E extends Exception> void forChunks(int chunks, Cancellation<E> cancellation, ChunkWork<E> work) throws E {
    int lanes = Math.min(workspaces.length, chunks);
    team.run(lanes, lanes, lane -> {
      for (int c = lane; c < chunks; c += lanes) {
        cancellation.check();
        work.run(lane, c);
      }
    });
  }
}
