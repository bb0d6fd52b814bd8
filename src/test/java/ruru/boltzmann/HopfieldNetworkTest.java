package ruru.boltzmann;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.nn.Cancellation;

/** What is recalled, and how much can be stored. */
class HopfieldNetworkTest {
  private static final int UNITS = 200;

  private static float[] random(int patterns, int units, long seed) {
    Random random = new Random(seed);
    float[] x = new float[patterns * units];
    for (int i = 0; i < x.length; i++) {
      x[i] = 2 * random.nextInt(2) - 1;
    }
    return x;
  }

  private static HopfieldNetwork network(float[] patterns, int units, HopfieldNetwork.Rule rule) {
    return new HopfieldNetwork(patterns, units, rule, Cancellation.NEVER);
  }

  /** The mean overlap of what is recalled from the stored patterns with these, by both rules. */
  private static double overlap(int patterns, HopfieldNetwork.Rule rule) {
    double sum = 0;
    int networks = 3;
    for (int n = 0; n < networks; n++) {
      float[] x = random(patterns, UNITS, n);
      HopfieldNetwork network = network(x, UNITS, rule);
      for (int p = 0; p < patterns; p++) {
        float[] start = Arrays.copyOfRange(x, p * UNITS, (p + 1) * UNITS);
        float[] end = network.recall(start, 1, p, Cancellation.NEVER).state();
        for (int i = 0; i < UNITS; i++) {
          sum += start[i] * end[i] / (UNITS * patterns * (double) networks);
        }
      }
    }
    return sum;
  }

  /** Two units that were alike in both patterns, and one that was not: by hand. */
  @Test
  void hebbsWeightsByHand() {
    HopfieldNetwork network = network(new float[] {1, 1, -1, 1, 1, 1}, 3, HopfieldNetwork.Rule.HEBB);
    float two = 2f / 3;
    assertArrayEquals(new float[] {0, two, 0, two, 0, 0, 0, 0, 0}, network.weights(), 1e-6f);
    assertEquals(-two, network.energy(new float[] {1, 1, -1}), 1e-6);
    assertEquals(two, network.energy(new float[] {1, -1, -1}), 1e-6);
  }

  /** Amit, Gutfreund and Sompolinsky 1985: it breaks down beyond 0.138 patterns for each unit. */
  @Test
  void hebbsRuleHoldsAFewPatternsAndTooManyNone() {
    assertEquals(1, overlap(UNITS / 20, HopfieldNetwork.Rule.HEBB), 1e-3);
    assertTrue(overlap(UNITS / 10, HopfieldNetwork.Rule.HEBB) > 0.97);
    assertTrue(overlap(UNITS / 4, HopfieldNetwork.Rule.HEBB) < 0.6);
  }

  @Test
  void thePseudoInverseHoldsManyMore() {
    assertEquals(1, overlap(UNITS / 4, HopfieldNetwork.Rule.PROJECTION), 1e-9);
    assertEquals(1, overlap(UNITS / 2, HopfieldNetwork.Rule.PROJECTION), 1e-9);
  }

  /** Before the diagonal is 0, the weights times a pattern are the pattern, and what is repeated changes nothing. */
  @Test
  void repeatedPatternsChangeNothing() {
    float[] x = random(5, 40, 1);
    float[] twice = Arrays.copyOf(x, 2 * x.length);
    System.arraycopy(x, 0, twice, x.length, x.length);
    assertArrayEquals(network(x, 40, HopfieldNetwork.Rule.PROJECTION).weights(),
        network(twice, 40, HopfieldNetwork.Rule.PROJECTION).weights(), 1e-6f);
  }

  @Test
  void whatIsTurnedOverOrUnknownIsRecalledAndTheEnergyFalls() {
    float[] x = random(5, UNITS, 9);
    for (HopfieldNetwork.Rule rule : HopfieldNetwork.Rule.values()) {
      HopfieldNetwork network = network(x, UNITS, rule);
      for (int p = 0; p < 5; p++) {
        float[] pattern = Arrays.copyOfRange(x, p * UNITS, (p + 1) * UNITS);
        float[] start = pattern.clone();
        for (int i = 0; i < UNITS / 5; i++) {
          start[(i * 7 + p) % UNITS] *= i % 2 == 0 ? -1 : 0;
        }
        HopfieldNetwork.Recall found = network.recall(start, 1, p, Cancellation.NEVER);
        assertArrayEquals(pattern, found.state());
        assertTrue(found.energy() < network.energy(start) && found.sweeps() >= 2);
        assertEquals(found.energy(), network.energy(found.state()), 1e-9);
      }
    }
  }

  @Test
  void anInterruptEndsIt() {
    HopfieldNetwork network = network(random(5, 40, 1), 40, HopfieldNetwork.Rule.HEBB);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class,
        () -> network.recall(new float[40], 1, 0, Cancellation.ofCallingThread()));
    assertTrue(Thread.interrupted());
  }
}
