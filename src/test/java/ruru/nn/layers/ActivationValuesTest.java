package ruru.nn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.Activation;
import ruru.nn.NamedLayer;
import ruru.nn.Sample;
import ruru.nn.Samples;
import ruru.nn.VarianceScaling;

/** Activations at points worked out by hand, at kinks, and far out. */
class ActivationValuesTest {
  static List<Activation> activations() {
    return Samples.layers().stream().map(Sample::steps).flatMap(List::stream).map(NamedLayer::layer)
        .filter(Activation.class::isInstance).map(Activation.class::cast).distinct().toList();
  }

  private static float[] forward(Activation f, float... x) {
    float[] y = new float[x.length];
    f.forward(x, y, x.length);
    return y;
  }

  /** The derivatives at x. */
  private static float[] slope(Activation f, float... x) {
    float[] d = new float[x.length];
    java.util.Arrays.fill(d, 1);
    f.backward(x, forward(f, x), d, x.length);
    return d;
  }

  @ParameterizedTest
  @MethodSource("activations")
  void farOutEverythingIsANumber(Activation f) {
    float[] x = {0, -0f, 1e-30f, -1e-30f, 1e-45f, 50, -50, 100, -100, 1e4f, -1e4f, 3e38f, -3e38f};
    float[] y = forward(f, x);
    float[] d = slope(f, x);
    for (int i = 0; i < x.length; i++) {
      assertFalse(Float.isNaN(y[i]), "f(" + x[i] + ")");
      if (f instanceof Square) {
        assertEquals(x[i] * x[i], y[i]);
        continue;
      }
      assertTrue(Math.abs(y[i]) <= 1.1 * Math.max(2, Math.abs(x[i])), "f(" + x[i] + ") = " + y[i]);
      assertTrue(Math.abs(d[i]) <= 2, "f'(" + x[i] + ") = " + d[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void onlyThoseThatNeverFallAreCalledIncreasing(Activation f) {
    boolean increasing = true;
    for (int i = -200; i < 200; i++) {
      float[] y = forward(f, i / 20f, (i + 1) / 20f);
      increasing &= y[0] <= y[1] + 1e-6f;
    }
    assertTrue(increasing || !f.isIncreasing());
  }

  @ParameterizedTest
  @MethodSource("activations")
  void whatIsNotANumberComesThrough(Activation f) {
    assertTrue(Float.isNaN(forward(f, Float.NaN)[0]));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void onlyTheFirstElementsAreTouched(Activation f) {
    float[] y = {7, 7, 7};
    f.forward(new float[] {0.5f, -0.5f, 0.5f}, y, 2);
    assertEquals(7, y[2]);
    float[] d = {1, 1, 7};
    f.backward(new float[3], new float[3], d, 2);
    assertEquals(7, d[2]);
  }

  @Test
  void thresholdsLetTheGradientThrough() {
    assertArrayEquals(new float[] {0, 0, 1, 1}, forward(new Step(), -2, 0, 1e-45f, 3));
    assertArrayEquals(new float[] {-1, 0, 1, 1}, forward(new Sign(), -2, 0, 1e-45f, 3));
    assertArrayEquals(new float[] {1, 1, 1, 1}, slope(new Step(), -2, 0, 1e-45f, 3));
    assertArrayEquals(new float[] {1, 1, 1, 1}, slope(new Sign(), -2, 0, 1e-45f, 3));
  }

  @Test
  void derivativesAtKinksAreAsDocumented() {
    assertEquals(0, slope(new Relu(), 0)[0]);
    assertEquals(0.01f, slope(new LeakyRelu(), 0)[0]);
    assertEquals(0.5f, slope(new Elu(0.5), 0)[0]);
    assertArrayEquals(new float[] {0, 1 / 6f, 0}, slope(new HardSigmoid(), -3, 2.9f, 3));
    assertArrayEquals(new float[] {0, 1, 1, 0}, slope(new HardTanh(), -1, -0.9f, 0.9f, 1));
    assertArrayEquals(new float[] {0, 1, 1, 0}, slope(new Clip(-0.5, 2), -0.5f, -0.4f, 1.9f, 2));
    assertEquals(1, slope(new Softsign(), 0)[0]);
  }

  @Test
  void handWorkedValues() {
    assertArrayEquals(new float[] {0.5f, 0.73105858f, 0.26894142f}, forward(new Sigmoid(), 0, 1, -1), 1e-7f);
    assertArrayEquals(new float[] {0, 0.76159416f, -0.76159416f}, forward(new Tanh(), 0, 1, -1), 1e-7f);
    assertArrayEquals(new float[] {2, -0.6f}, forward(new LeakyRelu(0.3), 2, -2), 1e-7f);
    assertArrayEquals(new float[] {1, -0.31606028f}, forward(new Elu(0.5), 1, -1), 1e-7f);
    assertArrayEquals(new float[] {1.05070099f, -1.11133074f}, forward(new Selu(), 1, -1), 1e-7f);
    assertArrayEquals(new float[] {0.69314718f, 1.31326169f}, forward(new Softplus(), 0, 1), 2e-7f);
    assertArrayEquals(new float[] {0.73105858f, -0.26894142f}, forward(new Swish(), 1, -1), 1e-7f);
    assertArrayEquals(new float[] {0.84147098f, 0.54030231f}, new float[] {forward(new Sin(), 1)[0],
        forward(new Cos(), 1)[0]}, 1e-7f);
    assertArrayEquals(new float[] {0.36787944f, 0.36787944f, 1}, forward(new Gauss(), 1, -1, 0), 1e-7f);
    assertArrayEquals(new float[] {0, 0.5f, 2 / 3f, 1}, forward(new HardSigmoid(), -4, 0, 1, 3), 1e-7f);
    assertArrayEquals(new float[] {-1, 0.5f, 1}, forward(new HardTanh(), -4, 0.5f, 3));
    assertArrayEquals(new float[] {0, 2.5f, 6}, forward(new Clip(0, 6), -4, 2.5f, 7));
    assertArrayEquals(new float[] {-0.75f, 0.5f}, forward(new Softsign(), -3, 1), 1e-7f);
    assertArrayEquals(new float[] {0, 0.86509839f, -0.30340147f}, forward(new Mish(), 0, 1, -1), 2e-7f);
    assertArrayEquals(new float[] {0.84119199f, -0.15880801f}, forward(new Gelu(), 1, -1), 1e-6f);
  }

  /** x times the normal distribution function at -3, -1, -0.5, 0.5, 1, 2. */
  @Test
  void geluIsNearTheExactForm() {
    assertArrayEquals(new float[] {-0.0040497f, -0.1586553f, -0.1542688f, 0.3457312f, 0.8413447f, 1.9544997f},
        forward(new Gelu(), -3, -1, -0.5f, 0.5f, 1, 2), 5e-4f);
  }

  /** 100,000 normal inputs come out of selu with mean 0 and variance 1. */
  @Test
  void seluKeepsMeanAndVariance() {
    double sum = 0;
    double squares = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double y = forward(new Selu(), ruru.nn.Rng.gaussian(3, i))[0];
      sum += y;
      squares += y * y;
    }
    assertEquals(0, sum / n, 0.02);
    assertEquals(1, squares / n, 0.03);
  }

  @Test
  void initialWeightsFollowTheActivation() {
    assertEquals(VarianceScaling.HE_NORMAL, new Relu().initialScaling());
    assertEquals(2 / 1.09, new LeakyRelu(0.3).initialScaling().scale(), 1e-12);
    assertEquals(VarianceScaling.LECUN_NORMAL, new Selu().initialScaling());
    assertEquals(VarianceScaling.GLOROT_UNIFORM, new Tanh().initialScaling());
  }
}
