package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.uib.cipr.matrix.DenseMatrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.optimizers.Sgd;
import ruru.nn.schedules.Plateau;

class TrainingTest {
  private final List<String> log = new ArrayList<>();

  private Training training(Network network, Loss loss, TrainingSettings settings, Dataset data, Split split) {
    return new Training(network, loss, settings.withThreads(1), data, split, BlasProvider.get(), log::add);
  }

  private Training training(Network network, TrainingSettings settings, Dataset data) {
    return training(network, new Squared(), settings, data, Split.of(data, 0, 1));
  }

  /** Rows that agree with each other to train on, and rows that disagree with them to validate on. */
  private static final ArrayDataset OVERFITTING =
      Rows.points(1, 1, 2, 2, -1, -1, -2, -2, 1, 0.3f, 2, 0.6f, -1, -0.3f);
  private static final Split HALVES = new Split(new int[] {0, 1, 2, 3}, new int[] {4, 5, 6});

  @Test
  void aLossThatFallsByNextToNothingIsWaitedForNoLonger() throws InterruptedException {
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = -1;
    ArrayDataset learnable = Rows.points(1, 1, 2, 2, -1, -1, -2, -2, 1, 1, 2, 2, -1, -1);
    Training training = training(network, new Squared(),
        TrainingSettings.of(new Sgd(), 1000).withRate(0.01).withPatience(4), learnable, HALVES);
    while (training.next()) {}
    double[] validation = training.history().validation();
    assertTrue(validation.length < 1000, validation.length + " epochs");
    assertTrue(validation[validation.length - 1] < validation[validation.length - 2], "it was still falling");
    assertEquals(validation.length, training.bestEpoch());
  }

  @Test
  void stopsWhenTheValidationLossFallsNoMoreAndRestoresTheBest() throws InterruptedException {
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = -1;
    Training training = training(network, new Squared(),
        TrainingSettings.of(new Sgd(), 100).withRate(0.05).withPatience(4), OVERFITTING, HALVES);
    List<float[]> after = new ArrayList<>();
    while (training.next()) {
      after.add(network.values().clone());
    }
    double[] validation = training.history().validation();
    int best = 0;
    for (int e = 0; e < validation.length; e++) {
      best = validation[e] < validation[best] ? e : best;
    }
    assertTrue(best > 2 && best < 50, Arrays.toString(validation));
    assertEquals(best + 1, training.bestEpoch());
    assertEquals(best + 1 + 4, training.history().epochs());
    assertEquals("no lower loss for 4 epochs", training.end());
    assertFalse(training.next());
    training.restoreBest();
    assertArrayEquals(after.get(best), network.values());
    assertFalse(Arrays.equals(after.get(after.size() - 1), network.values()));
  }

  @Test
  void whoeverResumesGetsAsManyEpochsAsPatienceAllows() throws InterruptedException {
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = -1;
    Training training = training(network, new Squared(),
        TrainingSettings.of(new Sgd(), 100).withRate(0.05).withPatience(4), OVERFITTING, HALVES);
    while (training.next()) {
      continue;
    }
    int stopped = training.history().epochs();
    training.resume(training.checkpoint());
    while (training.next()) {
      continue;
    }
    assertEquals(stopped + 4, training.history().epochs());
  }

  @Test
  void withoutPatienceAllEpochsAreRunAndTheBestStillRestored() throws InterruptedException {
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = -1;
    Training training = training(network, new Squared(), TrainingSettings.of(new Sgd(), 60).withRate(0.05),
        OVERFITTING, HALVES);
    while (training.next()) {
      assertNull(training.end());
    }
    assertEquals(60, training.history().epochs());
    assertEquals("all epochs done", training.end());
    assertTrue(training.bestEpoch() < 60);
    training.restoreBest();
    assertEquals(0.3, network.values()[0], 0.1);
  }

