package ruru.nn.train;

import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/** Rows to learn from or to predict. Reading is thread-safe. */
public interface Dataset {
  int size();

  Shape inputShape();

  /** One column per output of the network. */
  Shape targetShape();

  /** The weight of a row: 2 counts like the row twice, 0 like no row. */
  float weight(int row);

  /** The class of a row, for stratified splits; -1 if the target is not a class. */
  int label(int row);

  /** Whether rows are series that may differ in length, so that they are read the longest first. */
  default boolean isRagged() {
    return false;
  }

  /** The number of steps of a row; only if {@link #isRagged}. */
  default int length(int row) {
    return inputShape().dim(0);
  }

  /**
   * Writes rows[from .. to) into the first to - from rows of the tensors.
   *
   * @param rows   if they {@link #isRagged differ in length}, the longest first
   * @param target null if only the inputs are wanted
   */
  void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target);

  /**
   * As {@link #read(int[], int, int, Tensor, Tensor)}, for as long as it is wanted; asked between two rows where one
   * may take long, as an image does that is to be decoded.
   */
  default <E extends Exception> void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target,
      Cancellation<E> cancellation) throws E {
    read(rows, from, to, x, target);
  }

  /**
   * The same rows as one epoch of training sees them: perhaps changed at random, to augment them. Rows for
   * validation and for predictions are never read through it.
   *
   * @param rows  the training rows, all of them
   * @param seed the seed of the random changes
   * @param epoch finished epochs before this one
   */
  default Dataset forTraining(int[] rows, long seed, int epoch) {
    return this;
  }
}
