package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Rng;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Usage;

/**
 * The code of a variational autoencoder: of 2 k inputs, k are means m and k are log variances v, and in training
 * z = m + exp(v / 2) * noise with standard normal noise; in prediction z = m. To the loss it adds
 * beta * 1/2 sum (m^2 + exp(v) - v - 1), the Kullback-Leibler divergence of N(m, exp(v)) from N(0, 1).
 *
 * <p>Input [n, 2 k] with the means first, output [n, k]. Backward: dm = dz + beta m, dv = dz * noise * exp(v / 2) / 2 +
 * beta (exp(v) - 1) / 2. Log variances are clamped to [-20, 20], so that an extreme value stays finite. Source: Kingma
 * and Welling 2014, arXiv:1312.6114; beta: Higgins et al. 2017.
 */
@Description("Code of a variational autoencoder: samples around means with given log variances.")
@Usage(kind = Usage.Kind.AUTOENCODER, value = @Usage.Example(shapes = "[2 * codes] -> [codes]",
    input = "20", layers = "dense 16, variational"))
public record Variational(
    @Setting(value = "weight of the divergence from the standard normal distribution", byDefault = "1",
        min = 0) double beta)
    implements Layer {
  private static final float LIMIT = 20;

  public Variational() {
    this(1);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (in[0].size() % 2 != 0) {
      throw b.error("takes an even number of inputs (means, then log variances), got " + in[0].size()
          + "; for a code of 8 put 'dense 16' before it");
    }
    return new VariationalOp(in[0].size() / 2, beta);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record VariationalOp(int codes, double beta) implements Op {
    @Override
    public boolean isRandom() {
      return true;
    }

    @Override
    public Shape outputShape() {
      return Shape.of(codes);
    }

    /** noise * exp(v / 2), of the last run; 0 in prediction. */
    @Override
    public Object memory(int rows) {
      return new float[rows * codes];
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      float[] in = x[0].matrix();
      float[] noise = p.memory();
      double sum = 0;
      for (int r = 0; r < y.rows(); r++) {
        long stream = p.random(r);
        float w = p.weights()[r];
        double divergence = 0;
        for (int j = 0; j < codes; j++) {
          float m = in[2 * r * codes + j];
          double v = limited(in[(2 * r + 1) * codes + j]);
          int at = r * codes + j;
          y.matrix()[at] = m;
          noise[at] = p.training() ? (float) (Math.exp(v / 2) * Rng.gaussian(stream, j)) : 0;
          y.matrix()[at] += noise[at];
          divergence += 0.5 * ((double) m * m + Math.exp(v) - v - 1);
        }
        sum += w == 0 ? 0 : w * divergence;
      }
      p.penalise(beta * sum);
    }

    private static float limited(float v) {
      return Math.max(-LIMIT, Math.min(LIMIT, v));
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      if (dx[0] == null) {
        return;
      }
      float[] in = x[0].matrix();
      float[] noise = p.memory();
      float[] d = dx[0].matrix();
      for (int r = 0; r < dy.rows(); r++) {
        double factor = beta * p.weights()[r];
        for (int j = 0; j < codes; j++) {
          float dz = dy.matrix()[r * codes + j];
          int mean = 2 * r * codes + j;
          int variance = mean + codes;
          float dm = (float) (dz + factor * in[mean]);
          float dv = (float) (0.5 * (dz * noise[r * codes + j] + factor * (Math.exp(limited(in[variance])) - 1)));
          d[mean] = p.fresh(0) ? dm : d[mean] + dm;
          d[variance] = p.fresh(0) ? dv : d[variance] + dv;
        }
      }
    }
  }
}
