package ruru.nn;

import java.util.Arrays;

/** A sample's network with memory to run it, and rows that are away from kinks. */
final class NetworkRig {
  /** Row weights: whole, broken and none. */
  static final float[] WEIGHTS = {1, 0.5f, 2, 1.5f, 0};

  final Network network;
  final Workspace workspace;
  final int inputSize;
  final int outputSize;

  NetworkRig(Sample sample, int capacity, Workspace.Mode mode) {
    network = sample.network();
    workspace = new Workspace(network, capacity, mode, new NaiveBlas());
    workspace.position(11, 3, 0);
    Arrays.fill(workspace.weights(), 1);
    inputSize = network.inputShape().size();
    outputSize = network.outputShape().size();
  }

  /**
   * Numbers of size 0.2 to 1.5 and either sign, so that 0 is far, and in a row no two of nearly the same size, so that
   * it is clear which is the largest; row i is the same whatever the number of rows.
   */
  static float[][] rows(int n, int size) {
    float[][] rows = new float[n][size];
    int[] order = new int[size];
    for (int r = 0; r < n; r++) {
      Rng rng = new Rng(42, RandomStream.HELD_OUT, size, r);
      Arrays.setAll(order, i -> i);
      rng.shuffle(order, size);
      for (int i = 0; i < size; i++) {
        double magnitude = 0.2 + 1.3 * (order[i] + 0.5) / size;
        rows[r][i] = (float) (rng.nextInt(2) == 0 ? magnitude : -magnitude);
      }
    }
    return rows;
  }

  void load(float[]... rows) {
    workspace.setRows(rows.length);
    for (int r = 0; r < rows.length; r++) {
      workspace.input().writeRow(r, rows[r], 0);
    }
  }

  /**
   * Loads series that differ in length.
   *
   * @param beyond what stands beyond the end of each
   */
  void load(int[] lengths, float beyond, float[]... rows) {
    load(rows);
    int[] all = new int[rows.length];
    Arrays.setAll(all, i -> i);
    Tensor x = workspace.input();
    x.setLengths(lengths, all, 0, rows.length);
    for (int r = 0; r < rows.length; r++) {
      float[] row = rows[r].clone();
      Arrays.fill(row, lengths[r] * x.channels(), row.length, beyond);
      x.writeRow(r, row, 0);
    }
  }

  void weigh(float... weights) {
    System.arraycopy(weights, 0, workspace.weights(), 0, weights.length);
  }

  /** Forward in training mode, then backward with {@link #slope} of each output times the row's weight. */
  float[] gradient(float[]... rows) {
    float[] gradient = new float[network.values().length];
    gradient(gradient, true, rows);
    return gradient;
  }

  void gradient(float[] gradient, boolean first, float[]... rows) {
    load(rows);
    gradient(gradient, first);
  }

  /** As {@link #gradient(float[]...)}, of rows that are loaded. */
  void gradient(float[] gradient, boolean first) {
    workspace.forward(true);
    setOutputGradient();
    workspace.backward(gradient, first);
  }

  /** {@link #slope} of each output times the row's weight. */
  void setOutputGradient() {
    for (int r = 0; r < workspace.output().rows(); r++) {
      for (int i = 0; i < outputSize; i++) {
        float slope = slope(i, workspace.output().get(r, i));
        workspace.outputGradient().set(r, i, workspace.weights()[r] * slope);
      }
    }
  }

  /** The derivative of a loss that depends on output i and on no row: (1 + y) times a random number. */
  private static float slope(int i, float y) {
    return (1 + y) * (2 * Rng.uniform(99, i) - 1);
  }

  static float[] row(Tensor t, int r) {
    float[] row = new float[t.shape().size()];
    t.readRow(r, row, 0);
    return row;
  }

  /** The outputs of the rows in use, row by row. */
  float[] outputs() {
    return all(workspace.output());
  }

  static float[] all(Tensor t) {
    float[] all = new float[t.rows() * t.shape().size()];
    for (int r = 0; r < t.rows(); r++) {
      t.readRow(r, all, r * t.shape().size());
    }
    return all;
  }
}
