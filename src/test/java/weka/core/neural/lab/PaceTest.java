package weka.core.neural.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLISECOND = 1_000_000;

  @Test
  void updatesAreMadeAtEqualDistances() {
    Pace pace = new Pace();
    assertEquals(0, pace.milliseconds(5));
    pace.set(10, 1000);
    assertEquals(0, pace.milliseconds(1000));
    pace.made(1000);
    assertEquals(100, pace.milliseconds(1000));
    assertEquals(30, pace.milliseconds(1000 + 70 * MILLISECOND));
    assertEquals(0, pace.milliseconds(1000 + 100 * MILLISECOND));
    pace.made(1000 + 105 * MILLISECOND);
    assertEquals(95, pace.milliseconds(1000 + 105 * MILLISECOND), "five milliseconds late, so the next is shorter");
  }

  @Test
  void aLongPauseIsNotMadeUpFor() {
    Pace pace = new Pace();
    pace.set(10, 0);
    pace.made(0);
    pace.made(10_000 * MILLISECOND);
    assertEquals(50, pace.milliseconds(10_000 * MILLISECOND));
    pace.set(Double.POSITIVE_INFINITY, 0);
    assertEquals(0, pace.milliseconds(0));
    pace.made(0);
    assertEquals(0, pace.milliseconds(0));
  }
}
