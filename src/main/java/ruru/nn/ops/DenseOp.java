package ruru.nn.ops;

import java.util.Arrays;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.Dense;

/** The arithmetic of {@link Dense}: y = x W + b; b may be null. */
public record DenseOp(int inputs, int units, Parameter weight, Parameter bias) implements Op {
  @Override
  public Shape outputShape() {
    return Shape.of(units);
  }

  /** Ones, to sum columns by a product. */
  @Override
  public float[] memory(int rows) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int n = y.rows();
    if (bias != null) {
      System.arraycopy(p.values(), bias.offset(), y.matrix(), 0, units);
      ChannelLoops.repeat(y.matrix(), units, n * units);
    }
    float before = bias == null ? 0 : 1;
    if (n == 1 && !p.training()) {
      // Many small calls where rows are predicted one by one. As a matrix of one row it would take ten times as long.
      p.blas().gemv(true, inputs, units, 1, p.values(), weight.offset(), units, x[0].matrix(), 0, before,
          y.matrix(), 0);
      return;
    }
    p.blas().gemm(false, false, n, units, inputs, 1, x[0].matrix(), 0, inputs,
        p.values(), weight.offset(), units, before, y.matrix(), 0, units);
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    backward(p, x[0], dy.matrix(), dy.rows(), dx[0], p.memory());
  }

  /**
   * @param dz   gradient by the output [n][units]
   * @param dx   null if nobody needs it
   * @param ones as {@link #memory} makes them
   */
  public void backward(Pass p, Tensor x, float[] dz, int n, Tensor dx, float[] ones) {
    p.blas().gemm(true, false, inputs, units, n, 1, x.matrix(), 0, inputs,
        dz, 0, units, p.beta(weight), p.gradient(), weight.offset(), units);
    if (bias != null) {
      p.blas().gemv(true, n, units, 1, dz, 0, units, ones, 0, p.beta(bias), p.gradient(), bias.offset());
    }
    if (dx != null) {
      p.blas().gemm(false, true, n, inputs, units, 1, dz, 0, units,
          p.values(), weight.offset(), units, p.beta(0), dx.matrix(), 0, inputs);
    }
  }
}
