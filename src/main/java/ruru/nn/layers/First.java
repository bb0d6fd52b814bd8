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
import ruru.nn.ops.Columns;

/**
 * Keeps only the first features: y_i = x_i for i below n. Right after the input, it hides the others from the network.
 * Input [n, features], output [n, count]. Backward: dx_i = dy_i, 0 for the others.
 */
@Description("Keeps only the first features.")
@Usage(kind = Usage.Kind.SHAPE, value = @Usage.Example(shapes = "[features] -> [count]",
    input = "20", layers = "dense 32 relu, first 8"))
public record First(@Setting(value = "number of features", min = 1) int count) implements Layer {
  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (count > in[0].size()) {
      throw b.error("keeps " + count + " features of only " + in[0].size() + "; keep fewer, or leave the step out");
    }
    return new FirstOp(Shape.of(count));
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record FirstOp(Shape outputShape) implements Op {
    @Override
    public Reads reads() {
      return Reads.NOTHING;
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      int width = y.channels();
      Columns.copy(x[0].matrix(), 0, x[0].channels(), y.matrix(), 0, width, width, y.rows());
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      if (dx[0] == null) {
        return;
      }
      p.clearFresh(0, dx[0]);
      int width = dy.channels();
      for (int r = 0; r < dy.rows(); r++) {
        for (int j = 0; j < width; j++) {
          dx[0].matrix()[r * dx[0].channels() + j] += dy.matrix()[r * width + j];
        }
      }
    }
  }
}
