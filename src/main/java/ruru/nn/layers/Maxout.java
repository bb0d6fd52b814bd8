package ruru.nn.layers;

import java.util.Arrays;
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
import ruru.nn.ops.ChannelLoops;

/**
 * Maxout: every unit is the largest of {@code pieces} linear functions, y_u = max_k (x W + b)_(u,k), a learnt convex
 * activation.
 *
 * <p>Input [n, inputs], output [n, units]; W [inputs, units * pieces], b [units * pieces], the pieces of a unit
 * adjacent. Backward: the gradient goes to the largest piece, the first if there are several. Source: Goodfellow et al.
 * 2013, "Maxout networks", arXiv:1302.4389.
 */
@Description("Maxout: each unit is the largest of several linear functions of the inputs.")
@Usage(kind = Usage.Kind.DENSE,
    value = @Usage.Example(shapes = "[inputs] -> [units]", input = "20", layers = "maxout 32 pieces=3"))
public record Maxout(
    @Setting(value = "number of neurons", min = 1) int units,
    @Setting(value = "linear functions per neuron", byDefault = "2", min = 1) int pieces,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init) implements Layer {

  public Maxout(int units, int pieces) {
    this(units, pieces, Initializer.AUTO);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    if ((long) units * pieces > Integer.MAX_VALUE) {
      throw b.error(units + " units of " + pieces + " pieces are more than 2^31 functions; choose fewer");
    }
    int inputs = in[0].size();
    int width = units * pieces;
    return new MaxoutOp(inputs, units, pieces, b.weight("weight", init, inputs, units, inputs, width),
        b.bias("bias", 0, width));
  }

  @Override
  public boolean isLinear() {
    return pieces == 1;
  }

  @Override
  public boolean hasWeights() {
    return true;
  }

  /** z: all pieces, and in backward their gradients; argMax: index in z of each output's largest piece. */
  private record Memory(float[] z, int[] argMax) {}

  private record MaxoutOp(int inputs, int units, int pieces, Parameter weight, Parameter bias) implements Op {
    @Override
    public Shape outputShape() {
      return Shape.of(units);
    }

    @Override
    public Object memory(int rows) {
      return new Memory(new float[rows * units * pieces], new int[rows * units]);
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      Memory m = p.memory();
      int n = y.rows();
      int width = units * pieces;
      ChannelLoops.repeat(p, bias, m.z, n);
      p.blas().gemm(false, false, n, width, inputs, 1, x[0].matrix(), 0, inputs,
          p.values(), weight.offset(), width, 1, m.z, 0, width);
      for (int u = 0; u < n * units; u++) {
        int best = u * pieces;
        for (int k = best + 1; k < (u + 1) * pieces; k++) {
          best = m.z[k] > m.z[best] ? k : best;
        }
        m.argMax[u] = best;
        y.matrix()[u] = m.z[best];
      }
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      Memory m = p.memory();
      int n = dy.rows();
      int width = units * pieces;
      Arrays.fill(m.z, 0, n * width, 0);
      for (int u = 0; u < n * units; u++) {
        m.z[m.argMax[u]] = dy.matrix()[u];
      }
      p.blas().gemm(true, false, inputs, width, n, 1, x[0].matrix(), 0, inputs,
          m.z, 0, width, p.beta(weight), p.gradient(), weight.offset(), width);
      p.putRowSum(m.z, n, bias);
      if (dx[0] != null) {
        p.blas().gemm(false, true, n, inputs, width, 1, m.z, 0, width,
            p.values(), weight.offset(), width, p.beta(0), dx[0].matrix(), 0, inputs);
      }
    }
  }
}
