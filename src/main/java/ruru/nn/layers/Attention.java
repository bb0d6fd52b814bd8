package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.VarianceScaling;
import ruru.nn.ops.AttentionOp;
import ruru.nn.ops.Series;
import ruru.nn.ops.SideBySide;

/**
 * Multi-head self-attention over the steps of a series: each step asks all steps, its own included, and gets the mean
 * of their values, weighted by how well their keys match its query. For each head, with the series X [steps, channels]
 * of one row,
 *
 * <pre>{@code
 * Q = X W_q + b_q,  K = X W_k,  V = X W_v                      [steps, channels / heads]
 * C = softmax(Q K^T / sqrt(channels / heads)) V                 [steps, channels / heads]
 * Y = [C of all heads side by side] W_o + b_o                   [steps, channels]
 * }</pre>
 *
 * <p>Input and output [steps, channels]. projection [channels, 3 channels] holds W_q, W_k, W_v side by side, querybias
 * [channels] b_q; output [channels, channels], with outputbias. A bias of the keys would cancel in the softmax, and one
 * of the values would do what b_o does. Steps in another order give the same outputs in that order: see
 * {@link Positions}. Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.2, where there are no biases.
 */
@Description("Multi-head self-attention: every step becomes a mean of what it finds at all steps, weighted by "
    + "relevance.")
@Usage(kind = Usage.Kind.ATTENTION, value = @Usage.Example(shapes = "[steps, channels] -> [steps, channels]",
    input = "100x3", layers = "conv1d 32 1, positions as a, attention 4, add a"))
public record Attention(
    @Setting(value = "number of heads; divides the channels", byDefault = "4", min = 1, shown = true) int heads,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init) implements Layer {

  public Attention(int heads) {
    this(heads, Initializer.AUTO);
  }

  @Override
  public Op build(Build b, Shape... in) {
    Series.require(b, in[0]);
    int c = in[0].channels();
    if (c % heads != 0) {
      throw b.error("heads must divide the number of channels, but " + c + " channels are not divisible by " + heads
          + (heads > c ? "; use at most " + c + " heads"
              : "; put 'conv1d " + (long) heads * (c / heads + 1) + " 1' before it, or change heads"));
    }
    if (c > Integer.MAX_VALUE / 3) {
      throw b.error("the network has more than 2^31 parameters; use fewer units or channels");
    }
    Initializer each = init == Initializer.AUTO ? VarianceScaling.GLOROT_UNIFORM : init;
    Parameter projection = b.weight("projection", new SideBySide(each, 3), c, c, c, 3 * c);
    Parameter queryBias = b.bias("querybias", 0, c);
    return new AttentionOp(in[0], heads, projection, queryBias, b.weight("output", each, c, c, c, c),
        b.shift("outputbias", 0, c));
  }

  @Override
  public boolean hasWeights() {
    return true;
  }
}
