package ruru.data;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import ruru.data.augment.Distortion;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import ruru.nn.train.DatasetView;

/**
 * A data set of images whose training rows are changed at random, differently in every epoch. Read directly, as for
 * validation and prediction, the rows are unchanged.
 */
public final class AugmentedDataset implements DatasetView {
  private final Dataset rows;
  private final Augmentation augmentation;
  private final ArrayDeque<Scratch> free = new ArrayDeque<>();

  /** @throws IllegalArgumentException if the rows are not images */
  public AugmentedDataset(Dataset rows, Augmentation augmentation) {
    this.rows = rows;
    this.augmentation = augmentation;
    free.add(new Scratch());
  }

  @Override
  public Dataset rows() {
    return rows;
  }

  @Override
  public <E extends Exception> void read(int[] indices, int from, int to, Tensor x, @Nullable Tensor target,
      Cancellation<E> cancellation) throws E {
    rows.read(indices, from, to, x, target, cancellation);
  }

  @Override
  public Dataset forTraining(int[] training, long seed, int epoch) {
    return new Epoch(training, seed, epoch);
  }

  private Scratch acquire() {
    synchronized (free) {
      Scratch scratch = free.poll();
      return scratch == null ? new Scratch() : scratch;
    }
  }

  private void giveBack(Scratch scratch) {
    synchronized (free) {
      free.push(scratch);
    }
  }

  /** What one reader needs for one row; kept for later readers. */
  private final class Scratch {
    final Distortion distortion = new Distortion(rows.inputShape());
    final float[] before = new float[rows.inputShape().size()];
    final float[] after = new float[rows.inputShape().size()];
    final float[] target = new float[rows.targetShape().size()];
    final float[] otherTarget = new float[rows.targetShape().size()];
    final int[] otherRow = new int[1];
    final Tensor other = new Tensor(rows.inputShape(), 1);
    final Tensor otherTargets = new Tensor(rows.targetShape(), 1);
  }

  /** The rows of one epoch. */
  private final class Epoch implements DatasetView {
    private final int[] training;
    private final long seed;
    private final int epoch;

    Epoch(int[] training, long seed, int epoch) {
      this.training = training;
      this.seed = seed;
      this.epoch = epoch;
    }

    @Override
    public Dataset rows() {
      return rows;
    }

    @Override
    public Dataset forTraining(int[] training, long seed, int epoch) {
      return this;
    }

    @Override
    public <E extends Exception> void read(int[] indices, int from, int to, Tensor x, @Nullable Tensor target,
        Cancellation<E> cancellation) throws E {
      rows.read(indices, from, to, x, target, cancellation);
      Scratch s = acquire();
      try {
        for (int i = from; i < to; i++) {
          cancellation.check();
          Rng random = new Rng(seed, RandomStream.AUGMENTATION, epoch, indices[i]);
          change(x, i - from, random, s);
          double weight = s.distortion.blendWeight();
          if (weight > 0) {
            blend(x, target, i - from, weight, training[random.nextInt(training.length)], s);
          }
        }
      } finally {
        giveBack(s);
      }
    }

    private void change(Tensor x, int row, Rng random, Scratch s) {
      augmentation.draw(random, s.distortion);
      if (!s.distortion.isNone()) {
        x.readRow(row, s.before, 0);
        s.distortion.apply(s.before, s.after);
        x.writeRow(row, s.after, 0);
      }
    }

    /** Blends in another row, which is changed like any other but not blended itself. */
    private void blend(Tensor x, @Nullable Tensor target, int row, double weight, int other, Scratch s) {
      s.otherRow[0] = other;
      rows.read(s.otherRow, 0, 1, s.other, target == null ? null : s.otherTargets);
      change(s.other, 0, new Rng(seed, RandomStream.AUGMENTATION, epoch, other), s);
      mix(x, row, s.other, weight, s.before, s.after);
      if (target != null) {
        mix(target, row, s.otherTargets, weight, s.target, s.otherTarget);
      }
    }

    private static void mix(Tensor a, int row, Tensor b, double weight, float[] first, float[] second) {
      a.readRow(row, first, 0);
      b.readRow(0, second, 0);
      float part = (float) weight;
      for (int i = 0; i < first.length; i++) {
        first[i] = (1 - part) * first[i] + part * second[i];
      }
      a.writeRow(row, first, 0);
    }
  }
}
