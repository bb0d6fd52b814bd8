package ruru.nn.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.text.NetworkText;

/** Data and networks for the tests of training. */
final class Rows {
  private Rows() {}

  static Network network(int inputs, int outputs, String text) {
    Network network = new Network(Shape.of(inputs), outputs, NetworkText.parse(text));
    network.initialise(11);
    return network;
  }

  /** Three overlapping clouds of points. */
  static ArrayDataset classes(int n, int inputs) {
    float[] x = new float[n * inputs];
    int[] labels = new int[n];
    for (int r = 0; r < n; r++) {
      Rng rng = new Rng(17, RandomStream.HELD_OUT, 1, r);
      labels[r] = r % 3;
      for (int j = 0; j < inputs; j++) {
        x[r * inputs + j] = (float) (rng.nextGaussian() + (j % 3 == labels[r] ? 1.5 : 0));
      }
    }
    return new ArrayDataset(Shape.of(inputs), Shape.of(3), x, ArrayDataset.oneHot(labels, 3), null, labels);
  }

  /** A noisy linear function. */
  static ArrayDataset numbers(int n, int inputs) {
    float[] x = new float[n * inputs];
    float[] t = new float[n];
    for (int r = 0; r < n; r++) {
      Rng rng = new Rng(19, RandomStream.HELD_OUT, 2, r);
      t[r] = (float) (0.5 + 0.3 * rng.nextGaussian());
      for (int j = 0; j < inputs; j++) {
        x[r * inputs + j] = (float) rng.nextGaussian();
        t[r] += (j % 2 == 0 ? 1 : -0.7f) * x[r * inputs + j];
      }
    }
    return new ArrayDataset(Shape.of(inputs), Shape.of(1), x, t, null, null);
  }

  /** One input and one target a row. */
  static ArrayDataset points(float... inputsAndTargets) {
    int n = inputsAndTargets.length / 2;
    float[] x = new float[n];
    float[] t = new float[n];
    for (int r = 0; r < n; r++) {
      x[r] = inputsAndTargets[2 * r];
      t[r] = inputsAndTargets[2 * r + 1];
    }
    return new ArrayDataset(Shape.of(1), Shape.of(1), x, t, null, null);
  }

  static int[] all(Dataset data) {
    int[] rows = new int[data.size()];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  /** A data set with something that happens before each reading. */
  static class Watched implements DatasetView {
    private final Dataset data;

    Watched(Dataset data) {
      this.data = data;
    }

    void beforeReading(int[] rows, int from, int to) {}

    @Override
    public Dataset rows() {
      return data;
    }

    @Override
    public Dataset forTraining(int[] rows, long seed, int epoch) {
      return this;
    }

    @Override
    public <E extends Exception> void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target,
        Cancellation<E> cancellation) throws E {
      beforeReading(rows, from, to);
      data.read(rows, from, to, x, target, cancellation);
    }
  }
}
