package ruru.nn;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;

/**
 * The memory for running a network over rows up to a given capacity: activations, their gradients, and what the ops
 * keep. All of it is allocated here, once; running allocates nothing. For one thread at a time.
 */
public final class Workspace {
  /** What the workspace is for. */
  public enum Mode {
    /** Forward only. */
    PREDICT,
    /** Forward and backward. */
    TRAIN,
    /**
     * Forward and backward, every output kept and the gradient with respect to the input too: for checks and pictures.
     */
    INSPECT
  }

  private static final Parameter[] NONE = {};
  private static final float[] NO_GRADIENT = {};

  private final Network network;
  private final WorkspacePlan plan;
  private final List<Network.Node> nodes;
  private final Pass pass;
  private final Tensor[] y;
  private final Tensor[] dy;
  private final Tensor[][] x;
  private final Tensor[][] dx;
  /** Per node: which of its dx it is the first to write to. */
  private final boolean[][] fresh;
  /** Per node: the parameters whose gradients it is the first to write to. */
  private final Parameter[][] freshParameters;
  private final boolean[] needsGradient;
  private final Object[] memory;
  /** Numbers of the {@link BatchOp}s. */
  private final int[] stops;
  private final Object[] alone = new Object[1];
  /** Of each node: {@link Op#outputLength}. */
  private final List<IntUnaryOperator> outputLengths;

  public Workspace(Network network, int capacity, Mode mode, Blas blas) {
    this.network = network;
    plan = new WorkspacePlan(network, mode != Mode.PREDICT, mode == Mode.INSPECT);
    nodes = plan.nodes();
    outputLengths = nodes.stream().map(n -> (IntUnaryOperator) n.op()::outputLength).toList();
    needsGradient = plan.needsGradient();
    Heap.require(plan.bytes(capacity), "running the network over " + capacity + (capacity == 1 ? " row" : " rows")
        + " at once",
        "Use a smaller batch, smaller images, shorter series (the longest counts for all) or a smaller network");
    int n = nodes.size();
    pass = new Pass(blas, capacity);
    y = new Tensor[n];
    dy = new Tensor[n];
    x = new Tensor[n][];
    dx = new Tensor[n][];
    fresh = new boolean[n][];
    freshParameters = new Parameter[n][];
    memory = new Object[n];
    stops = IntStream.range(1, n).filter(k -> nodes.get(k).op() instanceof BatchOp).toArray();
    makeForward(capacity, mode);
    if (mode != Mode.PREDICT) {
      makeBackward(capacity);
    }
  }

  private void makeForward(int capacity, Mode mode) {
    y[0] = plan.readsSparse() ? Tensor.forSparse(network.inputShape(), capacity)
        : new Tensor(network.inputShape(), capacity);
    for (int k = 1; k < y.length; k++) {
      Network.Node node = nodes.get(k);
      x[k] = new Tensor[node.inputs().length];
      for (int i = 0; i < x[k].length; i++) {
        x[k][i] = y[node.inputs()[i]];
      }
      y[k] = plan.inPlace(k) ? x[k][0] : new Tensor(node.shape(), capacity);
      memory[k] = node.op().memory(capacity, mode != Mode.PREDICT);
    }
  }

  private void makeBackward(int capacity) {
    int n = y.length;
    boolean[] written = new boolean[n];
    Set<Parameter> writtenParameters = new HashSet<>();
    dy[n - 1] = new Tensor(y[n - 1].shape(), capacity);
    for (int k = n - 1; k > 0; k--) {
      freshParameters[k] = plan.parametersOf(k).filter(writtenParameters::add).toArray(Parameter[]::new);
      int[] inputs = nodes.get(k).inputs();
      dx[k] = new Tensor[inputs.length];
      fresh[k] = new boolean[inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        int source = inputs[i];
        if (!needsGradient[source]) {
          continue;
        }
        if (dy[source] == null) {
          dy[source] = y[source] == y[k] ? dy[k] : new Tensor(y[source].shape(), capacity);
        }
        dx[k][i] = dy[source];
        fresh[k][i] = !written[source];
        written[source] = true;
      }
    }
  }

