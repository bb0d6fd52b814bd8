package ruru.nn.ops.window;

import java.util.Arrays;

/**
 * The transforms of Winograd's convolution F(m x m, 3 x 3): m x m outputs of a 3x3 window at stride 1 are Y = A^T [(G g
 * G^T) * (B^T d B)] A, with a tile d of (m + 2) x (m + 2) inputs, the window g, and * element by element. Summed over
 * channels, the product in the middle is one matrix product for each of the (m + 2)^2 elements: (m + 2)^2 / m^2
 * multiplications for an output instead of 9. Source: Lavin and Gray 2016, arXiv:1509.09308; backward uses the
 * transposes of all steps.
 *
 * <p>Methods work along one axis: element i of each operand is an array of n numbers, the same element of as many
 * tiles. All loops have one index from 0 in all arrays and at most two outputs, so that Java's compiler vectorises
 * them.
 */
abstract class Winograd {
  /** Outputs of a tile along an axis: m. */
  final int outputs;
  /** Inputs of a tile along an axis: m + 2. */
  final int inputs;
  private final float[][] g;

  /** @param g the matrix G, [m + 2][3] */
  Winograd(int outputs, float[][] g) {
    this.outputs = outputs;
    this.inputs = outputs + 2;
    this.g = g;
  }

  /** to = B^T x */
  abstract void input(float[][] x, float[][] to, int n);

  /** to = A^T x */
  abstract void output(float[][] x, float[][] to, int n);

  /** to = A x: backward of {@link #output}. */
  abstract void outputGradient(float[][] x, float[][] to, int n);

  /** to = B x: backward of {@link #input}. */
  abstract void inputGradient(float[][] x, float[][] to, int n);

  /**
   * U = G w G^T for windows of 3x3 elements, each an array of n numbers.
   *
   * @param half memory for 3 (m + 2) elements
   */
  void weights(float[][] w, float[][] u, float[][] half, int n) {
    for (int i = 0; i < inputs; i++) {
      for (int v = 0; v < 3; v++) {
        combine(w[v], w[3 + v], w[6 + v], g[i], half[i * 3 + v], n);
      }
    }
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < inputs; j++) {
        combine(half[i * 3], half[i * 3 + 1], half[i * 3 + 2], g[j], u[i * inputs + j], n);
      }
    }
  }

  private static void combine(float[] a, float[] b, float[] c, float[] by, float[] to, int n) {
    float x = by[0];
    float y = by[1];
    float z = by[2];
    for (int i = 0; i < n; i++) {
      to[i] = x * a[i] + y * b[i] + z * c[i];
    }
  }

  /** dw = G^T dU G: backward of {@link #weights}. */
  void weightGradient(float[][] du, float[][] dw, float[][] half, int n) {
    for (int i = 0; i < inputs; i++) {
      for (int v = 0; v < 3; v++) {
        Arrays.fill(half[i * 3 + v], 0, n, 0);
        for (int j = 0; j < inputs; j++) {
          addScaled(du[i * inputs + j], g[j][v], half[i * 3 + v], n);
        }
      }
    }
    for (int t = 0; t < 9; t++) {
      Arrays.fill(dw[t], 0, n, 0);
      for (int i = 0; i < inputs; i++) {
        addScaled(half[i * 3 + t % 3], g[i][t / 3], dw[t], n);
      }
    }
  }

  private static void addScaled(float[] x, float by, float[] to, int n) {
    if (by == 0) {
      return;
    }
    for (int i = 0; i < n; i++) {
      to[i] += by * x[i];
    }
  }
}
