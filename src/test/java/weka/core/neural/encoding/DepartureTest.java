package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DepartureTest {
  /** The surprise at a value of probability one in a million. */
  private static final double UNSEEN = 6 * Math.log(10);

  @Test
  void theConstantItselfDoesNotDepart() {
    assertEquals(0, Departure.of(5, 5, true));
    assertEquals(0, Departure.of(0, 0, true));
    assertEquals(0, Departure.of(2, 2, false));
  }

  @Test
  void aNumberDepartsByItsSizeBesides() {
    assertEquals(UNSEEN + Math.log(2), Departure.of(10, 5, true), 1e-12);
    assertEquals(UNSEEN + Math.log(2), Departure.of(-10, -5, true), 1e-12);
    assertEquals(UNSEEN + Math.log(4), Departure.of(-10, 5, true), 1e-12);
    assertEquals(UNSEEN + Math.log(4), Departure.of(3, 0, true), 1e-12);
  }

  @Test
  void aNominalValueHasNoSize() {
    assertEquals(UNSEEN, Departure.of(1, 0, false), 1e-12);
  }

  @Test
  void whereTrainingKnewNothingAnyValueIsNew() {
    assertEquals(UNSEEN, Departure.of(1, Double.NaN, true), 1e-12);
    assertEquals(UNSEEN, Departure.of(1, Double.NaN, false), 1e-12);
  }

  /** Up to a thousand millionth of the constant. */
  @Test
  void roundingIsNoDeparture() {
    assertEquals(0, Departure.of(1 + 0.9e-9, 1, true));
    assertEquals(UNSEEN, Departure.of(1 + 1.1e-9, 1, true), 1e-8);
    assertEquals(0, Departure.of(1e-3 - 0.9e-12, 1e-3, true));
    assertEquals(UNSEEN, Departure.of(1e-3 - 1.1e-12, 1e-3, true), 1e-8);
  }

  @Test
  void largeAndSmallNumbersStayNumbers() {
    assertEquals(UNSEEN + Math.log(3), Departure.of(Double.MAX_VALUE, -Double.MAX_VALUE, true), 1e-12);
    assertEquals(UNSEEN + Math.log(Double.MAX_VALUE), Departure.of(Double.MAX_VALUE, 1e-300, true), 1e-12);
  }
}