  @Test
  void withoutValidationRowsTheLatestParametersAreKept() throws InterruptedException {
    Dataset data = Rows.numbers(40, 3);
    Network network = Rows.network(3, 1, "output");
    Training training = training(network, TrainingSettings.of(new Sgd(), 7), data);
    while (training.next()) {
      assertEquals(training.history().epochs(), training.bestEpoch());
    }
    float[] latest = network.values().clone();
    training.restoreBest();
    assertArrayEquals(latest, network.values());
    assertTrue(Double.isNaN(training.history().validation()[0]));
  }

  @Test
  void validationRowsWithoutWeightAreNone() throws InterruptedException {
    ArrayDataset data = new ArrayDataset(Shape.of(1), Shape.of(1), new float[] {1, 2, 3}, new float[] {1, 2, 3},
        new float[] {1, 1, 0}, null);
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = 0;
    Training training = training(network, new Squared(),
        TrainingSettings.of(new Sgd(), 50).withRate(0.1).withPatience(30), data,
        new Split(new int[] {0, 1}, new int[] {2}));
    while (training.next()) {
      continue;
    }
    training.restoreBest();
    assertEquals(1, network.values()[0], 1e-2);
  }

  @Test
  void trainingRowsWithoutWeightAreRefused() {
    ArrayDataset data = new ArrayDataset(Shape.of(1), Shape.of(1), new float[] {1, 2}, new float[] {1, 2},
        new float[] {0, 0}, null);
    assertEquals("the weights of the rows to train on sum to 0, so there is nothing to learn from",
        assertThrows(IllegalArgumentException.class, () -> training(Rows.network(1, 1, "output"),
            TrainingSettings.of(new Sgd(), 5), data)).getMessage());
    assertEquals("there are no rows to train on",
        assertThrows(IllegalArgumentException.class, () -> training(Rows.network(1, 1, "output"), new Squared(),
            TrainingSettings.of(new Sgd(), 5), data, new Split(new int[0], new int[] {0, 1}))).getMessage());
  }

  @Test
  void aRateFarTooHighIsHalvedUntilItWorks() throws InterruptedException {
    Dataset data = Rows.numbers(40, 3);
    Network network = Rows.network(3, 1, "output");
    Training training = training(network, TrainingSettings.of(new Sgd(), 400).withRate(60).withBatch(0), data);
    while (training.next()) {
      continue;
    }
    training.restoreBest();
    assertTrue(training.restarts() >= 5 && training.restarts() <= 9, training.restarts() + " restarts");
    assertEquals(training.restarts(), log.size());
    assertTrue(log.get(0).matches("(the loss|parameter .*) is not a finite number .* \\(epoch \\d+, at rate "
        + "60.0\\).*; restarting from the best weights \\(epoch \\d+\\) at rate 30.0"), log.get(0));
    assertTrue(log.get(1).endsWith("at rate 15.0"), log.get(1));
    assertEquals(400, training.history().epochs());
    double[] losses = training.history().training();
    assertTrue(losses[399] < 0.1, "loss " + losses[399]);
  }

  @Test
  void aRestartGoesBackToBeforeTheLossExploded() throws InterruptedException {
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = 1;
    Training training = training(network, TrainingSettings.of(new Sgd(), 60).withRate(11).withBatch(0),
        Rows.points(1, 0));
    while (training.next() && log.isEmpty()) {
      continue;
    }
    assertEquals(1, log.size());
    assertTrue(log.get(0).contains("from the best weights (epoch 1)"), log.get(0));
  }

  @Test
  void whatCannotConvergeIsAnErrorThatNamesStepAndLayer() {
    Dataset data = Rows.points(1e30f, 1, -1e30f, 2, 1e25f, 3);
    Network network = Rows.network(1, 1, "dense 3 as hidden, output as out");
    DivergenceException e = assertThrows(DivergenceException.class, () -> {
      Training training = training(network, TrainingSettings.of(new Sgd(), 100).withRate(1e9), data);
      while (training.next()) {
        continue;
      }
    });
    assertEquals(10, log.size());
    assertTrue(e.step() > 10, e.getMessage());
    assertEquals("hidden", e.layer());
    assertTrue(e.getMessage().matches("parameter 'hidden/weight' is not .* step " + e.step() + " \\(epoch .*\\), after "
        + "10 restarts at lower rates; check the data for extreme values, lower the rate, or clip the gradient"),
        e.getMessage());
    for (float v : network.values()) {
      assertTrue(Float.isFinite(v), "the best parameters are restored");
    }
  }

