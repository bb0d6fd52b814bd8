package ruru.nn.layers;

import org.jspecify.annotations.Nullable;
import ruru.nn.Build;
import ruru.nn.Description;
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
 * The mirror image of an earlier dense layer, for the decoder of an autoencoder with tied weights: y = x W^T + b, W
 * being the weight of the named layer and b the layer's own bias. Input [n, units of that layer], output [n, inputs of
 * that layer]. Backward: dW = dy^T x, db = column sums of dy, dx = dy W. Source: Vincent et al. 2010, "Stacked
 * denoising autoencoders".
 */
@Description("Mirror image of an earlier dense layer, with its weights transposed: y = x W^T + b.")
@Usage(kind = Usage.Kind.AUTOENCODER, value = @Usage.Example(shapes = "[units] -> [inputs]",
    input = "20", layers = "dense 8 as code, tanh, tied code"))
public record Tied(
    @Setting("name of the dense layer, as given in 'dense 32 as a, relu'") String of,
    @Setting(value = "whether to add a bias", byDefault = "yes") boolean bias) implements Layer {

  public Tied(String of) {
    this(of, true);
  }

  @Override
  public boolean takesFeatures() {
    return true;
  }

  @Override
  public Op build(Build b, Shape... in) {
    Parameter weight = b.shared(of, "weight");
    if (weight.shape().rank() != 2 || weight.shape().dim(1) != in[0].size()) {
      throw b.error("the weight of '" + of + "' is " + weight.shape() + " and cannot be applied to " + in[0].size()
          + " inputs; its second number must be " + in[0].size());
    }
    int units = weight.shape().dim(0);
    return new TiedOp(in[0].size(), units, weight, bias ? b.shift("bias", 0, units) : null);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  public boolean hasWeights() {
    return true;
  }

  private record TiedOp(int inputs, int units, Parameter weight, @Nullable Parameter bias) implements Op {
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
      p.blas().gemm(false, true, n, units, inputs, 1, x[0].matrix(), 0, inputs,
          p.values(), weight.offset(), inputs, bias == null ? 0 : 1, y.matrix(), 0, units);
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      int n = dy.rows();
      p.blas().gemm(true, false, units, inputs, n, 1, dy.matrix(), 0, units,
          x[0].matrix(), 0, inputs, p.beta(weight), p.gradient(), weight.offset(), inputs);
      if (bias != null) {
        p.putRowSum(dy.matrix(), n, bias);
      }
      if (dx[0] != null) {
        p.blas().gemm(false, false, n, inputs, units, 1, dy.matrix(), 0, units,
            p.values(), weight.offset(), inputs, p.beta(0), dx[0].matrix(), 0, inputs);
      }
    }
  }
}
