package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against Java's own functions in double. */
class FloatMathTest {
  private static final double ERROR = 1.2e-7;
  private static final int POINTS = 1_000_000;

  @Test
  void expIsExact() {
    for (int i = 0; i <= POINTS; i++) {
      float x = -87 + 135 * (i / (float) POINTS);
      assertEquals(1, FloatMath.exp(x) / Math.exp(x), ERROR, () -> "exp(" + x + ")");
    }
  }

  @Test
  void expm1IsExactNearAndFarFromZero() {
    for (int i = 0; i <= POINTS; i++) {
      float size = (float) Math.pow(10, -37 + 38.68 * i / POINTS);
      for (float x : new float[] {size, -size}) {
        assertEquals(1, FloatMath.expm1(x) / Math.expm1(x), ERROR, () -> "expm1(" + x + ")");
      }
    }
  }

  @Test
  void oneMinusExpIsExactNearAndFarFromZero() {
    for (int i = 0; i <= POINTS; i++) {
      float x = (float) Math.pow(10, -37 + 75.0 * i / POINTS);
      assertEquals(1, FloatMath.oneMinusExp(x) / -Math.expm1(-x), ERROR, () -> "1 - exp(-" + x + ")");
    }
    assertEquals(0, FloatMath.oneMinusExp(0));
    assertEquals(1, FloatMath.oneMinusExp(Float.POSITIVE_INFINITY));
    assertTrue(Float.isNaN(FloatMath.oneMinusExp(Float.NaN)));
  }

  @Test
  void log1pIsExactFromZeroToOne() {
    for (int i = 0; i <= POINTS; i++) {
      for (float x : new float[] {i / (float) POINTS, (float) Math.pow(10, -37 + 37.0 * i / POINTS)}) {
        assertEquals(Math.log1p(x), FloatMath.log1p(x), 2e-7 * Math.log1p(x), () -> "log1p(" + x + ")");
      }
    }
    assertTrue(Float.isNaN(FloatMath.log1p(Float.NaN)));
  }

  /** Where the whole part of x / ln 2 changes. */
  @Test
  void stepsOfThePowerOfTwoDoNotShow() {
    for (int t = -125; t <= 68; t++) {
      float x = (float) ((t + 0.5) * Math.log(2));
      for (float near : new float[] {Math.nextDown(x), x, Math.nextUp(x)}) {
        assertEquals(1, FloatMath.exp(near) / Math.exp(near), ERROR, () -> "exp(" + near + ")");
      }
    }
  }

  @Test
  void specialValues() {
    assertEquals(1, FloatMath.exp(0));
    assertEquals(0, FloatMath.expm1(0));
    assertTrue(Float.isNaN(FloatMath.exp(Float.NaN)));
    assertTrue(Float.isNaN(FloatMath.expm1(Float.NaN)));
    assertEquals(FloatMath.exp(-87), FloatMath.exp(Float.NEGATIVE_INFINITY));
    assertEquals(FloatMath.exp(48), FloatMath.exp(Float.POSITIVE_INFINITY));
    assertEquals(-1, FloatMath.expm1(Float.NEGATIVE_INFINITY));
  }
}
