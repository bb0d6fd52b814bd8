package ruru.nn.ops;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.SparseRows;
import ruru.nn.Tensor;
import ruru.nn.layers.Dense;

/** The arithmetic of {@link Dense}: y = x W + b; b may be null. */
public record DenseOp(int inputs, int units, Parameter weight, @Nullable Parameter bias) implements Op {
  @Override
  public Shape outputShape() {
    return Shape.of(units);
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int n = y.rows();
    if (bias != null) {
      ChannelLoops.repeat(p, bias, y.matrix(), n);
    }
    SparseRows sparse = x[0].sparse();
    if (sparse != null) {
      forward(p, sparse, x[0], y.matrix(), n);
      return;
    }
    float before = bias == null ? 0 : 1;
    if (n == 1 && !p.training()) {
      // Rows predicted one by one are many small calls. As a matrix of one row each would take ten times as long.
      p.blas().gemv(true, inputs, units, 1, p.values(), weight.offset(), units, x[0].matrix(), 0, before,
          y.matrix(), 0);
      return;
    }
    p.blas().gemm(false, false, n, units, inputs, 1, x[0].matrix(), 0, inputs,
        p.values(), weight.offset(), units, before, y.matrix(), 0, units);
  }

  private void forward(Pass p, SparseRows sparse, Tensor x, float[] y, int n) {
    if (bias == null) {
      Arrays.fill(y, 0, n * units, 0);
    }
    for (int r = 0; r < n; r++) {
      sparse.addProduct(x.sparseRow(r), p.values(), weight.offset(), units, y, r * units);
    }
  }

  @Override
  public boolean readsSparse() {
    return true;
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    backward(p, x[0], dy.matrix(), dy.rows(), dx[0]);
  }

  /**
   * @param dz gradient with respect to the output [n][units]
   * @param dx null if it is not needed
   */
  public void backward(Pass p, Tensor x, float[] dz, int n, @Nullable Tensor dx) {
    SparseRows sparse = x.sparse();
    if (sparse != null) {
      p.clearFresh(weight);
      for (int r = 0; r < n; r++) {
        sparse.addOuterProduct(x.sparseRow(r), dz, r * units, units, p.gradient(), weight.offset());
      }
    } else {
      p.blas().gemm(true, false, inputs, units, n, 1, x.matrix(), 0, inputs,
          dz, 0, units, p.beta(weight), p.gradient(), weight.offset(), units);
    }
    if (bias != null) {
      p.putRowSum(dz, n, bias);
    }
    if (dx != null) {
      p.blas().gemm(false, true, n, inputs, units, 1, dz, 0, units,
          p.values(), weight.offset(), units, p.beta(0), dx.matrix(), 0, inputs);
    }
  }
}
