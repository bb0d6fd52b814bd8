package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Sgd;

/** Folds whose validation loss is no number. */
class EpochSearchTest {
  private static final int EPOCHS = 40;

  /** Squared error that says something else in validation after so many epochs. */
  private record Broken(int from, int to) implements Loss {
    private static final Squared SQUARED = new Squared();
    private static int epoch;

    @Override
    public boolean fits(Task task) {
      return SQUARED.fits(task);
    }

    @Override
    public double value(Tensor out, Tensor target, float[] weight) {
      epoch++;
      return epoch >= from && epoch <= to ? Double.NaN : SQUARED.value(out, target, weight);
    }

    @Override
    public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
      return SQUARED.gradient(out, target, weight, dOut);
    }

    @Override
    public void predict(Tensor out, Task task, Tensor prediction) {
      SQUARED.predict(out, task, prediction);
    }
  }

  private static Training fold(float[] rowWeights, Split split, Loss loss) {
    ArrayDataset rows = Rows.numbers(40, 2);
    float[] x = new float[80];
    float[] t = new float[40];
    Tensor inputs = new Tensor(Shape.of(2), 40);
    Tensor targets = new Tensor(Shape.of(1), 40);
    rows.read(Rows.all(rows), 0, 40, inputs, targets);
    for (int r = 0; r < 40; r++) {
      inputs.readRow(r, x, 2 * r);
      targets.readRow(r, t, r);
    }
    ArrayDataset data = new ArrayDataset(Shape.of(2), Shape.of(1), x, t, rowWeights, null);
    Network network = Rows.network(2, 1, "output");
    return new Training(network, loss, TrainingSettings.of(new Sgd(), EPOCHS).withRate(0.02).withThreads(1), data,
        split, BlasProvider.get(), message -> {});
  }

  private static Split split(int fold) {
    return new Split(IntStream.range(0, 40).filter(r -> r / 20 != fold).toArray(),
        IntStream.range(0, 40).filter(r -> r / 20 == fold).toArray());
  }

  private static EpochSearch search(Training... folds) {
    return new EpochSearch(new Ensemble(new ArrayList<>(List.of(folds)), 1), EPOCHS, 5);
  }

  @Test
  @SuppressWarnings("ArgumentSelectionDefectChecker") // the halves of a fold change places
  void aFoldWithoutWeightInItsValidationRowsIsLeftOut() throws InterruptedException {
    float[] weights = new float[40];
    Arrays.fill(weights, 0, 20, 1);
    Training second = fold(null, split(1), new Squared());
    EpochSearch both = search(fold(weights, new Split(split(0).validation(), split(0).training()), new Squared()),
        second);
    int best = both.run(epoch -> {});
    assertArrayEquals(second.history().validation(), both.curve());
    assertEquals(search(fold(null, split(1), new Squared())).run(epoch -> {}), best);
    assertTrue(best > 5, "best " + best);
  }

  @Test
  void anEpochWithoutALossIsNotChosenAndDoesNotHideTheOthers() throws InterruptedException {
    Broken.epoch = 0;
    EpochSearch search = search(fold(null, split(0), new Squared()), fold(null, split(1), new Broken(3, 4)));
    int best = search.run(epoch -> {});
    assertEquals(Double.POSITIVE_INFINITY, search.curve()[2]);
    assertTrue(best > 6, "best " + best);
    Broken.epoch = 0;
    EpochSearch late = search(fold(null, split(0), new Squared()), fold(null, split(1), new Broken(12, EPOCHS)));
    assertEquals(9, late.run(epoch -> {}));
  }

  @Test
  void whereNothingIsKnownAllEpochsAreTaken() throws InterruptedException {
    Broken.epoch = 0;
    assertEquals(EPOCHS, search(fold(null, split(0), new Broken(0, EPOCHS))).run(epoch -> {}));
  }
}