  /**
   * The rows to be run; to be filled before {@link #forward}. They may be series that differ in length if the network
   * {@link RaggedInput allows} it; what lies beyond the end of a row is not read.
   */
  public Tensor input() {
    return y[0];
  }

  /** The logits. */
  public Tensor output() {
    return y[y.length - 1];
  }

  /**
   * The output of a node; only in {@link Mode#INSPECT} is it guaranteed not to have been overwritten by a later one.
   */
  public Tensor output(int node) {
    return y[node];
  }

  /** The gradient of the loss with respect to the logits; to be filled before {@link #backward}. */
  public Tensor outputGradient() {
    return dy[dy.length - 1];
  }

  /** The gradient with respect to a node's output; null if it is not needed. */
  public @Nullable Tensor gradient(int node) {
    return dy[node];
  }

  /** Weights of the rows, to be filled before a training run. Not a copy. */
  public float[] weights() {
    return pass.weights();
  }

  /** Sets how many rows are run, all of full length. */
  public void setRows(int rows) {
    for (int k = 0; k < y.length; k++) {
      y[k].setRows(rows);
      if (dy[k] != null) {
        dy[k].setRows(rows);
      }
    }
  }

  /** Spreads the lengths of the input's rows, if these are series that differ in length, to all that follows. */
  private void spreadLengths() {
    for (int k = 1; k < y.length; k++) {
      if (nodes.get(k).inputs().length > 0 && x[k][0].isRagged()) {
        y[k].takeLengths(outputLengths.get(k), x[k][0]);
      }
    }
    for (int k = 0; k < y.length; k++) {
      if (dy[k] != null && y[k].isRagged()) {
        dy[k].takeLengths(y[k]);
      }
    }
  }

  /** Names the random streams of the next runs: see {@link Pass#random}. */
  public void position(long seed, long step, int firstRow) {
    pass.at(seed, step, firstRow);
  }

  /**
   * Sets the batch that the rows of the next runs belong to, for {@link Pass#trust} and {@link Pass#fractionSoFar}.
   * Without it, a batch counts as large enough, and as one of many.
   *
   * @param rows rows of the whole batch that count
   * @param number its number since training began, from 1
   */
  public void batch(double rows, double number) {
    pass.inBatch(rows, number);
  }

  /** Runs the network over the input's rows, with the network's own parameters. */
  public void forward(boolean training) {
    forward(training, Cancellation.NEVER);
  }

  /** As {@link #forward(boolean)}; asked between two ops whether it is still wanted. */
  public <E extends Exception> void forward(boolean training, Cancellation<E> cancellation) throws E {
    for (int s = 0; s < segments(); s++) {
      forward(training, s, cancellation);
      if (training && s < stops.length) {
        alone[0] = memory[stops[s]];
        stop(s).merge(alone, 1);
      }
    }
  }

  /**
   * The number of segments of a run of the network, between the ops that need sums over a whole batch. A batch in
   * several workspaces runs segment by segment in all of them, with {@link #merge} and {@link #mergeBackward} between.
   */
  public int segments() {
    return stops.length + 1;
  }

  /** A segment of {@link #forward(boolean, Cancellation)}, in order from 0. */
  public <E extends Exception> void forward(boolean training, int segment, Cancellation<E> cancellation) throws E {
    if (segment == 0) {
      pass.bind(network.values(), NO_GRADIENT, training);
      pass.forgetPenalty();
      if (y[0].isRagged()) {
        y[0].clearTails();
        spreadLengths();
      }
    }
    int end = segment < stops.length ? stops[segment] : y.length;
    for (int k = segment == 0 ? 1 : stops[segment - 1]; k < end; k++) {
      cancellation.check();
      pass.enter(k, memory[k]);
      nodes.get(k).op().forward(pass, x[k], y[k]);
      y[k].clearTails();
    }
    if (training && segment < stops.length) {
      pass.enter(end, memory[end]);
      stop(segment).measure(pass, x[end]);
    }
  }

