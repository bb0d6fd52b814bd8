package ruru.nn.layers;

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
 * Passes its input on, y = x, and adds l1 * sum |y| + l2 / 2 * sum y^2 to the loss of each row: unneeded activations go
 * to 0 (l1) or stay small (l2). Input of any shape. The derivative is l1 sign(y) + l2 y. Source: Tibshirani 1996 for
 * l1, applied to activations instead of weights.
 */
@Description("Adds l1 times the absolute activations and l2 / 2 times the squared ones to the loss.")
@Usage(kind = Usage.Kind.REGULARISATION, value = @Usage.Example(shapes = "[...] -> [...]",
    input = "20", layers = "dense 64 relu, penalty 0.01"))
public record Penalty(
    @Setting(value = "weight of the absolute values", byDefault = "0.001", min = 0) double l1,
    @Setting(value = "weight of half the squares", byDefault = "0", min = 0) double l2) implements Layer {

  public Penalty() {
    this(0.001, 0);
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new PenaltyOp(in[0], l1, l2);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record PenaltyOp(Shape outputShape, double l1, double l2) implements PenalisedIdentity {
    @Override
    public int outputLength(int length) {
      return length;
    }

    @Override
    public double penalty(Pass p, Tensor y) {
      int c = y.channels();
      double sum = 0;
      for (int i = 0; i < y.positions(); i++) {
        for (int r = 0; r < y.rows(); r++) {
          float w = p.weights()[r];
          if (w == 0) {
            continue;
          }
          for (int j = r * c; j < (r + 1) * c; j++) {
            double v = y.plane(i)[j];
            sum += w * (l1 * Math.abs(v) + l2 / 2 * v * v);
          }
        }
      }
      return sum;
    }

    @Override
    public float slope(Pass p, float y, int channel) {
      return (float) (l1 * Math.signum(y) + l2 * y);
    }
  }
}
