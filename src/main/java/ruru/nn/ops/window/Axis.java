package ruru.nn.ops.window;

/**
 * A window that moves along one axis: output o reads, at tap t, the input o * stride - before + t * dilation.
 *
 * @param in       input positions
 * @param out      output positions
 * @param taps     size of the window
 * @param stride   input positions from one output to the next
 * @param before positions of padding before the input
 * @param dilation input positions from one tap to the next
 * @param beyond   how many positions a window may reach beyond the last input
 */
public record Axis(int in, int out, int taps, int stride, int before, int dilation, long beyond) {
  /** An axis of one position, for inputs with only one real axis. */
  static final Axis SINGLE = new Axis(1, 1, 1, 1, 0, 1, 0);

  /** Input positions that a window spans. */
  static long span(int taps, int dilation) {
    return (taps - 1L) * dilation + 1;
  }

  /** Outputs for a series that ends after so many inputs: at least 1, whose window may then hold padding. */
  int outputs(int length) {
    return Math.max(1, wholeOutputs(length));
  }

  /** Outputs for such a series whose windows reach no further than padding may; perhaps none. */
  int wholeOutputs(int length) {
    long free = length + beyond + before - span(taps, dilation);
    return (int) Math.max(0, Math.min(out, Math.floorDiv(free, stride) + 1));
  }

  /** The input position that an output reads at a tap; outside of 0 to in - 1 it is padding. */
  int source(int output, int tap) {
    return output * stride - before + tap * dilation;
  }

  /** The same window reversed, from its outputs to its inputs: for a transposed convolution. */
  int transposedSource(int output, int tap) {
    int moved = output + before - tap * dilation;
    return moved >= 0 && moved % stride == 0 ? moved / stride : -1;
  }
}
