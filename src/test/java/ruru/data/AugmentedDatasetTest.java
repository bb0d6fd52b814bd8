package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.optimizers.Sgd;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.DatasetView;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;

class AugmentedDatasetTest {
  private static final int ROWS = 24;
  private static final int CLASSES = 3;
  private static final String ALL = "flip, shift 1, rotate 20, zoom 0.2, cutout 3, mixup 0.4, crop 1";

  private static ArrayDataset images(Shape shape) {
    float[] x = new float[ROWS * shape.size()];
    Rng random = new Rng(9, RandomStream.AUGMENTATION, 0, 0);
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    int[] labels = IntStream.range(0, ROWS).map(r -> r % CLASSES).toArray();
    return new ArrayDataset(shape, Shape.of(CLASSES), x, ArrayDataset.oneHot(labels, CLASSES), null, labels);
  }

  private static int[] rows(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private record Read(float[] x, float[] targets) {}

  private static Read read(Dataset data, int... rows) {
    Tensor x = new Tensor(data.inputShape(), rows.length);
    Tensor t = new Tensor(data.targetShape(), rows.length);
    data.read(rows, 0, rows.length, x, t);
    float[] xs = new float[rows.length * data.inputShape().size()];
    float[] ts = new float[rows.length * CLASSES];
    for (int r = 0; r < rows.length; r++) {
      x.readRow(r, xs, r * data.inputShape().size());
      t.readRow(r, ts, r * CLASSES);
    }
    return new Read(xs, ts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6x7x1", "5x5x3"})
  void aRowDependsOnSeedEpochAndRowAlone(String shape) {
    Dataset data = new AugmentedDataset(images(Shape.parse(shape)), Augmentation.parse(ALL));
    int[] training = rows(0, 20);
    Read all = read(data.forTraining(training, 7, 2), training);
    int size = data.inputShape().size();
    for (int r = 19; r >= 0; r -= 3) {
      Read alone = read(data.forTraining(training, 7, 2), r);
      assertArrayEquals(Arrays.copyOfRange(all.x, r * size, (r + 1) * size), alone.x);
      assertArrayEquals(Arrays.copyOfRange(all.targets, r * CLASSES, (r + 1) * CLASSES), alone.targets);
    }
    assertFalse(Arrays.equals(all.x, read(data.forTraining(training, 7, 3), training).x), "another epoch");
    assertFalse(Arrays.equals(all.x, read(data.forTraining(training, 8, 2), training).x), "another seed");
  }

  @Test
  void readDirectlyTheRowsAreAsTheyAre() {
    ArrayDataset plain = images(Shape.of(5, 5, 3));
    Dataset data = new AugmentedDataset(plain, Augmentation.parse(ALL));
    data.forTraining(rows(0, ROWS), 1, 0);
    assertArrayEquals(read(plain, rows(0, ROWS)).x, read(data, rows(0, ROWS)).x);
    assertArrayEquals(read(plain, rows(0, ROWS)).targets, read(data, rows(0, ROWS)).targets);
    assertEquals(plain.label(4), data.label(4));
    assertEquals(ROWS, data.size());
  }

  @Test
  void withoutStepsNothingChanges() {
    ArrayDataset plain = images(Shape.of(5, 5, 3));
    Dataset epoch = new AugmentedDataset(plain, Augmentation.parse("")).forTraining(rows(0, ROWS), 1, 4);
    assertArrayEquals(read(plain, rows(0, ROWS)).x, read(epoch, rows(0, ROWS)).x);
  }

  /** Every row of the result lies on the line between its own row and another training row; so do the targets. */
  @Test
  void mixupBlendsInputsAndTargetsOfTwoTrainingRowsAlike() {
    Shape shape = Shape.of(2, 2, 1);
    ArrayDataset plain = images(shape);
    int[] training = {0, 1, 2, 4, 5, 7};
    Read before = read(plain, rows(0, ROWS));
    Dataset epoch = new AugmentedDataset(plain, Augmentation.parse("mixup 1")).forTraining(training, 3, 0);
    Read mixed = read(epoch, training);
    for (int i = 0; i < training.length; i++) {
      assertEquals(1, mixed.targets[3 * i] + mixed.targets[3 * i + 1] + mixed.targets[3 * i + 2], 1e-6);
      boolean found = false;
      for (int other : training) {
        found |= isBlend(before, training[i], other, mixed, i, shape.size());
      }
      assertTrue(found, "row " + training[i] + " is no blend of training rows");
    }
  }

  private static boolean isBlend(Read before, int own, int other, Read mixed, int i, int size) {
    double difference = before.x[other * size] - before.x[own * size];
    double share = own == other ? 0 : (mixed.x[i * size] - before.x[own * size]) / difference;
    boolean fits = true;
    for (int k = 0; k < size; k++) {
      double expected = (1 - share) * before.x[own * size + k] + share * before.x[other * size + k];
      fits &= Math.abs(expected - mixed.x[i * size + k]) < 1e-4;
    }
    for (int c = 0; c < CLASSES; c++) {
      double expected = (1 - share) * before.targets[own * CLASSES + c] + share * before.targets[other * CLASSES + c];
      fits &= Math.abs(expected - mixed.targets[i * CLASSES + c]) < 1e-4;
    }
    return fits;
  }

  @Test
  void rowsThatAreNoImagesAreRefused() {
    assertThrows(IllegalArgumentException.class,
        () -> new AugmentedDataset(images(Shape.of(25)), Augmentation.parse("flip")));
  }

  private static float[] train(Dataset data, TrainingSettings settings, Split split) throws InterruptedException {
    Blas blas = BlasProvider.get();
    Network network = new Network(data.inputShape(), CLASSES, NetworkText.parse("flatten, dense 8 relu, output"));
    network.initialise(1);
    Training training = new Training(network, new CrossEntropy(), settings, data, split, blas, message -> {});
    while (training.next()) {
      assertTrue(training.trainer().epochs() > 0);
    }
    return network.values().clone();
  }

  @Test
  void threadsDoNotChangeTheModel() throws InterruptedException {
    Dataset data = new AugmentedDataset(images(Shape.of(6, 6, 3)), Augmentation.parse(ALL));
    TrainingSettings settings = TrainingSettings.of(new Sgd(), 4).withBatch(8).withShards(4);
    Split split = Split.of(data, 0.25, 1);
    float[] one = train(data, settings.withThreads(1), split);
    assertArrayEquals(one, train(data, settings.withThreads(4), split));
    assertArrayEquals(one, train(data, settings.withThreads(1), split));
    assertFalse(Arrays.equals(one, train(images(Shape.of(6, 6, 3)), settings.withThreads(1), split)));
  }

  /** Notes who is read how: with epoch -1 directly, otherwise as training rows of that epoch. */
  private static final class Watched implements DatasetView {
    private final ArrayDataset rows = images(Shape.of(3, 3, 1));
    private final java.util.Map<Integer, java.util.Set<Integer>> seen;
    private final int epoch;

    Watched(java.util.Map<Integer, java.util.Set<Integer>> seen, int epoch) {
      this.seen = seen;
      this.epoch = epoch;
    }

    @Override
    public Dataset rows() {
      return rows;
    }

    @Override
    public synchronized <E extends Exception> void read(int[] indices, int from, int to, Tensor x,
        @Nullable Tensor target, Cancellation<E> cancellation) throws E {
      for (int i = from; i < to; i++) {
        seen.computeIfAbsent(epoch, e -> new java.util.TreeSet<>()).add(indices[i]);
      }
      rows.read(indices, from, to, x, target);
    }

    @Override
    public Dataset forTraining(int[] training, long seed, int e) {
      assertEquals(18, training.length);
      assertEquals(5, seed);
      return new Watched(seen, e);
    }
  }

  @Test
  void trainingReadsItsRowsByEpochAndValidationDirectly() throws InterruptedException {
    java.util.Map<Integer, java.util.Set<Integer>> seen = new java.util.TreeMap<>();
    Split split = new Split(rows(0, 18), rows(18, ROWS));
    train(new Watched(seen, -1), TrainingSettings.of(new Sgd(), 3).withSeed(5), split);
    assertEquals(java.util.Set.of(-1, 0, 1, 2), seen.keySet());
    assertArrayEquals(rows(18, ROWS), seen.get(-1).stream().mapToInt(r -> r).toArray());
    for (int e = 0; e < 3; e++) {
      assertArrayEquals(rows(0, 18), seen.get(e).stream().mapToInt(r -> r).toArray());
    }
    seen.clear();
    train(new Watched(seen, -1), TrainingSettings.of(new Lbfgs(), 3).withSeed(5), split);
    assertEquals(java.util.Set.of(-1, 0), seen.keySet(), "the same rows in every iteration of a batch optimizer");
  }
}
