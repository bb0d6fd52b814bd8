package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.text.NetworkText;

class EnsembleTest {
  /** Points of two classes in two dimensions; a share of the labels is drawn at random. */
  private static ArrayDataset points(int n, double noise) {
    Rng random = new Rng(1, RandomStream.HELD_OUT, 0, 0);
    float[] x = new float[2 * n];
    int[] labels = new int[n];
    for (int r = 0; r < n; r++) {
      x[2 * r] = (float) random.nextGaussian();
      x[2 * r + 1] = (float) random.nextGaussian();
      labels[r] = random.nextDouble() < noise ? random.nextInt(2) : x[2 * r] * x[2 * r + 1] > 0 ? 1 : 0;
    }
    return new ArrayDataset(Shape.of(2), Shape.of(2), x, ArrayDataset.oneHot(labels, 2), null, labels);
  }

  private static Training member(ArrayDataset data, Split split, int epochs, long seed) {
    Network network = new Network(Shape.of(2), 2, NetworkText.parse(
        "dense 32 relu, dropout 0.1, dense 32 relu, output"));
    network.initialise(seed);
    return new Training(network, new CrossEntropy(),
        TrainingSettings.of(new Adam(), epochs).withRate(0.01).withThreads(1).withSeed(seed), data, split,
        BlasProvider.get(), message -> {});
  }

  private static List<Training> members(int count, int epochs) {
    ArrayDataset data = points(200, 0.1);
    List<Training> members = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      members.add(member(data, Split.of(data, 0, 1), epochs, m));
    }
    return members;
  }

  private static List<double[]> curves(int threads) throws InterruptedException {
    Ensemble ensemble = new Ensemble(members(5, 6), threads);
    int epochs = 0;
    while (ensemble.next()) {
      epochs++;
    }
    assertEquals(6, epochs);
    return ensemble.members().stream().map(m -> m.history().training()).toList();
  }

  @Test
  void threadsChangeNoBitAndMembersDoNotSeeEachOther() throws InterruptedException {
    List<double[]> one = curves(1);
    List<double[]> four = curves(4);
    for (int m = 0; m < one.size(); m++) {
      assertArrayEquals(one.get(m), four.get(m));
      Training alone = members(5, 6).get(m);
      while (alone.next()) {
        // to its end
      }
      assertArrayEquals(alone.history().training(), one.get(m));
    }
  }

  @Test
  void anInterruptOfTheCallerEndsItWhoeverTrains() {
    Ensemble ensemble = new Ensemble(members(4, 100), 4);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, ensemble::next);
    assertTrue(Thread.interrupted());
  }

  private static int epochs(double noise) throws InterruptedException {
    ArrayDataset data = points(300, noise);
    List<Training> folds = new ArrayList<>();
    for (Split fold : Folds.of(data, 5, 1)) {
      folds.add(member(data, fold, 100, folds.size()));
    }
    EpochSearch search = new EpochSearch(new Ensemble(folds, 2), 100, 30);
    int best = search.run(epoch -> {});
    double[] curve = search.curve();
    assertTrue(best >= 1 && best <= curve.length);
    assertTrue(curve.length == 100 || curve.length - best > 30, "stopped after " + curve.length + ", best " + best);
    double mean = folds.stream().mapToDouble(f -> f.history().validation()[0]).average().orElseThrow();
    assertEquals(mean, curve[0], 1e-12);
    return best;
  }

  @Test
  void cleanRowsAreTrainedOnForLongerThanNoise() throws InterruptedException {
    int clean = epochs(0);
    int noisy = epochs(1);
    assertTrue(clean > 20, "clean rows: " + clean);
    assertTrue(2 * noisy < clean, "noise: " + noisy + ", clean rows: " + clean);
  }

  @Test
  void aFoldThatConvergedKeepsItsLoss() throws InterruptedException {
    ArrayDataset data = points(60, 0.1);
    List<Training> folds = new ArrayList<>();
    for (Split fold : Folds.of(data, 2, 1)) {
      Network network = new Network(Shape.of(2), 2, NetworkText.parse("output"));
      network.initialise(1);
      // The second fold's optimizer takes any gradient for converged.
      Lbfgs optimizer = new Lbfgs(10, folds.isEmpty() ? 0 : 1e9, 0);
      folds.add(new Training(network, new CrossEntropy(), TrainingSettings.of(optimizer, 5).withThreads(1), data, fold,
          BlasProvider.get(), message -> {}));
    }
    EpochSearch search = new EpochSearch(new Ensemble(folds, 1), 5, 30);
    search.run(epoch -> {});
    double[] first = folds.get(0).history().validation();
    double[] second = folds.get(1).history().validation();
    assertEquals(1, second.length);
    assertEquals(5, first.length);
    assertEquals((first[4] + second[0]) / 2, search.curve()[4], 1e-12);
  }
}
