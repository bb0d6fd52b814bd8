package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.LayerNormOp;

/**
 * Layer normalisation over the last axis: y = gain * (x - mean) / sqrt(variance + epsilon) + bias, with mean and
 * variance of the c values of one row at one position, in training and prediction alike.
 *
 * <p>Input and output [n, ..., c]; gain [c], 1 at the start, and bias [c], 0 at the start. The variance divides by c
 * (no correction). Source: Ba, Kiros, Hinton 2016, arXiv:1607.06450, section 3. epsilon 1e-5 is our choice.
 */
@Description("Layer normalisation: each row gets mean 0 and variance 1 over its values, then a learnt gain and bias.")
@Usage(kind = Usage.Kind.NORMALISATION, value = @Usage.Example(shapes = "[...] -> [...]",
    input = "20", layers = "dense 64, layernorm"))
public record LayerNorm(
    @Setting(value = "added to the variance", byDefault = "1e-5", min = 0, above = true) double epsilon)
    implements Layer {

  public LayerNorm() {
    this(1e-5);
  }

  @Override
  public Op build(Build b, Shape... in) {
    int c = in[0].channels();
    if (c == 1) {
      throw b.error("normalises over the last axis, which has only one element in the input " + in[0]
          + ", so that every output would be the same");
    }
    return new LayerNormOp(in[0], epsilon, b.bias("gain", 1, c), b.shift("bias", 0, c));
  }
}
