package weka.core.neural.encoding;

import org.jspecify.annotations.Nullable;
import ruru.nn.Shape;

/**
 * The targets of a network for some rows.
 *
 * @param shape   of one row's target
 * @param values  [rows][shape]
 * @param weights one per row; null means 1 each
 * @param labels  the class of each row; null if the targets are not classes
 */
public record Targets(Shape shape, float[] values, float @Nullable [] weights, int @Nullable [] labels) {
  /** For rows that are only to be predicted. */
  public static Targets none(int rows) {
    return new Targets(Shape.of(1), new float[rows], null, null);
  }
}
