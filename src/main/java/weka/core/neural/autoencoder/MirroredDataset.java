package weka.core.neural.autoencoder;

import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import ruru.nn.train.DatasetView;

/**
 * Rows that are their own targets as they are read: image files, which are not kept in memory, and randomly changed
 * images.
 *
 * @param targetShape a shape of as many numbers as the input has
 */
record MirroredDataset(Dataset rows, Shape targetShape) implements DatasetView {
  @Override
  public Dataset forTraining(int[] training, long seed, int epoch) {
    return new MirroredDataset(rows.forTraining(training, seed, epoch), targetShape);
  }

  @Override
  public <E extends Exception> void read(int[] indices, int from, int to, Tensor x, @Nullable Tensor target,
      Cancellation<E> cancellation) throws E {
    rows.read(indices, from, to, x, null, cancellation);
    if (target == null) {
      return;
    }
    float[] row = new float[x.shape().size()];
    for (int r = 0; r < to - from; r++) {
      x.readRow(r, row, 0);
      target.writeRow(r, row, 0);
    }
  }
}
