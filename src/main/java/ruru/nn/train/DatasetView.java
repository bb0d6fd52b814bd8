package ruru.nn.train;

import ruru.nn.Shape;

/** A data set made of another one's rows: as many, of the same weights and labels; of the same shapes unless said. */
public interface DatasetView extends Dataset {
  /** The rows that are looked at. */
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

  // To say nothing would be to say that the rows never change.
  @Override
  Dataset forTraining(int[] rows, long seed, int epoch);
}
