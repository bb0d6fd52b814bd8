package ruru.nn.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Shape;
import ruru.nn.SparseRows;
import ruru.nn.Tensor;

/**
 * Rows of features of which few are not zero: the memory is that of those. A network whose first layers can read sparse
 * rows gets them as they are, and others as if all were there.
 */
public final class SparseDataset implements Dataset {
  private final Shape inputShape;
  private final SparseRows inputs;
  /** The rows without their inputs. */
  private final ArrayDataset rest;

  /** As {@link ArrayDataset}, but for the inputs. */
  public SparseDataset(int features, Shape targetShape, SparseRows inputs, float[] targets,
      float @Nullable [] weights, int @Nullable [] labels) {
    inputShape = Shape.of(features);
    this.inputs = inputs;
    rest = new ArrayDataset(Shape.of(1), targetShape, new float[inputs.rows()], targets, weights, labels);
  }

  @Override
  public int size() {
    return rest.size();
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
  public float weight(int row) {
    return rest.weight(row);
  }

  @Override
  public int label(int row) {
    return rest.label(row);
  }

  @Override
  public void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target) {
    if (x.takesSparse()) {
      x.setSparse(inputs, rows, from, to);
    } else {
      float[] row = new float[inputShape.size()];
      for (int i = from; i < to; i++) {
        Arrays.fill(row, 0);
        inputs.write(rows[i], row, 0);
        x.writeRow(i - from, row, 0);
      }
    }
    if (target != null) {
      rest.readTargets(rows, from, to, target);
    }
  }
}
