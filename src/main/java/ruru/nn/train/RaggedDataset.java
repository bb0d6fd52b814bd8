package ruru.nn.train;

import org.jspecify.annotations.Nullable;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/** Series that differ in length: the memory is that of the steps that are there. The arrays are not copied. */
public final class RaggedDataset implements Dataset {
  private final Shape inputShape;
  private final float[] inputs;
  private final int[] starts;
  private final int[] lengths;
  /** The rows without their inputs. */
  private final ArrayDataset rest;

  /**
   * @param inputShape [steps of the longest row that there may be, channels]
   * @param inputs  row after row, each [steps of the row][channels]
   * @param lengths steps of each row, from 1 to those of the shape
   * @param targets [rows][targetShape]
   * @param weights one per row; null means 1 each
   * @param labels  the class of each row; null if the targets are not classes
   */
  public RaggedDataset(Shape inputShape, Shape targetShape, float[] inputs, int[] lengths, float[] targets,
      float @Nullable [] weights, int @Nullable [] labels) {
    this.inputShape = inputShape;
    this.inputs = inputs;
    this.lengths = lengths;
    starts = new int[lengths.length];
    long at = 0;
    for (int r = 0; r < lengths.length; r++) {
      if (lengths[r] < 1 || lengths[r] > inputShape.dim(0)) {
        throw new IllegalArgumentException("row " + r + " has " + lengths[r] + " steps; expected 1 to "
            + inputShape.dim(0));
      }
      starts[r] = (int) at;
      at += (long) lengths[r] * inputShape.channels();
    }
    if (inputShape.rank() != 2 || at != inputs.length) {
      throw new IllegalArgumentException("inputs of shape " + inputShape + " with " + inputs.length
          + " values, but the rows' steps need " + at);
    }
    rest = new ArrayDataset(Shape.of(1), targetShape, new float[lengths.length], targets, weights, labels);
  }

  @Override
  public int size() {
    return lengths.length;
  }

  @Override
  public Shape inputShape() {
    return inputShape;
  }

  @Override
  public Shape targetShape() {
    return rest.targetShape();
  }

  @Override
  public boolean isRagged() {
    return true;
  }

  @Override
  public int length(int row) {
    return lengths[row];
  }

  @Override
  public float weight(int row) {
    return rest.weight(row);
  }

  @Override
  public int label(int row) {
    return rest.label(row);
  }

  @Override
  public void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target) {
    x.setLengths(lengths, rows, from, to);
    int c = inputShape.channels();
    for (int i = from; i < to; i++) {
      int start = starts[rows[i]];
      for (int t = 0; t < lengths[rows[i]]; t++) {
        System.arraycopy(inputs, start + t * c, x.plane(t), (i - from) * c, c);
      }
    }
    if (target != null) {
      rest.readTargets(rows, from, to, target);
    }
  }
}
