package weka.core.neural.lab.images;

import org.jspecify.annotations.Nullable;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;

/** Copies of some rows of a data set, which may be closed meanwhile. */
final class KeptRows implements Dataset {
  private final Tensor inputs;
  private final Tensor targets;
  private final int[] labels;

  KeptRows(Dataset from, int[] rows) {
    inputs = new Tensor(from.inputShape(), rows.length);
    targets = new Tensor(from.targetShape(), rows.length);
    from.read(rows, 0, rows.length, inputs, targets);
    labels = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      labels[r] = from.label(rows[r]);
    }
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public Shape inputShape() {
    return inputs.shape();
  }

  @Override
  public Shape targetShape() {
    return targets.shape();
  }

  @Override
  public float weight(int row) {
    return 1;
  }

  @Override
  public int label(int row) {
    return labels[row];
  }

  @Override
  public void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target) {
    float[] input = new float[inputs.shape().size()];
    float[] wanted = new float[targets.shape().size()];
    for (int r = from; r < to; r++) {
      inputs.readRow(rows[r], input, 0);
      x.writeRow(r - from, input, 0);
      if (target != null) {
        targets.readRow(rows[r], wanted, 0);
        target.writeRow(r - from, wanted, 0);
      }
    }
  }
}
