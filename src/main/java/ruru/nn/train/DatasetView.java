package ruru.nn.train;

import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/** A data set made of another one's rows: the same number, weights and labels; the same shapes unless overridden. */
public interface DatasetView extends Dataset {
  /** The underlying rows. */
  Dataset rows();

  @Override
  default int size() {
    return rows().size();
  }

  @Override
  default Shape inputShape() {
    return rows().inputShape();
  }

  @Override
  default Shape targetShape() {
    return rows().targetShape();
  }

  @Override
  default float weight(int row) {
    return rows().weight(row);
  }

  @Override
  default int label(int row) {
    return rows().label(row);
  }

  @Override
  default boolean isRagged() {
    return rows().isRagged();
  }

  @Override
  default int length(int row) {
    return rows().length(row);
  }

  @Override
  default void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target) {
    read(rows, from, to, x, target, Cancellation.NEVER);
  }

  // What rows() take long to read, a view of them does.
  @Override
  <E extends Exception> void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target,
      Cancellation<E> cancellation)
      throws E;

  // Not delegating would mean that the rows never change.
  @Override
  Dataset forTraining(int[] rows, long seed, int epoch);
}
