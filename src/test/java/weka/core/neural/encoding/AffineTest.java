package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weka.core.neural.Scaling;

class AffineTest {
  private static Affine fit(Scaling scaling, double... values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return Affine.fit(values, weights, values.length, scaling);
  }

  /** Of 1, 2, 3 and 4: mean 5/2, variance (9 + 1 + 1 + 9) / 4 / 4 = 5/4. */
  @Test
  void standardisedNumbersHaveMeanZeroAndDeviationOne() {
    Affine a = fit(Scaling.STANDARDISE, 1, 2, 3, 4);
    assertEquals(2.5, a.centre(), 1e-15);
    assertEquals(Math.sqrt(1.25), a.scale(), 1e-15);
    assertEquals(1.5 / Math.sqrt(1.25), a.apply(4), 1e-15);
    assertEquals(4, a.invert(a.apply(4)), 1e-15);
  }

  /** Three times 0 and 8: mean 2, variance (3 4 + 36) / 4 = 12. */
  @Test
  void theMeanIsNotTheMiddleOfTheRange() {
    Affine a = fit(Scaling.STANDARDISE, 0, 8, 0, 0);
    assertEquals(2, a.centre(), 1e-15);
    assertEquals(Math.sqrt(12), a.scale(), 1e-15);
  }

  @Test
  void aWeightOfTwoIsARowTwice() {
    Affine twice = fit(Scaling.STANDARDISE, 1, 5, 5, 12);
    Affine weighted = Affine.fit(new double[] {1, 5, 12}, new double[] {1, 2, 1}, 3, Scaling.STANDARDISE);
    assertEquals(twice.centre(), weighted.centre(), 1e-14);
    assertEquals(twice.scale(), weighted.scale(), 1e-14);
  }

  @Test
  void aRangeBecomesMinusOneToOne() {
    Affine a = fit(Scaling.RANGE, 3, 2, 6);
    assertEquals(-1, a.apply(2));
    assertEquals(0, a.apply(4));
    assertEquals(1, a.apply(6));
  }

  @Test
  void noScalingIsTheIdentity() {
    assertTrue(fit(Scaling.NONE, 1, 2).isIdentity());
    assertFalse(new Affine(0, 2).isIdentity());
    assertFalse(new Affine(1, 1).isIdentity());
  }

  @Test
  void whatDoesNotVaryHasNoScaling() {
    for (Scaling scaling : Scaling.values()) {
      assertNull(fit(scaling));
      assertNull(fit(scaling, 7, 7));
      assertNull(Affine.fit(new double[] {7, 7, 8}, new double[] {1, 1, 1}, 2, scaling), "one value beyond n");
    }
  }

  /** Half of the difference has to be a number with all its digits. */
  @Test
  void theSmallestDifferenceIsThatOfNormalNumbers() {
    assertNull(fit(Scaling.RANGE, 0, Double.MIN_NORMAL));
    assertNotNull(fit(Scaling.RANGE, 0, 2 * Double.MIN_NORMAL));
  }

  @Test
  void theLargestNumbersAreScaledToo() {
    for (Scaling scaling : new Scaling[] {Scaling.RANGE, Scaling.STANDARDISE}) {
      Affine a = fit(scaling, -Double.MAX_VALUE, Double.MAX_VALUE);
      assertEquals(-1, a.apply(-Double.MAX_VALUE), 1e-15);
      assertEquals(1, a.apply(Double.MAX_VALUE), 1e-15);
    }
  }

  /** So that the scaled value has the decimals asked for: one more for each power of ten that the scale is below 1. */
  @Test
  void theCentreHasTheDecimalsOfTheScaledNumber() {
    assertEquals("1234.57", new Affine(1234.5678, 50).centreText(2));
    assertEquals("1234.57", new Affine(1234.5678, 1).centreText(2));
    assertEquals("1234.5678", new Affine(1234.5678, 0.05).centreText(2));
    assertEquals("0.13", new Affine(0, 0.126).scaleText(2));
  }

  private static Affine sparse(double... values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return Affine.sparse(values, weights, values.length);
  }

  /** Of 3 and 4 among 20 numbers, the root mean square is sqrt(25 / 2). */
  @Test
  void aNumberThatIsNearlyAlwaysZeroKeepsItsZeros() {
    double[] counts = new double[20];
    counts[3] = 3;
    counts[7] = -4;
    Affine a = sparse(counts);
    assertNotNull(a);
    assertEquals(0, a.apply(0));
    assertEquals(2 * 3 / Math.sqrt(12.5), a.apply(3), 1e-12);
    counts[8] = 1;
    assertNull(sparse(counts), "17 zeros of 20");
    assertNull(sparse(new double[20]), "nothing but zeros");
    Affine extreme = sparse(0, 0, 0, 0, 0, 0, 0, 0, 0, 1e308);
    assertNotNull(extreme);
    assertEquals(2, extreme.apply(1e308), 1e-12);
  }

  @Test
  void theWeightOfZerosCounts() {
    double[] values = {0, 1, 2};
    Affine a = Affine.sparse(values, new double[] {18, 1, 1}, 3);
    assertNotNull(a);
    assertEquals(Math.sqrt(2.5) / 2, a.scale(), 1e-12);
    assertNull(Affine.sparse(values, new double[] {17, 1, 1}, 3));
  }
}
