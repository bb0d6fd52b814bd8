package ruru.nn.adversarial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Spectral normalisation: a network runs with c W / sigma in place of each weight W that is trained, sigma the largest
 * singular value of W, so that no layer stretches a difference between inputs by more than c (a convolution by little
 * more). A weight [..., units] counts as a matrix with a column for each unit.
 *
 * <p>With the singular vectors v and u, sigma = v' W u; one step of the power iteration at each update follows them:
 * v = W u / |W u|, u = W' v / |W' v|. From the gradient G with respect to what the network runs with follows that with
 * respect to W, v and u as constants: c / sigma (G - sum(G * W) / sigma v u'). Source: Miyato et al. 2018,
 * arXiv:1802.05957, section 2.1 and equation 12.
 */
final class SpectralNorm {
  private static final double SMALLEST = 1e-12;
  /** Before the first update, so that it finds the vectors of the initial weights. */
  private static final int FIRST_STEPS = 20;

  /** A weight [rows][columns] and its first singular vectors. */
  private static final class Matrix {
    final int offset;
    final int rows;
    final int columns;
    final double[] v;
    final double[] u;
    double sigma = 1;

    Matrix(Parameter weight, Rng random) {
      offset = weight.offset();
      columns = weight.shape().channels();
      rows = weight.size() / columns;
      v = new double[rows];
      u = new double[columns];
      for (int j = 0; j < columns; j++) {
        u[j] = random.nextGaussian();
      }
    }
  }

  private final List<Matrix> matrices = new ArrayList<>();
  private final float[] running;
  private final float[] trained;
  private final double norm;

  /**
   * Takes the network's parameters as those to be trained, and normalises what it runs with.
   *
   * @param norm c
   */
  SpectralNorm(Network network, double norm, long seed) {
    this.norm = norm;
    running = network.values();
    trained = running.clone();
    List<Parameter> parameters = network.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter p = parameters.get(i);
      if (p.role() == Parameter.Role.WEIGHT && p.shape().rank() > 1) {
        matrices.add(new Matrix(p, new Rng(seed, RandomStream.DIRECTIONS, i)));
      }
    }
    for (int i = 0; i < FIRST_STEPS; i++) {
      matrices.forEach(this::iterate);
    }
    normalise();
  }

  /** The parameters to be trained, with the network's layout. Not a copy. */
  float[] trained() {
    return trained;
  }

  /** After the trained parameters were changed: follows their singular vectors by a step. */
  void update() {
    matrices.forEach(this::iterate);
    normalise();
  }

  private void iterate(Matrix m) {
    for (int i = 0, at = m.offset; i < m.rows; i++) {
      double sum = 0;
      for (int j = 0; j < m.columns; j++) {
        sum += trained[at++] * m.u[j];
      }
      m.v[i] = sum;
    }
    scale(m.v);
    Arrays.fill(m.u, 0);
    for (int i = 0, at = m.offset; i < m.rows; i++) {
      for (int j = 0; j < m.columns; j++) {
        m.u[j] += trained[at++] * m.v[i];
      }
    }
    m.sigma = Math.max(SMALLEST, scale(m.u));
  }

  /** Makes a vector's length 1 and returns what it was. */
  private static double scale(double[] vector) {
    double squares = 0;
    for (double x : vector) {
      squares += x * x;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= Math.max(SMALLEST, length);
    }
    return length;
  }

  private void normalise() {
    System.arraycopy(trained, 0, running, 0, trained.length);
    for (Matrix m : matrices) {
      float factor = (float) (norm / m.sigma);
      for (int i = m.offset; i < m.offset + m.rows * m.columns; i++) {
        running[i] = trained[i] * factor;
      }
    }
  }

  /** Turns the gradient with respect to what the network runs with into that with respect to the trained parameters. */
  void pullBack(float[] gradient) {
    for (Matrix m : matrices) {
      double along = 0;
      for (int i = m.offset; i < m.offset + m.rows * m.columns; i++) {
        along += (double) gradient[i] * trained[i];
      }
      along /= m.sigma;
      double factor = norm / m.sigma;
      for (int i = 0, at = m.offset; i < m.rows; i++) {
        for (int j = 0; j < m.columns; j++, at++) {
          gradient[at] = (float) (factor * (gradient[at] - along * m.v[i] * m.u[j]));
        }
      }
    }
  }
}
