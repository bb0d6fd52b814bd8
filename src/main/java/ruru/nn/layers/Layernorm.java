package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * Layer normalisation over the last axis: y = gain * (x - mean) / sqrt(variance + epsilon) + bias, with mean and
 * variance of the c values of one row at one position, in training and prediction alike.
 *
 * <p>Input and output [n, ..., c]; gain [c], 1 at the start, and bias [c], 0 at the start. The variance divides by c
 * (no correction). Backward, with h = (x - mean) / deviation and g = gain * dy: dx = (g - mean(g) - h * mean(g h)) /
 * deviation. Source: Ba, Kiros, Hinton 2016, arXiv:1607.06450, section 3. epsilon 1e-5 is our choice.
 */
@Description("Layer normalisation: each row gets mean 0 and variance 1 over its values, then a learnt gain and bias.")
public record Layernorm(
    @Setting(value = "added to the variance", byDefault = "1e-5", min = 0, above = true) double epsilon)
    implements Layer {

  public Layernorm() {
    this(1e-5);
  }

  @Override
  public Op build(Build b, Shape... in) {
    int c = in[0].channels();
    if (c == 1) {
      throw b.error("normalises over the last axis, which has only one element in the input " + in[0]
          + ", so that every output would be the same");
    }
    return new LayernormOp(in[0], epsilon, b.bias("gain", 1, c), b.bias("bias", 0, c));
  }

  private record LayernormOp(Shape outputShape, double epsilon, Parameter gain, Parameter bias) implements Op {
    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      int c = y.channels();
      for (int i = 0; i < y.positions(); i++) {
        float[] from = x[0].plane(i);
        float[] to = y.plane(i);
        for (int r = 0; r < y.rows(); r++) {
          float mean = (float) mean(from, r * c, c);
          float scale = (float) (1 / deviation(from, r * c, c));
          for (int j = 0; j < c; j++) {
            float h = (from[r * c + j] - mean) * scale;
            to[r * c + j] = p.values()[gain.offset() + j] * h + p.values()[bias.offset() + j];
          }
        }
      }
    }

    private static double mean(float[] x, int start, int c) {
      double sum = 0;
      for (int j = start; j < start + c; j++) {
        sum += x[j];
      }
      return sum / c;
    }

    private double deviation(float[] x, int start, int c) {
      double mean = mean(x, start, c);
      double sum = 0;
      for (int j = start; j < start + c; j++) {
        sum += (x[j] - mean) * (x[j] - mean);
      }
      return Math.sqrt(sum / c + epsilon);
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      int c = y.channels();
      for (int i = 0; i < dy.positions(); i++) {
        for (int r = 0; r < dy.rows(); r++) {
          row(p, x[0].plane(i), dy.plane(i), dx[0] == null ? null : dx[0].plane(i), r * c, c);
        }
      }
    }

    private void row(Pass p, float[] x, float[] dy, float[] dx, int start, int c) {
      float mean = (float) mean(x, start, c);
      float scale = (float) (1 / deviation(x, start, c));
      double sumG = 0;
      double sumGh = 0;
      for (int j = 0; j < c; j++) {
        float d = dy[start + j];
        float h = (x[start + j] - mean) * scale;
        p.gradient()[gain.offset() + j] += d * h;
        p.gradient()[bias.offset() + j] += d;
        float g = d * p.values()[gain.offset() + j];
        sumG += g;
        sumGh += g * h;
      }
      if (dx == null) {
        return;
      }
      float meanG = (float) (sumG / c);
      float meanGh = (float) (sumGh / c);
      for (int j = 0; j < c; j++) {
        float h = (x[start + j] - mean) * scale;
        float g = dy[start + j] * p.values()[gain.offset() + j];
        dx[start + j] += scale * (g - meanG - h * meanGh);
      }
    }
  }
}
