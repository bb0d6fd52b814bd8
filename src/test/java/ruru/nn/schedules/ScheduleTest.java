package ruru.nn.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ruru.nn.Schedule;

class ScheduleTest {
  private static final double[] NONE = {};

  private static void check(Schedule s, int epochs, double epoch, double expected) {
    assertEquals(expected, s.factor(epoch, epochs, NONE), 1e-12 + 1e-9 * expected, s + " at " + epoch);
  }

  private static void assertFalls(Schedule s, int epochs, double from) {
    double before = s.factor(from, epochs, NONE);
    for (double e = from; e <= epochs + 2; e += 0.01) {
      double now = s.factor(e, epochs, NONE);
      assertTrue(now <= before + 1e-15, s + " rises at " + e);
      before = now;
    }
  }

  @Test
  void constantIsOne() {
    check(new Constant(), 10, 0, 1);
    check(new Constant(), 10, 25.5, 1);
  }

  @Test
  void stepDropsAtWholeMultiples() {
    Step s = new Step(3, 0.5);
    check(s, 10, 0, 1);
    check(s, 10, 2.99, 1);
    check(s, 10, 3, 0.5);
    check(s, 10, 5.99, 0.5);
    check(s, 10, 9, 0.125);
    check(new Step(), 90, 60, 0.01);
    assertFalls(s, 10, 0);
  }

  @Test
  void exponentialFallsAtEveryStep() {
    Exponential s = new Exponential(0.9);
    check(s, 10, 0, 1);
    check(s, 10, 1, 0.9);
    check(s, 10, 2, 0.81);
    check(s, 10, 0.5, Math.sqrt(0.9));
    assertFalls(s, 10, 0);
  }

  @Test
  void cosineEndsAtItsLastShare() {
    check(new Cosine(), 20, 0, 1);
    check(new Cosine(), 20, 10, 0.5);
    check(new Cosine(), 20, 20, 0);
    check(new Cosine(), 20, 23, 0);
    check(new Cosine(), 20, 5, (1 + Math.sqrt(0.5)) / 2);
    check(new Cosine(0.2), 20, 0, 1);
    check(new Cosine(0.2), 20, 10, 0.6);
    check(new Cosine(0.2), 20, 20, 0.2);
    assertFalls(new Cosine(0.2), 20, 0);
  }

  @Test
  void onecycleRisesThenFalls() {
    OneCycle s = new OneCycle();
    check(s, 100, 0, 1 / 25.0);
    check(s, 100, 15, (1 + 1 / 25.0) / 2);
    check(s, 100, 30, 1);
    check(s, 100, 65, (1 + 1 / 25e4) / 2);
    check(s, 100, 100, 1 / 25e4);
    check(s, 100, 130, 1 / 25e4);
    assertFalls(s, 100, 30);
    for (double e = 0; e < 29.9; e += 0.1) {
      assertTrue(s.factor(e, 100, NONE) < s.factor(e + 0.1, 100, NONE), "it does not rise at " + e);
    }
    check(new OneCycle(0, 10, 10), 5, 0, 1);
    check(new OneCycle(0, 10, 10), 5, 5, 0.01);
    check(new OneCycle(0.5, 4, 1), 1, 0, 0.25);
    check(new OneCycle(0.5, 4, 1), 1, 0.5, 1);
    check(new OneCycle(0.5, 4, 1), 1, 1, 0.25);
  }

  @Test
  void plateauCountsEpochsWithoutANewLowest() {
    Plateau s = new Plateau(0.5, 2, 0.1);
    double[] losses = {5, 4, 4, 4.5, 3, 3.5, 3.2, 2.9, 3, 3, 3, 3, 3, 3, 3, 3};
    // The loss after epoch k counts from time k on: drops after the 4th, the 7th, the 10th, the 12th; then the limit.
    double[] expected = {1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.1, 0.1, 0.1, 0.1, 0.1};
    for (int e = 0; e < expected.length; e++) {
      assertEquals(expected[e], s.factor(e, 20, losses), 1e-15, "at " + e);
      assertEquals(expected[e], s.factor(e + 0.99, 20, losses), 1e-15, "within " + e);
      // Only finished epochs count, however long the array is.
      assertEquals(expected[e], s.factor(e, 20, Arrays.copyOf(losses, e)), 1e-15);
    }
  }

  @Test
  void plateauTakesNoNumberForNoImprovement() {
    double nan = Double.NaN;
    Plateau s = new Plateau(0.1, 3, 0);
    assertEquals(0.1, s.factor(4, 9, new double[] {1, nan, nan, nan}), 1e-15);
    assertEquals(1, s.factor(4, 9, new double[] {nan, nan, 1, nan}), 1e-15);
    assertEquals(0.01, s.factor(6, 9, new double[] {nan, nan, nan, nan, nan, nan}), 1e-15);
  }

  @Test
  void plateauLeavesAFallingLossAlone() {
    double[] losses = new double[100];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = 100 - i;
    }
    assertEquals(1, new Plateau().factor(100, 100, losses));
    Arrays.fill(losses, 1);
    assertEquals(0.5, new Plateau().factor(6, 100, losses));
    assertEquals(0.001, new Plateau().factor(100, 100, losses));
  }
}
