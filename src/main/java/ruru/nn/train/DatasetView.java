package ruru.nn.train;

import ruru.nn.Shape;

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

  // Not delegating would mean that the rows never change.
  @Override
  Dataset forTraining(int[] rows, long seed, int epoch);
}
