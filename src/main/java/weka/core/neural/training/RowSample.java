package weka.core.neural.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.ByLength;
import ruru.nn.train.Dataset;

/** Some rows of a data set, to be predicted: the targets are not asked for. */
record RowSample(Dataset all, int[] chosen) implements Dataset {
  /** At most so many of some rows, at equal distances; the longest first where they differ in length. */
  static int[] choose(Dataset rows, int[] from, int most) {
    int n = Math.min(most, from.length);
    int[] sample = new int[n];
    Arrays.setAll(sample, i -> from[(int) ((long) i * from.length / n)]);
    ByLength.sort(rows, sample, 0, n);
    return sample;
  }

  @Override
  public int size() {
    return chosen.length;
  }

  @Override
  public Shape inputShape() {
    return all.inputShape();
  }

  @Override
  public Shape targetShape() {
    return Shape.of(1);
  }

  @Override
  public boolean isRagged() {
    return all.isRagged();
  }

  @Override
  public int length(int row) {
    return all.length(chosen[row]);
  }

  @Override
  public float weight(int row) {
    return all.weight(chosen[row]);
  }

  @Override
  public int label(int row) {
    return all.label(chosen[row]);
  }

  @Override
  public void read(int[] wanted, int from, int to, Tensor x, @Nullable Tensor target) {
    read(wanted, from, to, x, target, Cancellation.NEVER);
  }

  @Override
  public <E extends Exception> void read(int[] wanted, int from, int to, Tensor x, @Nullable Tensor target,
      Cancellation<E> cancellation) throws E {
    all.read(Arrays.stream(wanted, from, to).map(r -> chosen[r]).toArray(), 0, to - from, x, null, cancellation);
  }
}
