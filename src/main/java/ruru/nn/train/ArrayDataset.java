package ruru.nn.train;

import org.jspecify.annotations.Nullable;
import ruru.nn.Heap;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/** Rows held in arrays: inputs and targets row by row, in float32. The arrays are not copied. */
public final class ArrayDataset implements Dataset {
  private final Shape inputShape;
  private final Shape targetShape;
  private final float[] inputs;
  private final float[] targets;
  private final float @Nullable [] weights;
  private final int @Nullable [] labels;
  private final int size;

  /**
   * @param inputs  [rows][inputShape]
   * @param targets [rows][targetShape]
   * @param weights one per row; null means 1 each
   * @param labels  the class of each row; null if the targets are not classes
   */
  public ArrayDataset(Shape inputShape, Shape targetShape, float[] inputs, float[] targets, float @Nullable [] weights,
      int @Nullable [] labels) {
    this.inputShape = inputShape;
    this.targetShape = targetShape;
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
    this.labels = labels;
    this.size = targets.length / targetShape.size();
    if (inputs.length != (long) size * inputShape.size() || targets.length != (long) size * targetShape.size()
        || weights != null && weights.length != size || labels != null && labels.length != size) {
      throw new IllegalArgumentException("inputs of shape " + inputShape + " with " + inputs.length
          + " values, targets of shape " + targetShape + " with " + targets.length
          + " values, weights and labels must hold the same number of rows");
    }
  }

  /** Classes as one-hot targets: one column per class, 1 for the row's class and 0 otherwise. */
  public static float[] oneHot(int[] labels, int classes) {
    float[] t = Heap.floats(labels.length, classes, "rows", "classes", "Use fewer rows or classes");
    for (int r = 0; r < labels.length; r++) {
      t[r * classes + labels[r]] = 1;
    }
    return t;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Shape inputShape() {
    return inputShape;
  }

  @Override
  public Shape targetShape() {
    return targetShape;
  }

  @Override
  public float weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  @Override
  public int label(int row) {
    return labels == null ? -1 : labels[row];
  }

  @Override
  public void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target) {
    read(inputs, inputShape.size(), rows, from, to, x);
    if (target != null) {
      readTargets(rows, from, to, target);
    }
  }

  /** Writes the targets of rows[from .. to) into the first to - from rows of a tensor. */
  void readTargets(int[] rows, int from, int to, Tensor target) {
    read(targets, targetShape.size(), rows, from, to, target);
  }

  private static void read(float[] source, int size, int[] rows, int from, int to, Tensor result) {
    if (result.positions() == 1) {
      float[] matrix = result.matrix();
      for (int i = from; i < to; i++) {
        System.arraycopy(source, rows[i] * size, matrix, (i - from) * size, size);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      result.writeRow(i - from, source, rows[i] * size);
    }
  }
}
