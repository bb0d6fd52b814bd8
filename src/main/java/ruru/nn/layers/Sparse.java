package ruru.nn.layers;

import java.util.Arrays;
import ruru.nn.BatchOp;
import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Usage;
import ruru.nn.ops.PenalisedIdentity;

/**
 * Passes its input on, y = x, and adds to the loss how far each unit's mean activation m_j is from a target r: weight *
 * sum_j KL(r || m_j) = weight * sum_j (r log(r / m_j) + (1 - r) log((1 - r) / (1 - m_j))). The mean is the weighted one
 * over the rows of the batch, and over the positions of maps; the rows that a batch lacks to 16 count as r. Meant for
 * activations from 0 to 1, after sigmoid. Input of any shape.
 *
 * <p>The derivative by each activation is weight / positions * (-r / m_j + (1 - r) / (1 - m_j)). Means are kept within
 * [0.001, 0.999], so that a unit that is never active still feels a bounded pull.
 * Source: Lee, Ekanadham, Ng 2008, "Sparse deep belief net model for visual area V2"; Ng 2011, "Sparse autoencoder".
 */
@Description("Penalises each unit's mean activation for its distance from a small target; to be used after sigmoid.")
@Usage(kind = Usage.Kind.AUTOENCODER, value = @Usage.Example(shapes = "[...] -> [...]",
    input = "20", layers = "dense 32 sigmoid, sparse 0.1"))
public record Sparse(
    @Setting(value = "target for the mean activation", byDefault = "0.05", min = 0, max = 1, above = true,
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

  private record SparseOp(Shape outputShape, double share, double weight) implements PenalisedIdentity, BatchOp {
    /** Per channel: sums over these rows, sums over the batch, the derivative by one activation. */
    private static final class Memory {
      final double[] sums;
      final double[] batchSums;
      final double[] slopes;
      double total;
      double batchTotal;

      Memory(int channels) {
        sums = new double[channels];
        batchSums = new double[channels];
        slopes = new double[channels];
      }

      void start() {
        System.arraycopy(sums, 0, batchSums, 0, sums.length);
        batchTotal = total;
      }
    }

    @Override
    public Object memory(int rows) {
      return new Memory(outputShape.channels());
    }

    @Override
    public void measure(Pass p, Tensor[] x) {
      measure(p, x[0], p.memory());
    }

    private static void measure(Pass p, Tensor x, Memory m) {
      int c = m.sums.length;
      Arrays.fill(m.sums, 0);
      m.total = 0;
      for (int r = 0; r < x.rows(); r++) {
        float w = p.weights()[r];
        m.total += w;
        if (w == 0) {
          continue;
        }
        for (int i = 0; i < x.positions(); i++) {
          for (int j = 0; j < c; j++) {
            m.sums[j] += w * x.plane(i)[r * c + j];
          }
        }
      }
    }

    @Override
    public void merge(Object[] memories, int parts) {
      Memory first = (Memory) memories[0];
      first.start();
      for (int i = 1; i < parts; i++) {
        Memory m = (Memory) memories[i];
        first.batchTotal += m.total;
        for (int j = 0; j < m.sums.length; j++) {
          first.batchSums[j] += m.sums[j];
        }
      }
      for (int i = 1; i < parts; i++) {
        Memory m = (Memory) memories[i];
        m.batchTotal = first.batchTotal;
        System.arraycopy(first.batchSums, 0, m.batchSums, 0, m.sums.length);
      }
    }

    @Override
    public double penalty(Pass p, Tensor y) {
      Memory m = p.memory();
      if (!p.training()) {
        measure(p, y, m);
        m.start();
      }
      double batch = p.trust(y.positions());
      double sum = 0;
      for (int j = 0; j < m.slopes.length; j++) {
        double mean = m.batchTotal == 0 ? share
            : share + batch * (m.batchSums[j] / (m.batchTotal * y.positions()) - share);
        mean = Math.max(NEAREST, Math.min(1 - NEAREST, mean));
        sum += share * Math.log(share / mean) + (1 - share) * Math.log((1 - share) / (1 - mean));
        m.slopes[j] = batch * weight / y.positions() * ((1 - share) / (1 - mean) - share / mean);
      }
      return weight * m.total * sum;
    }

    @Override
    public float slope(Pass p, float y, int channel) {
      Memory m = p.memory();
      return (float) m.slopes[channel];
    }

    @Override
    public void measureBackward(Pass p, Tensor[] x, Tensor y, Tensor dy) {
      // The derivative needs only the sums of the forward pass.
    }

    @Override
    public void mergeBackward(Object[] memories, int parts) {
      // The derivative needs only the sums of the forward pass.
    }
  }
}