  @Test
  void theFirstBadLayerIsNamedAndNotOneBeforeIt() {
    Network network = Rows.network(1, 1, "batchnorm, dense 1 as hidden, dense 1 as late, output");
    network.values()[network.parametersByName().get("hidden/weight").offset()] = 1e36f;
    network.values()[network.parametersByName().get("late/weight").offset()] = 1e10f;
    DivergenceException e = assertThrows(DivergenceException.class,
        () -> training(network, TrainingSettings.of(new Sgd(), 5), Rows.points(1, 1, 2, 1, 9, 1)).next());
    assertEquals("late", e.layer());
  }

  @Test
  void inputsThatAreNoNumbersAreSaidToBeSo() {
    Network network = Rows.network(1, 1, "output");
    DivergenceException e = assertThrows(DivergenceException.class, () -> {
      Training training = training(network, TrainingSettings.of(new Sgd(), 5), Rows.points(1, 1, Float.NaN, 1));
      training.next();
    });
    assertEquals("input", e.layer());
    assertEquals(List.of(), log, "no lower rate helps");
    assertTrue(e.getMessage().contains("at step 1 (epoch 1, at rate 0.01), first in the network's input"),
        e.getMessage());
  }

  @Test
  void aParameterThatIsNoNumberIsNamedWithItsLayer() {
    Network network = Rows.network(1, 1, "dense 1 bias=no as hidden, linear");
    network.values()[0] = 1e-30f;
    DivergenceException e = assertThrows(DivergenceException.class, () -> {
      Training training = training(network, TrainingSettings.of(new Sgd(), 5).withRate(1e12), Rows.points(1e30f, 0));
      training.next();
    });
    assertEquals(10, log.size());
    assertTrue(log.get(0).startsWith(
        "parameter 'hidden/weight' is not a finite number after step 1 (epoch 1, at rate 1.0E12); restarting "),
        log.get(0));
    assertEquals("hidden", e.layer());
  }

  @Test
  void anEpochThatEndsWithABadParameterDoesNotCount() throws InterruptedException {
    Network network = Rows.network(1, 1, "dense 1 bias=no, linear");
    network.values()[0] = 1e-16f;
    Training training = training(network, TrainingSettings.of(new Sgd(), 20).withRate(2e7).withSchedule(new Plateau()),
        Rows.points(1e16f, 0));
    assertThrows(DivergenceException.class, () -> {
      while (training.next()) {
        continue;
      }
    });
    assertEquals(training.history().epochs(), training.trainer().epochs());
  }

  @Test
  void historyHoldsTheRatesOfThePlateau() throws InterruptedException {
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = 1;
    Training training = training(network,
        TrainingSettings.of(new Sgd(), 40).withRate(1e-30).withSchedule(new Plateau(0.5, 10, 0.001)),
        Rows.points(1, 0));
    while (training.next()) {
      continue;
    }
    double[] rates = training.history().rates();
    assertEquals(40, rates.length);
    for (int e = 0; e < 40; e++) {
      double expected = e < 11 ? 1e-30 : e < 21 ? 5e-31 : e < 31 ? 2.5e-31 : 1.25e-31;
      assertEquals(expected, rates[e], 1e-36, "epoch " + (e + 1));
      assertEquals(0.5, training.history().training()[e], 1e-6);
    }
  }

  private static final TrainingSettings SEVEN = TrainingSettings.of(new Adam(), 7).withBatch(16)
      .withSchedule((epoch, epochs, monitored) -> 1 - epoch / epochs).withShards(2);
  private static final String NET = "dense 12 relu, dropout 0.4, batchnorm, output";

