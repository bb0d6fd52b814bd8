package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * Passes its input on, y = x, and adds to the loss how far each unit's mean activation m_j is from a wanted share r:
 * weight * sum_j KL(r || m_j) = weight * sum_j (r log(r / m_j) + (1 - r) log((1 - r) / (1 - m_j))).
 * The mean is the weighted one over the rows that run together (a shard of the batch, so the cut of the batch has some
 * influence), and over the positions of maps. Meant for activations from 0 to 1, behind sigmoid. Input of any shape.
 *
 * <p>The derivative by each activation is weight / positions * (-r / m_j + (1 - r) / (1 - m_j)). Means are kept within
 * [0.001, 0.999], so that a unit that is never active still feels a bounded pull.
 * Source: Lee, Ekanadham, Ng 2008, "Sparse deep belief net model for visual area V2"; Ng 2011, "Sparse autoencoder".
 */
@Description("Adds to the loss how far each unit's mean activation is from a small share; behind sigmoid.")
public record Sparse(
    @Setting(value = "wanted mean activation", byDefault = "0.05", min = 0, max = 1, above = true,
        below = true) double share,
    @Setting(value = "weight of the penalty in the loss", byDefault = "1", min = 0) double weight) implements Layer {
  private static final double NEAREST = 1e-3;

  public Sparse() {
    this(0.05, 1);
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new SparseOp(in[0], share, weight);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record SparseOp(Shape outputShape, double share, double weight) implements PassOn {
    /** Per channel: the mean activation, then the derivative by one activation in a row of weight 1. */
    @Override
    public Object memory(int rows) {
      return new double[outputShape.channels()];
    }

    @Override
    public double penalty(Pass p, Tensor y) {
      double[] slope = p.memory();
      double total = sums(p, y, slope);
      double sum = 0;
      for (int j = 0; j < slope.length; j++) {
        double m = total == 0 ? share : Math.max(NEAREST, Math.min(1 - NEAREST, slope[j] / (total * y.positions())));
        sum += share * Math.log(share / m) + (1 - share) * Math.log((1 - share) / (1 - m));
        slope[j] = weight / y.positions() * ((1 - share) / (1 - m) - share / m);
      }
      return weight * total * sum;
    }

    /** The sum of each channel's activations, rows weighted; returns the sum of the weights. */
    private static double sums(Pass p, Tensor y, double[] sums) {
      java.util.Arrays.fill(sums, 0);
      double total = 0;
      for (int r = 0; r < y.rows(); r++) {
        float w = p.weights()[r];
        total += w;
        for (int i = 0; w != 0 && i < y.positions(); i++) {
          for (int j = 0; j < sums.length; j++) {
            sums[j] += w * y.plane(i)[r * sums.length + j];
          }
        }
      }
      return total;
    }

    @Override
    public float slope(Pass p, float y, int channel) {
      double[] slope = p.memory();
      return (float) slope[channel];
    }
  }
}
