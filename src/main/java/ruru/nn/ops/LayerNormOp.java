package ruru.nn.ops;

import java.util.Arrays;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.LayerNorm;

/**
 * The arithmetic of {@link LayerNorm}. Backward, with h = (x - mean) / deviation and g = gain * dy: dgain = sum of
 * dy h, dbias = sum of dy, dx = (g - mean(g) - h * mean(g h)) / deviation.
 *
 * <p>Each row is copied out of its plane and back, as only loops with one index from 0 are vectorised.
 */
public record LayerNormOp(Shape outputShape, double epsilon, Parameter gain, Parameter bias) implements Op {

  /** The statistics of each row at each position, from forward, and memory for one row. */
  private static final class Memory {
    final float[] mean;
    final float[] scale;
    final float[] gain;
    final float[] bias;
    final float[] gainGradient;
    final float[] biasGradient;
    final float[] x;
    final float[] d;
    final float[] h;
    final float[] ones;

    Memory(int lines, int c) {
      mean = new float[lines];
      scale = new float[lines];
      gain = new float[c];
      bias = new float[c];
      gainGradient = new float[c];
      biasGradient = new float[c];
      x = new float[c];
      d = new float[c];
      h = new float[c];
      ones = new float[c];
      Arrays.fill(ones, 1);
    }
  }

  @Override
  public int outputLength(int length) {
    return length;
  }

  @Override
  public Object memory(int rows) {
    return new Memory(rows * outputShape.positions(), outputShape.channels());
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int c = y.channels();
    System.arraycopy(p.values(), gain.offset(), m.gain, 0, c);
    System.arraycopy(p.values(), bias.offset(), m.bias, 0, c);
    for (int i = 0; i < y.positions(); i++) {
      for (int r = 0; r < y.rows(); r++) {
        int line = i * y.rows() + r;
        System.arraycopy(x[0].plane(i), r * c, m.x, 0, c);
        m.mean[line] = (float) (products(m.x, m.ones, c) / c);
        normalise(m.x, m.mean[line], 1, m.h, c);
        m.scale[line] = (float) (1 / Math.sqrt(products(m.h, m.h, c) / c + epsilon));
        stretch(m.h, m.scale[line], m.gain, m.bias, c);
        System.arraycopy(m.h, 0, y.plane(i), r * c, c);
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int c = dy.channels();
    Arrays.fill(m.gainGradient, 0);
    Arrays.fill(m.biasGradient, 0);
    for (int i = 0; i < dy.positions(); i++) {
      for (int r = 0; r < dy.rows(); r++) {
        int line = i * dy.rows() + r;
        System.arraycopy(x[0].plane(i), r * c, m.x, 0, c);
        System.arraycopy(dy.plane(i), r * c, m.d, 0, c);
        normalise(m.x, m.mean[line], m.scale[line], m.h, c);
        addParameterGradients(m, c);
        if (dx[0] != null) {
          differentiate(m, m.scale[line], c);
          Sums.put(m.d, 0, dx[0].plane(i), r * c, c, p.fresh(0));
        }
      }
    }
    p.put(m.gainGradient, gain);
    p.put(m.biasGradient, bias);
  }

  /** h = (x - mean) scale */
  private static void normalise(float[] x, float mean, float scale, float[] h, int c) {
    for (int j = 0; j < c; j++) {
      h[j] = (x[j] - mean) * scale;
    }
  }

  /** h = gain (h scale) + bias */
  private static void stretch(float[] h, float scale, float[] gain, float[] bias, int c) {
    for (int j = 0; j < c; j++) {
      h[j] = gain[j] * (h[j] * scale) + bias[j];
    }
  }

  private static void addParameterGradients(Memory m, int c) {
    for (int j = 0; j < c; j++) {
      m.gainGradient[j] += m.d[j] * m.h[j];
      m.biasGradient[j] += m.d[j];
    }
  }

  /** From dy to dx, both in d. */
  private static void differentiate(Memory m, float scale, int c) {
    for (int j = 0; j < c; j++) {
      m.d[j] *= m.gain[j];
    }
    float mean = (float) (products(m.d, m.ones, c) / c);
    float meanProduct = (float) (products(m.d, m.h, c) / c);
    for (int j = 0; j < c; j++) {
      m.d[j] = scale * (m.d[j] - mean - m.h[j] * meanProduct);
    }
  }

  /** The sum of x y, as four partial sums, so that additions do not wait for each other. */
  private static double products(float[] x, float[] y, int c) {
    double a = 0;
    double b = 0;
    double d = 0;
    double e = 0;
    int j = 0;
    for (; j < c - 3; j += 4) {
      a += x[j] * y[j];
      b += x[j + 1] * y[j + 1];
      d += x[j + 2] * y[j + 2];
      e += x[j + 3] * y[j + 3];
    }
    for (; j < c; j++) {
      a += x[j] * y[j];
    }
    return a + b + (d + e);
  }
}