  private Training classes(Network network, TrainingSettings settings) {
    Dataset data = Rows.classes(90, 6);
    return training(network, new CrossEntropy(), settings, data, Split.of(data, 0.2, 1));
  }

  private void assertResumes(String text, TrainingSettings settings) throws InterruptedException {
    Network straight = Rows.network(6, 3, text);
    Training whole = classes(straight, settings);
    while (whole.next()) {
      continue;
    }
    assertEquals(7, whole.history().epochs());
    Training first = classes(Rows.network(6, 3, text), settings);
    for (int e = 0; e < 3; e++) {
      assertTrue(first.next());
    }
    Checkpoint checkpoint = first.checkpoint();
    first.next();
    for (int attempt = 0; attempt < 2; attempt++) {
      assertEquals(3, checkpoint.history().epochs(), "a checkpoint does not change");
      Network resumed = Rows.network(6, 3, text);
      Training second = classes(resumed, settings.withEpochs(4));
      second.resume(checkpoint);
      assertEquals(7, second.planned());
      while (second.next()) {
        continue;
      }
      assertArrayEquals(straight.values(), resumed.values());
      assertArrayEquals(whole.history().training(), second.history().training());
      assertArrayEquals(whole.history().validation(), second.history().validation());
      assertArrayEquals(whole.history().rates(), second.history().rates());
      assertEquals(whole.bestEpoch(), second.bestEpoch());
      assertArrayEquals(whole.checkpoint().best(), second.checkpoint().best());
    }
  }

  @Test
  void aResumedTrainingIsTheUninterruptedOneToTheBit() throws InterruptedException {
    assertResumes(NET, SEVEN);
  }

  @Test
  void aResumedGradientDescentIsTheUninterruptedOneToTheBit() throws InterruptedException {
    assertResumes(NET, TrainingSettings.of(new Sgd(), 7).withBatch(16).withRate(0.1));
  }

  @Test
  void aResumedLbfgsIsTheUninterruptedOneToTheBit() throws InterruptedException {
    assertResumes("dense 12 tanh, output", TrainingSettings.of(new Lbfgs(), 7));
  }

  @Test
  void aFinishedTrainingGoesOnWhenResumed() throws InterruptedException {
    Training training = classes(Rows.network(6, 3, NET), SEVEN);
    while (training.next()) {
      continue;
    }
    training.resume(training.checkpoint());
    assertNull(training.end());
    for (int e = 0; e < 7; e++) {
      assertTrue(training.next());
    }
    assertFalse(training.next());
    assertEquals(14, training.history().epochs());
  }

  @Test
  void asManyEpochsAsThereAreNumbersCanBeAddedToThoseDone() throws InterruptedException {
    Training training = classes(Rows.network(6, 3, NET), SEVEN);
    training.next();
    Training longer = classes(Rows.network(6, 3, NET), SEVEN.withEpochs(Integer.MAX_VALUE));
    longer.resume(training.checkpoint());
    assertTrue(longer.next(), longer::end);
  }

  @Test
  void aCheckpointOfAnotherNetworkOrOptimizerIsRefused() throws InterruptedException {
    Training training = classes(Rows.network(6, 3, NET), SEVEN);
    training.next();
    Checkpoint c = training.checkpoint();
    int size = c.latest().length;
    assertEquals("the saved optimizer has 2 arrays of state, this one 0; resume with the same optimizer",
        assertThrows(IllegalArgumentException.class,
            () -> classes(Rows.network(6, 3, NET), TrainingSettings.of(new Sgd(), 7)).resume(c)).getMessage());
    assertEquals("the saved training has " + size + " parameters, this network 21; resume with the same network",
        assertThrows(IllegalArgumentException.class,
            () -> classes(Rows.network(6, 3, "output"), SEVEN).resume(c)).getMessage());
  }

