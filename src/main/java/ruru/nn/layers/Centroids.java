package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Usage;

/**
 * Closeness to trained centroids c_j, as logits: y_j = -log(1 + |x - c_j|^2), with all distances divided by a scale.
 * Their softmax is the soft assignment of deep embedded clustering, q_j = (1 + |x - c_j|^2)^-1 / sum_k (1 + |x -
 * c_k|^2)^-1, Student's t distribution with one degree of freedom; cross-entropy against target memberships p then has
 * the gradient of KL(p || q).
 *
 * <p>Input [n, inputs], output [n, units]; centroids [units, inputs]. Backward, at scale 1, with
 * s = 2 dy_j / (1 + |x - c_j|^2):
 * dx -= s (x - c_j), dc_j += s (x - c_j). Source: Xie, Girshick, Farhadi 2016, arXiv:1511.06335.
 */
@Description("Closeness to trained centroids: -log(1 + squared distance); its softmax is the soft assignment to "
    + "clusters.")
@Usage(kind = Usage.Kind.AUTOENCODER, value = @Usage.Example(shapes = "[inputs] -> [units]",
    input = "20", layers = "dense 8 relu, centroids 3"))
public record Centroids(
    @Setting(value = "number of centroids", min = 1) int units,
    @Setting(value = "unit of distance", byDefault = "1", min = 0, above = true) double scale,
    @Setting(value = "rule for the initial centroids", byDefault = "auto") Initializer init) implements Layer {

  public Centroids(int units) {
    this(units, 1, Initializer.AUTO);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    int inputs = in[0].size();
    return new CentroidsOp(inputs, units, (float) (1 / (scale * scale)),
        b.weight("centroids", init, inputs, units, units, inputs));
  }

  @Override
  public boolean hasWeights() {
    return true;
  }

  private record CentroidsOp(int inputs, int units, float shrink, Parameter centroids) implements Op {
    @Override
    public Shape outputShape() {
      return Shape.of(units);
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      for (int r = 0; r < y.rows(); r++) {
        for (int j = 0; j < units; j++) {
          y.matrix()[r * units + j] = (float) -Math.log1p(shrink * squaredDistance(p, x[0].matrix(), r, j));
        }
      }
    }

    private double squaredDistance(Pass p, float[] x, int row, int unit) {
      float[] c = p.values();
      int from = centroids.offset() + unit * inputs;
      double sum = 0;
      for (int i = 0; i < inputs; i++) {
        double d = x[row * inputs + i] - c[from + i];
        sum += d * d;
      }
      return sum;
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      p.clearFresh(centroids);
      p.clearFresh(0, dx[0]);
      float[] rows = x[0].matrix();
      for (int r = 0; r < dy.rows(); r++) {
        for (int j = 0; j < units; j++) {
          float s = (float) (2 * shrink * dy.matrix()[r * units + j]
              / (1 + shrink * squaredDistance(p, rows, r, j)));
          int from = centroids.offset() + j * inputs;
          for (int i = 0; i < inputs; i++) {
            float d = s * (rows[r * inputs + i] - p.values()[from + i]);
            p.gradient()[from + i] += d;
            if (dx[0] != null) {
              dx[0].matrix()[r * inputs + i] -= d;
            }
          }
        }
      }
    }
  }
}
