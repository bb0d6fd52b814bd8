package weka.core.neural.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes along their principal axes. */
class PrincipalAxesTest {
  private static final int ROWS = 200;

  private static double covariance(float[] codes, int width, int a, int b) {
    double sum = 0;
    for (int r = 0; r < ROWS; r++) {
      sum += (double) codes[r * width + a] * codes[r * width + b];
    }
    return sum / ROWS;
  }

  private static double squaredDistance(float[] codes, int width, int r, int s) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += Math.pow(codes[r * width + i] - codes[s * width + i], 2);
    }
    return sum;
  }

  /** A turn: distances stay; the axes are uncorrelated, the widest first. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 40, 100})
  void axesAreATurn(int width) throws InterruptedException {
    Random random = new Random(width);
    float[] codes = new float[ROWS * width];
    for (int r = 0; r < ROWS; r++) {
      double common = random.nextGaussian();
      for (int i = 0; i < width; i++) {
        codes[r * width + i] = (float) (3 + common * (i % 3) + random.nextGaussian() / (1 + i));
      }
    }
    float[] weights = new float[ROWS];
    Arrays.fill(weights, 0.3f);
    float[] turned = codes.clone();
    new PrincipalAxes(codes, width, weights).apply(turned);
    double widest = covariance(turned, width, 0, 0);
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < a; b++) {
        assertEquals(0, covariance(turned, width, a, b), 1e-5 * widest, "axes " + a + " and " + b);
      }
      assertTrue(a == 0 || covariance(turned, width, a, a) <= covariance(turned, width, a - 1, a - 1) + 1e-5 * widest,
          "axis " + a + " is wider than the one before");
    }
    for (int r = 1; r < ROWS; r++) {
      double before = squaredDistance(codes, width, r, 0);
      assertEquals(before, squaredDistance(turned, width, r, 0), 1e-4 * before);
    }
  }

  @Test
  void aThreadInterruptedWhileItWaitsStaysSo() throws Exception {
    int width = 400;
    float[] codes = new float[ROWS * width];
    Random random = new Random(1);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (float) random.nextGaussian();
    }
    float[] weights = new float[ROWS];
    Arrays.fill(weights, 1);
    boolean[] interrupted = new boolean[1];
    Thread waiting = new Thread(() -> {
      assertThrows(InterruptedException.class, () -> new PrincipalAxes(codes, width, weights));
      interrupted[0] = Thread.currentThread().isInterrupted();
    });
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING && waiting.isAlive()) {
      Thread.onSpinWait();
    }
    waiting.interrupt();
    waiting.join();
    assertTrue(interrupted[0]);
  }
}
