package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Comparisons of arrays whose size is about 1. */
final class Closeness {
  private Closeness() {}

  /** Every element to within the tolerance times the largest element, or times 1 if that is larger. */
  static void assertClose(float[] expected, float[] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what);
    double size = 1;
    for (float e : expected) {
      size = Math.max(size, Math.abs(e));
    }
    for (int i = 0; i < expected.length; i++) {
      boolean close = Math.abs((double) expected[i] - actual[i]) <= tolerance * size;
      int at = i;
      assertTrue(close, () -> what + ": element " + at + " is " + actual[at] + ", expected " + expected[at]
          + "\n expected " + Arrays.toString(expected) + "\n actual   " + Arrays.toString(actual));
    }
  }

  static void assertSameBits(float[] expected, float[] actual, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      int at = i;
      assertEquals(Float.floatToRawIntBits(expected[i]), Float.floatToRawIntBits(actual[i]),
          () -> what + ": element " + at + " is " + actual[at] + ", expected " + expected[at]);
    }
  }
}
