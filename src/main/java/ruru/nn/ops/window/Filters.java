package ruru.nn.ops.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.ops.ChannelLoops;

/**
 * The parameters of a convolution: weight [kernel..., channels / groups, filters] and bias [filters]. A tap's part of
 * the weight is a matrix [channels / groups, filters], which is an operand of a product as it is.
 *
 * @param bias null if there is none
 */
public record Filters(Parameter weight, @Nullable Parameter bias, int channels, int count, int groups) {

  public static Filters declare(Build b, Window window, int channels, int count, int groups, Initializer init,
      boolean bias) {
    int taps = window.rows().taps() * window.columns().taps();
    return declare(b, window, channels, count, groups, init, bias, taps * (channels / groups), taps * (count / groups));
  }

  /** @param fanIn inputs that one output sums over; fanOut: outputs that one input feeds */
  public static Filters declare(Build b, Window window, int channels, int count, int groups, Initializer init,
      boolean bias, int fanIn, int fanOut) {
    Parameter weight = b.weight("weight", init, fanIn, fanOut, window.weight(channels / groups, count));
    return new Filters(weight, bias ? b.shift("bias", 0, count) : null, channels, count, groups);
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
      ChannelLoops.repeat(p, bias, to, rows);
    }
  }

  /** Clears the gradients with respect to weight and bias where they are fresh. */
  void clearFresh(Pass p) {
    p.clearFresh(weight);
    if (bias != null) {
      p.clearFresh(bias);
    }
  }

  /** Copies every tap's matrix, transposed to [filters, channels / groups], one array for each tap. */
  void transposeTaps(Pass p, float[][] to) {
    for (int t = 0; t < to.length; t++) {
      transpose(p.values(), tap(t), depth(), count, to[t]);
    }
  }

  /** In blocks of 16 x 16 numbers, which share cache lines on both sides. */
  private static void transpose(float[] from, int offset, int height, int width, float[] to) {
    for (int i = 0; i < height; i += 16) {
      for (int j = 0; j < width; j += 16) {
        for (int r = i; r < Math.min(height, i + 16); r++) {
          for (int c = j; c < Math.min(width, j + 16); c++) {
            to[c * height + r] = from[offset + r * width + c];
          }
        }
      }
    }
  }

  /** Puts a matrix into the gradient of every tap; for one group. */
  void putTaps(Pass p, float[][] from) {
    int n = channels * count;
    for (int t = 0; t < from.length; t++) {
      if (p.fresh(weight)) {
        System.arraycopy(from[t], 0, p.gradient(), tap(t), n);
      } else {
        p.blas().axpy(n, 1, from[t], 0, p.gradient(), tap(t));
      }
    }
  }
}
