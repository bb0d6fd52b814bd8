package weka.core.neural.clustering;

import org.jspecify.annotations.Nullable;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import ruru.nn.train.DatasetView;

/**
 * Rows whose targets are the shares that they are to have in clusters, and behind them what the rows had as targets
 * before.
 *
 * @param shares [rows][clusters], read anew each time, so that they may be changed between epochs
 */
record SharesDataset(Dataset rows, float[] shares, int clusters) implements DatasetView {
  @Override
  public Shape targetShape() {
    return Shape.of(clusters + rows.targetShape().size());
  }

  @Override
  public Dataset forTraining(int[] training, long seed, int epoch) {
    return new SharesDataset(rows.forTraining(training, seed, epoch), shares, clusters);
  }

  @Override
  public void read(int[] indices, int from, int to, Tensor x, @Nullable Tensor target) {
    if (target == null) {
      rows.read(indices, from, to, x, null);
      return;
    }
    Tensor columns = new Tensor(rows.targetShape(), to - from);
    rows.read(indices, from, to, x, columns);
    float[] row = new float[target.shape().size()];
    for (int r = 0; r < to - from; r++) {
      System.arraycopy(shares, indices[from + r] * clusters, row, 0, clusters);
      columns.readRow(r, row, clusters);
      target.writeRow(r, row, 0);
    }
  }
}
