package weka.core.neural.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void fewPointsAreAllKept() {
    Curve curve = new Curve();
    for (int i = 0; i < 100; i++) {
      curve.add(i, 2.0 * i);
    }
    double[][] points = curve.points();
    assertEquals(100, points[0].length);
    assertEquals(99, points[0][99]);
    assertEquals(198, points[1][99]);
  }

  @Test
  void manyAreThinnedOutEvenly() {
    Curve curve = new Curve();
    for (int i = 0; i < 1_000_000; i++) {
      curve.add(i, -i);
    }
    double[] x = curve.points()[0];
    assertTrue(x.length > 1000 && x.length <= 4096, x.length + " points");
    double[] even = new double[x.length];
    for (int i = 0; i < even.length; i++) {
      even[i] = i * x[1];
    }
    assertArrayEquals(even, x);
  }
}
