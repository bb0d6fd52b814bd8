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

/**
 * Fully connected layer, the neuron of the textbooks times {@code units}: y = x W + b.
 *
 * <p>Input [n, inputs], output [n, units]; W [inputs, units], b [units].
 * Backward: dW = x^T dy, db = column sums of dy, dx = dy W^T.
 */
@Description("Fully connected layer: y = x W + b.")
public record Dense(
    @Setting(value = "number of neurons", min = 1) int units,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init,
    @Setting(value = "whether to add a bias", byDefault = "yes") boolean bias,
    @Setting(value = "initial bias", byDefault = "0") double biasinit) implements Layer {

  public Dense(int units) {
    this(units, Initializer.AUTO, true, 0);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    int inputs = in[0].size();
    Parameter weight = b.weight("weight", init, inputs, units, inputs, units);
    return new DenseOp(inputs, units, weight, bias ? b.bias("bias", biasinit, units) : null);
  }

  private record DenseOp(int inputs, int units, Parameter weight, Parameter bias) implements Op {
    @Override
    public Shape outputShape() {
      return Shape.of(units);
    }

    @Override
    public boolean overwrites() {
      return true;
    }

    /** Ones, to sum columns by a product. */
    @Override
    public Object memory(int rows) {
      float[] ones = new float[rows];
      java.util.Arrays.fill(ones, 1);
      return ones;
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      int n = y.rows();
      if (bias != null) {
        for (int r = 0; r < n; r++) {
          System.arraycopy(p.values(), bias.offset(), y.matrix(), r * units, units);
        }
      }
      p.blas().gemm(false, false, n, units, inputs, 1, x[0].matrix(), 0, inputs,
          p.values(), weight.offset(), units, bias == null ? 0 : 1, y.matrix(), 0, units);
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      int n = dy.rows();
      float before = p.gradientFresh() ? 0 : 1;
      p.blas().gemm(true, false, inputs, units, n, 1, x[0].matrix(), 0, inputs,
          dy.matrix(), 0, units, before, p.gradient(), weight.offset(), units);
      if (bias != null) {
        float[] ones = p.memory();
        p.blas().gemv(true, n, units, 1, dy.matrix(), 0, units, ones, 0, before, p.gradient(), bias.offset());
      }
      if (dx[0] != null) {
        p.blas().gemm(false, true, n, inputs, units, 1, dy.matrix(), 0, units,
            p.values(), weight.offset(), units, p.fresh(0) ? 0 : 1, dx[0].matrix(), 0, inputs);
      }
    }
  }
}
