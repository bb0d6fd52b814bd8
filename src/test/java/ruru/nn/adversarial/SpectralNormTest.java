package ruru.nn.adversarial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import Jama.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;

/** Spectral normalisation beside an independent singular value decomposition, and its gradient beside differences. */
class SpectralNormTest {
  private static final int CONVERGED = 2000;

  private static Network network() {
    Network network = new Network(Shape.of(4, 4, 2), 1,
        NetworkText.parse("conv 3 3 relu, flatten, dense 5 relu, output"));
    network.initialise(7);
    return network;
  }

  /** The largest singular value of a weight as a matrix with a column for each unit. */
  private static double largest(float[] values, Parameter p) {
    int columns = p.shape().channels();
    Matrix m = new Matrix(p.size() / columns, columns);
    for (int i = 0; i < p.size(); i++) {
      m.set(i / columns, i % columns, values[p.offset() + i]);
    }
    return (m.getRowDimension() < columns ? m.transpose() : m).svd().norm2();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2.5})
  void theNetworkRunsWithWeightsOfTheNorm(double c) {
    Network network = network();
    SpectralNorm norm = new SpectralNorm(network, c, 1);
    for (int i = 0; i < CONVERGED; i++) {
      norm.update();
    }
    int weights = 0;
    for (Parameter p : network.parameters()) {
      if (p.role() == Parameter.Role.WEIGHT) {
        weights++;
        assertEquals(c, largest(network.values(), p), 1e-5 * c, p.name());
        double factor = c / largest(norm.trained(), p);
        for (int i = p.offset(); i < p.end(); i++) {
          assertEquals(factor * norm.trained()[i], network.values()[i], 1e-5, p.name());
        }
      }
    }
    assertEquals(3, weights);
  }

  @Test
  void biasesAreLeftAsTheyAre() {
    Network network = network();
    SpectralNorm norm = new SpectralNorm(network, 1, 1);
    for (Parameter p : network.parameters()) {
      if (p.role() == Parameter.Role.BIAS) {
        Arrays.fill(norm.trained(), p.offset(), p.end(), 0.75f);
      }
    }
    norm.update();
    for (Parameter p : network.parameters()) {
      if (p.role() == Parameter.Role.BIAS) {
        assertEquals(0.75f, network.values()[p.offset()]);
      }
    }
  }

  /** One step of the power iteration at each update follows weights that change slowly. */
  @Test
  void oneStepAtEachUpdateIsEnough() {
    Network network = network();
    SpectralNorm norm = new SpectralNorm(network, 1, 1);
    for (int t = 0; t < 500; t++) {
      for (int i = 0; i < norm.trained().length; i++) {
        norm.trained()[i] += 0.001f * (float) Math.sin(i + 0.01 * t);
      }
      norm.update();
    }
    for (Parameter p : network.parameters()) {
      if (p.role() == Parameter.Role.WEIGHT) {
        assertEquals(1, largest(network.values(), p), 0.02, p.name());
      }
    }
  }

  @Test
  void aWeightOfZerosStaysFinite() {
    Network network = network();
    Arrays.fill(network.values(), 0);
    SpectralNorm norm = new SpectralNorm(network, 1, 1);
    norm.update();
    assertArrayEquals(new float[network.values().length], network.values());
  }

  /** L = sum(r * what the network runs with), differentiated with respect to the trained parameters. */
  @Test
  void theGradientIsThatOfTheNormalisedWeights() {
    Network network = network();
    SpectralNorm norm = new SpectralNorm(network, 1.5, 1);
    float[] w = norm.trained();
    float[] r = new float[w.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = (float) Math.sin(3 * i + 1);
    }
    settle(norm);
    float[] gradient = r.clone();
    norm.pullBack(gradient);
    for (Parameter p : network.parameters()) {
      double error = 0;
      double size = 0;
      for (int i = p.offset(); i < p.end(); i++) {
        float before = w[i];
        float h = 3e-3f;
        w[i] = before + h;
        settle(norm);
        double up = projected(network.values(), r);
        w[i] = before - h;
        settle(norm);
        double down = projected(network.values(), r);
        w[i] = before;
        double numeric = (up - down) / (2 * h);
        error += Math.pow(numeric - gradient[i], 2);
        size += numeric * numeric;
      }
      assertTrue(Math.sqrt(error) < 2e-3 * Math.sqrt(size), p.name() + ": " + Math.sqrt(error / size));
    }
  }

  private static void settle(SpectralNorm norm) {
    for (int i = 0; i < 300; i++) {
      norm.update();
    }
  }

  private static double projected(float[] values, float[] r) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * r[i];
    }
    return sum;
  }
}