  private BatchOp stop(int segment) {
    return (BatchOp) nodes.get(stops[segment]).op();
  }

  /**
   * Between a segment of a training run forward and the next: gives all parts of the batch the sums over all its rows.
   *
   * @param parts  the workspaces that hold the batch, in the order of its rows
   * @param count  how many of them are in use
   * @param memory working array, as long as the parts
   */
  public static void merge(Workspace[] parts, int count, int segment, Object[] memory) {
    int k = collect(parts, count, segment, memory);
    ((BatchOp) parts[0].nodes.get(k).op()).merge(memory, count);
  }

  /** As {@link #merge}, between a segment of a run backward, numbered as those forward, and the one before it. */
  public static void mergeBackward(Workspace[] parts, int count, int segment, Object[] memory) {
    int k = collect(parts, count, segment - 1, memory);
    if (parts[0].needsGradient[k]) {
      ((BatchOp) parts[0].nodes.get(k).op()).mergeBackward(memory, count);
    }
  }

  private static int collect(Workspace[] parts, int count, int stop, Object[] memory) {
    int k = parts[0].stops[stop];
    for (int i = 0; i < count; i++) {
      memory[i] = parts[i].memory[k];
    }
    return k;
  }

  /** What the ops added to the loss in the last forward: the sum over the rows of weight times term. */
  public double penalty() {
    return pass.penalty();
  }

  /**
   * Backpropagation, after a forward: the derivative of what that run computed, be it training or prediction.
   *
   * @param gradient as long as the parameters; the gradients are put into it
   * @param first    whether it holds nothing yet, so that it is overwritten and not added to
   */
  public void backward(float[] gradient, boolean first) {
    backward(gradient, first, Cancellation.NEVER);
  }

  /** As {@link #backward(float[], boolean)}; asked between two ops whether it is still wanted. */
  public <E extends Exception> void backward(float[] gradient, boolean first, Cancellation<E> cancellation) throws E {
    for (int s = stops.length; s >= 0; s--) {
      backward(gradient, first, s, cancellation);
      if (s > 0 && needsGradient[stops[s - 1]]) {
        alone[0] = memory[stops[s - 1]];
        stop(s - 1).mergeBackward(alone, 1);
      }
    }
  }

  /**
   * A segment of {@link #backward(float[], boolean, Cancellation)}, numbered as those forward: the last of them comes
   * first.
   */
  public <E extends Exception> void backward(float[] gradient, boolean first, int segment,
      Cancellation<E> cancellation) throws E {
    if (segment == stops.length) {
      pass.bind(network.values(), gradient, pass.training());
    }
    int end = segment > 0 ? stops[segment - 1] : 0;
    for (int k = segment == stops.length ? y.length - 1 : stops[segment]; k > end; k--) {
      if (needsGradient[k]) {
        cancellation.check();
        dy[k].clearTails();
        pass.enter(k, memory[k], fresh[k], first ? freshParameters[k] : NONE);
        nodes.get(k).op().backward(pass, x[k], y[k], dy[k], dx[k]);
      }
    }
    if (segment == 0 && dy[0] != null) {
      dy[0].clearTails();
    }
    for (int i = 0; segment == 0 && i < network.untrained().size(); i++) {
      Parameter p = network.untrained().get(i);
      Arrays.fill(gradient, p.offset(), p.end(), 0);
    }
    if (segment > 0 && needsGradient[end]) {
      dy[end].clearTails();
      pass.enter(end, memory[end]);
      stop(segment - 1).measureBackward(pass, x[end], y[end], dy[end]);
    }
  }
}
