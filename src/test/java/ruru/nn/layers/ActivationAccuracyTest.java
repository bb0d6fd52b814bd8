package ruru.nn.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.Activation;

/** Activations worked out in float against the same formulas in double. */
class ActivationAccuracyTest {
  private static final double GELU = Math.sqrt(2 / Math.PI);
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_LIMIT = SELU_SCALE * 1.6732632423543772;
  private static final int POINTS = 100_000;

  /**
   * @param relative      error of y
   * @param absolute      error of y that is allowed beside it, where exp(x) is cut off
   * @param slopeRelative error of the derivative
   * @param slopeAbsolute error of the derivative that is allowed beside it
   */
  record Twin(Activation f, DoubleUnaryOperator value, DoubleUnaryOperator slope, double relative, double absolute,
      double slopeRelative, double slopeAbsolute) {
    @Override
    public String toString() {
      return f.toString();
    }
  }

  static List<Twin> twins() {
    return List.of(
        new Twin(new Elu(0.7), x -> x > 0 ? x : 0.7 * Math.expm1(x), x -> x > 0 ? 1 : 0.7 * Math.exp(x),
            3e-7, 1e-44, 0, 1e-7),
        new Twin(new Selu(), x -> x > 0 ? SELU_SCALE * x : SELU_LIMIT * Math.expm1(x),
            x -> x > 0 ? SELU_SCALE : SELU_LIMIT * Math.exp(x), 3e-7, 1e-44, 0, 3e-7),
        new Twin(new Softplus(), x -> Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))), x -> 1 / (1 + Math.exp(-x)),
            3e-7, 2e-38, 5e-7, 2e-38),
        new Twin(new Swish(), x -> x / (1 + Math.exp(-x)), ActivationAccuracyTest::swishSlope, 3e-7, 1e-18, 1e-6, 2e-6),
        // exp(-2u) multiplies the rounding of u by u itself
        new Twin(new Gelu(), x -> x / (1 + Math.exp(-twiceU(x))), ActivationAccuracyTest::geluSlope, 6e-6, 1e-18,
            6e-6, 3e-6),
        new Twin(new Mish(), x -> x * Math.tanh(softplus(x)), ActivationAccuracyTest::mishSlope, 5e-7, 1e-18, 1e-6,
            1e-6));
  }

  private static double softplus(double x) {
    return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double mishSlope(double x) {
    double w = Math.tanh(softplus(x));
    return w + x * (1 - w * w) / (1 + Math.exp(-x));
  }

  private static double swishSlope(double x) {
    double s = 1 / (1 + Math.exp(-x));
    return s + x * s / (1 + Math.exp(x));
  }

  private static double twiceU(double x) {
    return 2 * GELU * (x + 0.044715 * x * x * x);
  }

  private static double geluSlope(double x) {
    double s = 1 / (1 + Math.exp(-twiceU(x)));
    return s + x * s / (1 + Math.exp(twiceU(x))) * 2 * GELU * (1 + 3 * 0.044715 * x * x);
  }

  private static float[] slopes(Activation f, float[] x, float[] y) {
    float[] d = new float[x.length];
    java.util.Arrays.fill(d, 1);
    f.backward(x, y, d, x.length);
    return d;
  }

  /** Evenly from -100 to 100, and from 1e-37 to 1e12 by orders of magnitude. */
  @ParameterizedTest
  @MethodSource("twins")
  void valuesAndSlopesAreThoseInDouble(Twin t) {
    float[] x = new float[3 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[3 * i] = -100 + 200f * i / POINTS;
      x[3 * i + 1] = (float) Math.pow(10, -37 + 49.0 * i / POINTS);
      x[3 * i + 2] = -x[3 * i + 1];
    }
    float[] y = new float[x.length];
    t.f.forward(x, y, x.length);
    float[] d = slopes(t.f, x, y);
    for (int i = 0; i < x.length; i++) {
      String at = "x = " + x[i];
      double value = t.value.applyAsDouble(x[i]);
      double slope = t.slope.applyAsDouble(x[i]);
      assertEquals(value, y[i], t.relative * Math.abs(value) + t.absolute, at);
      assertEquals(slope, d[i], t.slopeRelative * Math.abs(slope) + t.slopeAbsolute, at);
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void limitsAreReached(Twin t) {
    float[] x = {Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY};
    float[] y = new float[4];
    t.f.forward(x, y, 4);
    float[] d = slopes(t.f, x, y);
    double least = t.f instanceof Elu || t.f instanceof Selu ? t.value.applyAsDouble(-1000) : 0;
    double most = t.slope.applyAsDouble(100);
    for (int i = 0; i < 2; i++) {
      assertEquals(least, y[i], 2e-7, "f(" + x[i] + ")");
      assertEquals(0, d[i], 2e-7, "slope at " + x[i]);
      assertEquals(most, d[i + 2], 2e-7, "slope at " + x[i + 2]);
    }
    assertTrue(y[2] >= 3e38f);
    assertEquals(Float.POSITIVE_INFINITY, y[3]);
  }

  @ParameterizedTest
  @MethodSource("twins")
  void whatIsNotANumberStaysSo(Twin t) {
    float[] x = new float[100];
    x[0] = x[50] = x[99] = Float.NaN;
    float[] y = new float[100];
    t.f.forward(x, y, 100);
    float[] d = slopes(t.f, x, y);
    for (int i = 0; i < 100; i++) {
      assertEquals(Float.isNaN(x[i]), Float.isNaN(y[i]));
      assertEquals(Float.isNaN(x[i]), Float.isNaN(d[i]));
    }
  }
}
