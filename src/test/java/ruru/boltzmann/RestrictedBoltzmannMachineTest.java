package ruru.boltzmann;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.boltzmann.VisibleUnits.Kind;
import ruru.nn.Cancellation;

/** Small machines beside what all their states give. */
class RestrictedBoltzmannMachineTest {
  private static final int VISIBLE = 8;
  private static final int HIDDEN = 12;
  private static final double MOST_SIGMAS = 4.5;

  /** Rows of four patterns, some units flipped. */
  static float[] patterns(int rows) {
    Random random = new Random(5);
    int[] all = {0b11110000, 0b00001111, 0b10101010, 0b11001100};
    float[] v = new float[rows * VISIBLE];
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < VISIBLE; i++) {
        int bit = all[r % 4] >> i & 1;
        v[r * VISIBLE + i] = random.nextInt(20) == 0 ? 1 - bit : bit;
      }
    }
    return v;
  }

  private static float[] ones(int n) {
    float[] w = new float[n];
    Arrays.fill(w, 1);
    return w;
  }

  @Test
  void theFreeEnergySumsOverAllHiddenStates() {
    RestrictedBoltzmannMachine machine = Exact.machine(VisibleUnits.binary(VISIBLE), HIDDEN, 1, 1);
    Exact exact = new Exact(machine);
    double[] energies = machine.freeEnergies(exact.states(), 2, Cancellation.NEVER);
    for (int s = 0; s < 1 << VISIBLE; s += 7) {
      assertEquals(exact.freeEnergy(exact.states(), s * VISIBLE), energies[s], 1e-4);
    }
  }

  /** sum (v - a)^2 / 2 - sum softplus, for two gaussian units and one hidden unit. */
  @Test
  void theFreeEnergyOfGaussianUnits() {
    RestrictedBoltzmannMachine machine =
        new RestrictedBoltzmannMachine(new VisibleUnits().add(Kind.GAUSSIAN, 2), 1);
    machine.visibleBias()[0] = 0.5f;
    machine.weights()[0] = 2;
    machine.weights()[1] = -1;
    machine.hiddenBias()[0] = 0.25f;
    double expected = (1.5 * 1.5 + 3 * 3) / 2 - Math.log1p(Math.exp(2 * 2 - 3 + 0.25));
    assertEquals(expected, machine.freeEnergies(new float[] {2, 3}, 1, Cancellation.NEVER)[0], 1e-5);
  }

  /** The likelihood is known exactly, so it can be seen that training raises it, by whichever chains. */
  @Test
  void trainingRaisesTheLikelihood() {
    float[] rows = patterns(100);
    for (boolean persistent : new boolean[] {false, true}) {
      RestrictedBoltzmannMachine machine = new RestrictedBoltzmannMachine(VisibleUnits.binary(VISIBLE), HIDDEN);
      float[] means = new float[VISIBLE];
      for (int i = 0; i < rows.length; i++) {
        means[i % VISIBLE] += rows[i] / 100;
      }
      machine.initialise(means, 100, 1);
      ContrastiveDivergence training = new ContrastiveDivergence(machine,
          new ContrastiveDivergence.Settings(0.05, 10, 1, persistent, 1, 1), rows, ones(100));
      double before = new Exact(machine).logLikelihood(rows);
      double independent = 0;
      for (float m : means) {
        independent += m * Math.log(m) + (1 - m) * Math.log(1 - m);
      }
      assertEquals(independent, before, 0.1);
      for (int stage = 0; stage < 3; stage++) {
        for (int e = 0; e < 60; e++) {
          training.epoch(Cancellation.NEVER);
        }
        double after = new Exact(machine).logLikelihood(rows);
        assertTrue(after > before + 0.05, persistent + ", stage " + stage + ": " + before + " to " + after);
        before = after;
      }
      assertTrue(before > -3.6, "at the end " + before);
    }
  }

  /** In expectation over many chains: the rows' part is exact, the chains' part varies as that of independent draws. */
  @Test
  void persistentChainsGiveTheGradientOfTheLikelihood() {
    int chains = 100_000;
    RestrictedBoltzmannMachine machine = Exact.machine(VisibleUnits.binary(VISIBLE), HIDDEN, 0.7, 3);
    float[] rows = patterns(chains);
    ContrastiveDivergence training = new ContrastiveDivergence(machine,
        new ContrastiveDivergence.Settings(1, chains, 40, true, 7, 2), rows, ones(chains));
    for (int update = 0; update < 2; update++) {
      // At the second one, chains go on with parameters that have changed.
      assertUpdateIsTheGradient(machine, training, rows);
    }
  }

  private static void assertUpdateIsTheGradient(RestrictedBoltzmannMachine machine, ContrastiveDivergence training,
      float[] rows) {
    int chains = rows.length / VISIBLE;
    Exact exact = new Exact(machine);
    float[] states = exact.states();
    double[] p = exact.probabilities();
    double[] ofRows = new double[p.length];
    for (int r = 0; r < chains; r++) {
      ofRows[Exact.state(rows, r * VISIBLE, VISIBLE)] += 1.0 / chains;
    }
    double[] gradient = new double[VISIBLE * HIDDEN];
    double[] sigma = new double[VISIBLE * HIDDEN];
    for (int i = 0; i < VISIBLE; i++) {
      for (int j = 0; j < HIDDEN; j++) {
        double mean = 0;
        double square = 0;
        for (int s = 0; s < p.length; s++) {
          double product = states[s * VISIBLE + i] * exact.on(states, s * VISIBLE, j);
          gradient[i * HIDDEN + j] += (ofRows[s] - p[s]) * product;
          mean += p[s] * product;
          square += p[s] * product * product;
        }
        sigma[i * HIDDEN + j] = Math.sqrt((square - mean * mean) / chains);
      }
    }
    float[] before = machine.weights().clone();
    training.epoch(Cancellation.NEVER);
    double[] estimate = new double[gradient.length];
    for (int w = 0; w < before.length; w++) {
      estimate[w] = machine.weights()[w] - before[w];
    }
    assertWithin(gradient, estimate, sigma);
    assertTrue(Arrays.stream(gradient).map(Math::abs).max().orElseThrow() > 0.1);
  }

  /** Nearly all within three sigmas, and none far beyond. */
  private static void assertWithin(double[] expected, double[] actual, double[] sigma) {
    int beyond = 0;
    for (int i = 0; i < expected.length; i++) {
      double sigmas = Math.abs(actual[i] - expected[i]) / sigma[i];
      assertTrue(sigmas < MOST_SIGMAS, i + ": expected " + expected[i] + ", got " + actual[i] + ", " + sigmas
          + " sigmas");
      beyond += sigmas > 3 ? 1 : 0;
    }
    assertTrue(beyond <= expected.length / 50, beyond + " of " + expected.length + " beyond three sigmas");
  }

  @Test
  void samplesHaveTheMeansAndCorrelationsOfTheDistribution() {
    RestrictedBoltzmannMachine machine = Exact.machine(VisibleUnits.binary(VISIBLE), HIDDEN, 0.8, 4);
    Exact exact = new Exact(machine);
    double[] p = exact.probabilities();
    int chains = 40_000;
    GibbsSampler sampler = new GibbsSampler(machine, new float[chains * VISIBLE], 11, 2);
    sampler.run(100, Cancellation.NEVER);
    double[] expected = new double[VISIBLE * VISIBLE];
    double[] actual = new double[VISIBLE * VISIBLE];
    double[] sigma = new double[VISIBLE * VISIBLE];
    for (int i = 0; i < VISIBLE; i++) {
      for (int k = 0; k < VISIBLE; k++) {
        int both = 1 << i | 1 << k;
        for (int s = 0; s < p.length; s++) {
          expected[i * VISIBLE + k] += (s & both) == both ? p[s] : 0;
        }
        for (int r = 0; r < chains; r++) {
          int s = Exact.state(sampler.states(), r * VISIBLE, VISIBLE);
          actual[i * VISIBLE + k] += (s & both) == both ? 1.0 / chains : 0;
        }
        double q = expected[i * VISIBLE + k];
        sigma[i * VISIBLE + k] = Math.sqrt(q * (1 - q) / chains);
      }
    }
    assertWithin(expected, actual, sigma);
  }

  /** One gaussian and one hidden unit: v is a mixture of two normal distributions, w apart. */
  @Test
  void gaussianSamplesAreMixtures() {
    RestrictedBoltzmannMachine machine =
        new RestrictedBoltzmannMachine(new VisibleUnits().add(Kind.GAUSSIAN, 1), 1);
    machine.visibleBias()[0] = -0.5f;
    machine.weights()[0] = 1.5f;
    machine.hiddenBias()[0] = -0.4f;
    double odds = Math.exp(-0.4 - 0.5 * 1.5 + 1.5 * 1.5 / 2);
    double on = odds / (1 + odds);
    int chains = 40_000;
    GibbsSampler sampler = new GibbsSampler(machine, new float[chains], 3, 2);
    sampler.run(60, Cancellation.NEVER);
    double mean = 0;
    double square = 0;
    for (float v : sampler.states()) {
      mean += v / (double) chains;
      square += v * (double) v / chains;
    }
    double variance = 1 + 1.5 * 1.5 * on * (1 - on);
    assertEquals(-0.5 + 1.5 * on, mean, 3 * Math.sqrt(variance / chains));
    assertEquals(variance, square - mean * mean, 0.05);
  }

  /** With one variable, nothing is conditioned on, so the pseudo-likelihood is the likelihood. */
  @Test
  void thePseudoLikelihoodOfOneVariableIsTheLikelihood() {
    for (Kind kind : new Kind[] {Kind.BINARY, Kind.SOFTMAX}) {
      int values = kind == Kind.BINARY ? 1 : 5;
      RestrictedBoltzmannMachine machine =
          Exact.machine(new VisibleUnits().add(kind, values), HIDDEN, 1, 6);
      float[] states = new float[kind == Kind.BINARY ? 2 : values * values];
      for (int k = 0; k < values; k++) {
        states[k * values + k] = 1;
      }
      double[] energies = machine.freeEnergies(states, 1, Cancellation.NEVER);
      double z = Arrays.stream(energies).map(f -> Math.exp(-f)).sum();
      for (int s = 0; s < energies.length; s++) {
        float[] row = Arrays.copyOfRange(states, s * values, (s + 1) * values);
        assertEquals(-energies[s] - Math.log(z),
            PseudoLikelihood.of(machine, row, ones(1), 1, 0, 1, Cancellation.NEVER), 1e-4, kind + " " + s);
      }
    }
  }

  /** Three units, one drawn in each round. */
  @Test
  void thePseudoLikelihoodIsRightInTheMean() {
    RestrictedBoltzmannMachine machine = Exact.machine(VisibleUnits.binary(3), HIDDEN, 1, 8);
    double[] p = new Exact(machine).probabilities();
    float[] row = {1, 0, 1};
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      expected += Math.log(p[5] / (p[5] + p[5 ^ 1 << i]));
    }
    double mean = 0;
    for (int round = 0; round < 20_000; round++) {
      mean += PseudoLikelihood.of(machine, row, ones(1), 1, round, 1, Cancellation.NEVER) / 20_000;
    }
    assertEquals(expected, mean, 0.02 * Math.abs(expected));
  }

  @Test
  void softmaxGroupsHaveOneUnitOnAndSumToOne() {
    VisibleUnits units = new VisibleUnits().add(Kind.SOFTMAX, 3).add(Kind.BINARY, 2).add(Kind.SOFTMAX, 4);
    RestrictedBoltzmannMachine machine = Exact.machine(units, HIDDEN, 2, 9);
    GibbsSampler sampler = new GibbsSampler(machine, new float[50 * 9], 1, 1);
    sampler.run(3, Cancellation.NEVER);
    for (int r = 0; r < 50; r++) {
      float[] v = Arrays.copyOfRange(sampler.states(), r * 9, r * 9 + 9);
      assertEquals(1, v[0] + v[1] + v[2]);
      assertEquals(1, v[5] + v[6] + v[7] + v[8]);
      float[] m = Arrays.copyOfRange(sampler.means(), r * 9, r * 9 + 9);
      assertEquals(1, m[0] + m[1] + m[2], 1e-6);
    }
  }

  /** Several blocks of rows, of chains and of visible units. */
  @Test
  void threadsChangeNoBit() {
    for (boolean persistent : new boolean[] {false, true}) {
      float[] first = null;
      for (int threads : new int[] {1, 2, 4}) {
        RestrictedBoltzmannMachine machine = Exact.machine(VisibleUnits.binary(300), 40, 0.1, 2);
        float[] rows = new float[500 * 300];
        Random random = new Random(1);
        for (int i = 0; i < rows.length; i++) {
          rows[i] = random.nextInt(2);
        }
        ContrastiveDivergence training = new ContrastiveDivergence(machine,
            new ContrastiveDivergence.Settings(0.1, 200, 2, persistent, 1, threads), rows, ones(500));
        training.epoch(Cancellation.NEVER);
        GibbsSampler sampler = new GibbsSampler(machine, rows, 1, threads);
        sampler.run(2, Cancellation.NEVER);
        float[] all = new float[machine.weights().length + rows.length];
        System.arraycopy(machine.weights(), 0, all, 0, machine.weights().length);
        System.arraycopy(sampler.means(), 0, all, machine.weights().length, rows.length);
        first = first == null ? all : first;
        assertArrayEquals(first, all, threads + " threads");
      }
    }
  }

  /** All weights 0: the positive phase alone tells the rows, and the chains' mean is 1/2 with any weights. */
  @Test
  void aWeightCountsAsOftenInTheVisibleBiases() {
    int n = 20_000;
    float[] rows = new float[n];
    float[] weights = new float[n];
    for (int r = 0; r < n; r++) {
      rows[r] = r % 2;
      weights[r] = r % 2 == 0 ? 1 : 3;
    }
    for (boolean persistent : new boolean[] {false, true}) {
      RestrictedBoltzmannMachine machine = new RestrictedBoltzmannMachine(VisibleUnits.binary(1), 1);
      new ContrastiveDivergence(machine, new ContrastiveDivergence.Settings(1, 0, 1, persistent, 1, 1), rows,
          weights).epoch(Cancellation.NEVER);
      assertEquals(0.75 - 0.5, machine.visibleBias()[0], 0.02);
    }
  }

  @Test
  void aCancelledEpochDoesNotCount() {
    RestrictedBoltzmannMachine machine = Exact.machine(VisibleUnits.binary(VISIBLE), HIDDEN, 0.1, 1);
    ContrastiveDivergence training = new ContrastiveDivergence(machine,
        new ContrastiveDivergence.Settings(0.1, 10, 1, false, 1, 1), patterns(100), ones(100));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> training.epoch(Cancellation.ofCallingThread()));
    assertTrue(Thread.interrupted());
    assertEquals(0, training.epochs());
  }

  @Test
  void aRateThatIsTooHighIsTold() {
    RestrictedBoltzmannMachine machine =
        Exact.machine(new VisibleUnits().add(Kind.GAUSSIAN, VISIBLE), HIDDEN, 0.1, 1);
    ContrastiveDivergence training = new ContrastiveDivergence(machine,
        new ContrastiveDivergence.Settings(1e30, 10, 1, false, 1, 1), patterns(100), ones(100));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> {
      for (int i = 0; i < 20; i++) {
        training.epoch(Cancellation.NEVER);
      }
    });
    assertTrue(e.getMessage().contains("-rate"), e.getMessage());
  }
}
