package ruru.nn.layers;

import java.util.Arrays;
import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Parameter;
import ruru.nn.Pass;

/**
 * The parameters of a convolution: weight [kernel..., channels / groups, filters] and bias [filters]. A tap's part of the weight is
 * a matrix [channels / groups, filters], which is an operand of a product as it stands.
 *
 * @param bias null if there is none
 */
record Filters(Parameter weight, Parameter bias, int channels, int count, int groups) {

  static Filters declare(Build b, Window window, int channels, int count, int groups, Initializer init, boolean bias) {
    int taps = window.rows().taps() * window.columns().taps();
    return declare(b, window, channels, count, groups, init, bias, taps * (channels / groups), taps * (count / groups));
  }

  /** @param fanIn inputs that one output sums over; fanOut: outputs that one input feeds */
  static Filters declare(Build b, Window window, int channels, int count, int groups, Initializer init, boolean bias,
      int fanIn, int fanOut) {
    Parameter weight = b.weight("weight", init, fanIn, fanOut, window.weight(channels / groups, count));
    return new Filters(weight, bias ? b.bias("bias", 0, count) : null, channels, count, groups);
  }

  /** Index in the parameters of a tap's matrix. */
  int tap(int t) {
    return weight.offset() + t * (channels / groups) * count;
  }

  /** Channels that a filter sees. */
  int depth() {
    return channels / groups;
  }

  /** Filters of a group. */
  int width() {
    return count / groups;
  }

  /** The bias, repeated for every row, or zeros. */
  void repeatBias(Pass p, float[] to, int rows) {
    if (bias == null) {
      Arrays.fill(to, 0, rows * count, 0);
    } else {
      System.arraycopy(p.values(), bias.offset(), to, 0, count);
      ChannelLoops.repeat(to, count, rows * count);
    }
  }

  /** Adds the sums over rows to the bias's gradient, or overwrites it. */
  void biasGradient(Pass p, float[] sums, float[] ones, int rows) {
    p.blas().gemv(true, rows, count, 1, sums, 0, count, ones, 0, p.gradientFresh() ? 0 : 1, p.gradient(), bias.offset());
  }

  /** Zeros in the weight's gradient if nothing was added to it yet. */
  void clearFresh(Pass p) {
    if (p.gradientFresh()) {
      Arrays.fill(p.gradient(), weight.offset(), weight.end(), 0);
    }
  }
}