  @Test
  void lbfgsWithoutHiddenLayerIsLeastSquares() throws InterruptedException {
    int n = 80;
    int inputs = 5;
    ArrayDataset data = Rows.numbers(n, inputs);
    Network network = Rows.network(inputs, 1, "output");
    Training training = training(network, TrainingSettings.of(new Lbfgs(), 500), data);
    while (training.next()) {
      continue;
    }
    assertEquals("converged after " + training.history().epochs() + " iterations", training.end());
    ruru.nn.Tensor x = new ruru.nn.Tensor(Shape.of(inputs), n);
    ruru.nn.Tensor t = new ruru.nn.Tensor(Shape.of(1), n);
    data.read(Rows.all(data), 0, n, x, t);
    DenseMatrix a = new DenseMatrix(n, inputs + 1);
    DenseMatrix b = new DenseMatrix(n, 1);
    for (int r = 0; r < n; r++) {
      for (int j = 0; j < inputs; j++) {
        a.set(r, j, x.get(r, j));
      }
      a.set(r, inputs, 1);
      b.set(r, 0, t.get(r, 0));
    }
    DenseMatrix w = new DenseMatrix(inputs + 1, 1);
    a.solve(b, w);
    for (int j = 0; j <= inputs; j++) {
      assertEquals(w.get(j, 0), network.values()[j], 1e-5, "weight " + j);
    }
    assertTrue(Double.isNaN(training.history().rates()[0]));
  }

  @Test
  void aBatchOptimizerRefusesWhatItCannotDo() {
    TrainingSettings good = TrainingSettings.of(new Lbfgs(), 5);
    assertThrows(IllegalArgumentException.class, () -> good.withBatch(32));
    assertThrows(IllegalArgumentException.class, () -> good.withRate(0.1));
    assertThrows(IllegalArgumentException.class, () -> good.withPenalties(0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> good.withClip(1));
  }

  @Test
  void anInterruptedBatchOptimizerStops() {
    Dataset data = new Rows.Watched(Rows.numbers(50, 3)) {
      private int reads;

      @Override
      void beforeReading(int[] rows, int from, int to) {
        if (++reads == 4) {
          Thread.currentThread().interrupt();
        }
      }
    };
    Network network = Rows.network(3, 1, "dense 5 tanh, output");
    Training training = training(network, TrainingSettings.of(new Lbfgs(), 100).withShards(1), data);
    assertThrows(InterruptedException.class, () -> {
      while (training.next()) {
        continue;
      }
    });
    assertTrue(Thread.interrupted());
    for (float v : network.values()) {
      assertTrue(Float.isFinite(v));
    }
  }

  @Test
  void divergenceIsLookedForInTheRowsAsTheEpochSawThem() {
    ArrayDataset broken = Rows.points(Float.NaN, 1, 2, 1);
    Dataset data = new DatasetView() {
      private final ArrayDataset plain = Rows.points(1, 1, 2, 1);

      @Override
      public Dataset rows() {
        return plain;
      }

      @Override
      public <E extends Exception> void read(int[] rows, int from, int to, Tensor x,
          @Nullable Tensor target, Cancellation<E> cancellation) throws E {
        plain.read(rows, from, to, x, target);
      }

      @Override
      public Dataset forTraining(int[] rows, long seed, int epoch) {
        return broken;
      }
    };
    Training training = new Training(Rows.network(1, 1, "output"), new Squared(), TrainingSettings.of(new Sgd(), 1),
        data, Split.of(data, 0, 1), BlasProvider.get(), message -> {});
    DivergenceException e = assertThrows(DivergenceException.class, training::next);
    assertEquals("input", e.layer());
  }

  @Test
  void aValidationLossThatIsNoNumberKeepsTheLatest() throws InterruptedException {
    ArrayDataset data = Rows.points(1, 1, 2, 2, -1, -1, 3, Float.NaN);
    Network network = Rows.network(1, 1, "output bias=no");
    network.values()[0] = -1;
    Training training = training(network, new Squared(), TrainingSettings.of(new Sgd(), 30).withRate(0.1), data,
        new Split(new int[] {0, 1, 2}, new int[] {3}));
    while (training.next()) {
      // to the end
    }
    training.restoreBest();
    assertEquals(1, network.values()[0], 1e-2);
    assertEquals(30, training.bestEpoch());
  }
}
