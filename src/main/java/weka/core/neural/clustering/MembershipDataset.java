package weka.core.neural.clustering;

import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import ruru.nn.train.DatasetView;

/**
 * Rows whose targets are target cluster memberships, followed by the rows' original targets.
 *
 * @param memberships [rows][clusters], read afresh each time, so that they may be changed between epochs
 */
record MembershipDataset(Dataset rows, float[] memberships, int clusters) implements DatasetView {
  @Override
  public Shape targetShape() {
    return Shape.of(clusters + rows.targetShape().size());
  }

  @Override
  public Dataset forTraining(int[] training, long seed, int epoch) {
    return new MembershipDataset(rows.forTraining(training, seed, epoch), memberships, clusters);
  }

  @Override
  public <E extends Exception> void read(int[] indices, int from, int to, Tensor x, @Nullable Tensor target,
      Cancellation<E> cancellation) throws E {
    if (target == null) {
      rows.read(indices, from, to, x, null, cancellation);
      return;
    }
    Tensor columns = new Tensor(rows.targetShape(), to - from);
    rows.read(indices, from, to, x, columns, cancellation);
    float[] row = new float[target.shape().size()];
    for (int r = 0; r < to - from; r++) {
      System.arraycopy(memberships, indices[from + r] * clusters, row, 0, clusters);
      columns.readRow(r, row, clusters);
      target.writeRow(r, row, 0);
    }
  }
}
