package weka.core.neural;

import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;

/**
 * Images that are their own targets, also when they are changed at random for training: the last numbers of a target are
 * overwritten by the input, value by value; what stands before them is left alone.
 */
record MirroredDataset(Dataset rows) implements Dataset {
  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public Shape inputShape() {
    return rows.inputShape();
  }

  @Override
  public Shape targetShape() {
    return rows.targetShape();
  }

  @Override
  public float weight(int row) {
    return rows.weight(row);
  }

  @Override
  public int label(int row) {
    return rows.label(row);
  }

  @Override
  public Dataset forTraining(int[] training, long seed, int epoch) {
    return new MirroredDataset(rows.forTraining(training, seed, epoch));
  }

  @Override
  public void read(int[] indices, int from, int to, Tensor x, Tensor target) {
    rows.read(indices, from, to, x, target);
    if (target == null) {
      return;
    }
    int size = x.shape().size();
    int first = target.shape().size() - size;
    for (int r = 0; r < to - from; r++) {
      for (int i = 0; i < size; i++) {
        target.set(r, first + i, x.get(r, i));
      }
    }
  }
}
