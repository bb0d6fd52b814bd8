package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Usage;
import ruru.nn.ops.SoftmaxLoops;

/**
 * Softmax over the last axis, of any shape: y_j = exp(x_j) / sum_k exp(x_k), after subtracting the largest x, so that
 * nothing overflows. Backward: dx_j = y_j (dy_j - sum_k dy_k y_k). For use inside a network; it is not needed before
 * the loss, since cross-entropy has its own.
 */
@Description("Softmax over the last axis: y_j = exp(x_j) / sum_k exp(x_k).")
@Usage(kind = Usage.Kind.ACTIVATION,
    value = @Usage.Example(shapes = "[...] -> [...]", input = "20", layers = "dense 64, softmax"))
public record Softmax() implements Layer {
  @Override
  public Op build(Build b, Shape... in) {
    return new SoftmaxOp(in[0]);
  }

  private record SoftmaxOp(Shape outputShape) implements Op {
    @Override
    public int outputLength(int length) {
      return length;
    }

    @Override
    public boolean inPlace() {
      return true;
    }

    @Override
    public Reads reads() {
      return Reads.OUTPUT;
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      for (int i = 0; i < y.positions(); i++) {
        SoftmaxLoops.softmax(x[0].plane(i), y.plane(i), y.planeSize(), y.channels());
      }
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      if (dx[0] == null) {
        return;
      }
      for (int i = 0; i < y.positions(); i++) {
        SoftmaxLoops.backward(y.plane(i), 0, dy.plane(i), dx[0].plane(i), y.planeSize(), y.channels(), p.fresh(0));
      }
    }
  }
}
