package ruru.nn.ops.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Build;
import ruru.nn.Shape;

/**
 * A window that moves over maps [height, width, channels] or along a series [steps, channels].
 *
 * <p>Outputs along an axis, with span = (size - 1) * dilation + 1: padding "valid" (none) gives floor((in - span) /
 * stride) + 1, a number p of zeros on either side floor((in + 2 p - span) / stride) + 1, and "same" as many zeros as
 * are needed for ceil(in / stride), an odd one at the end. A series is treated as a single row, and has as many zeros
 * in front as at stride 1, floor((span - 1) / 2), whatever its length: so the same steps at its beginning give the same
 * outputs.
 */
public record Window(Axis rows, Axis columns, boolean series) {

  /** Padding as text, for every axis: null for "same", else zeros on either side. */
  private static int @Nullable [] padding(Build b, String text, int axes) {
    return switch (text) {
      case "same" -> null;
      case "valid" -> new int[axes];
      default -> Sides.parse(b, "padding must be same, valid or zeros on each side, such as 1 or 2x1", text, axes);
    };
  }

  /** One number for every axis, or one each. */
  private static int[] sizes(Build b, String what, Shape size, int axes) {
    if (size.rank() != 1 && size.rank() != axes) {
      throw b.error(what + " must be one number" + (axes == 1 ? "" : " or two, such as 3x2") + ", got "
          + size.toText());
    }
    int[] all = new int[axes];
    Arrays.setAll(all, i -> size.dim(size.rank() == 1 ? 0 : i));
    return all;
  }

  /** The number of axes that the window moves along; rejects inputs that are neither maps nor a series. */
  public static int axes(Build b, Shape in) {
    if (in.rank() != 2 && in.rank() != 3) {
      throw b.error("takes maps [height, width, channels] or a series [steps, channels], got " + in
          + "; give it one of these shapes by a step before it, such as 'reshape 28x28x1'");
    }
    return in.rank() - 1;
  }

  /**
   * @param size as the user wrote it, like the others
   * @param padding same, valid, or numbers
   */
  public static Window of(Build b, Shape in, Shape size, Shape stride, String padding, Shape dilation) {
    int axes = axes(b, in);
    int[] taps = sizes(b, "the window", size, axes);
    int[] steps = sizes(b, "stride", stride, axes);
    int[] gaps = sizes(b, "dilation", dilation, axes);
    int[] zeros = padding(b, padding, axes);
    Axis[] all = new Axis[axes];
    for (int i = 0; i < axes; i++) {
      long span = Axis.span(taps[i], gaps[i]);
      long free = zeros == null ? 0 : in.dim(i) + 2L * zeros[i] - span;
      if (free < 0) {
        throw b.error("input is " + in + ", smaller than the window " + size.toText()
            + (span == taps[i] ? "" : " at dilation " + dilation.toText())
            + "; use a smaller window, padding=same, or fewer steps before it that shrink the maps");
      }
      int out = zeros == null ? (in.dim(i) + steps[i] - 1) / steps[i] : (int) (free / steps[i]) + 1;
      long missing = axes == 1 ? span - 1 : Math.max(0, (out - 1L) * steps[i] + span - in.dim(i));
      int before = zeros == null ? (int) (missing / 2) : zeros[i];
      long beyond = zeros == null ? span - 1 - before : zeros[i];
      all[i] = new Axis(in.dim(i), out, taps[i], steps[i], before, gaps[i], beyond);
    }
    return new Window(axes == 1 ? Axis.SINGLE : all[0], all[axes - 1], axes == 1);
  }

  /**
   * The window whose outputs are the positions of {@code in}, for a transposed convolution. Its inputs along an axis:
   * padding "same" gives in * stride, p zeros cut off on either side (in - 1) * stride + size - 2 p.
   */
  public static Window transposed(Build b, Shape in, Shape size, Shape stride, String padding) {
    int axes = axes(b, in);
    int[] taps = sizes(b, "the window", size, axes);
    int[] steps = sizes(b, "stride", stride, axes);
    int[] zeros = padding(b, padding, axes);
    Axis[] all = new Axis[axes];
    for (int i = 0; i < axes; i++) {
      long full = (in.dim(i) - 1L) * steps[i] + taps[i];
      long out = zeros == null ? (long) in.dim(i) * steps[i] : full - 2L * zeros[i];
      if (out < 1 || out > Integer.MAX_VALUE) {
        throw b.error("input is " + in + ", from which window " + size.toText() + ", stride " + stride.toText()
            + " and padding " + padding + " would make " + out + " positions; use other settings");
      }
      int before = zeros == null ? Math.max(0, taps[i] - steps[i]) / 2 : zeros[i];
      all[i] = new Axis((int) out, in.dim(i), taps[i], steps[i], before, 1, 0);
    }
    return new Window(axes == 1 ? Axis.SINGLE : all[0], all[axes - 1], axes == 1);
  }

  /** One window over the given number of positions, treated as a single row. */
  public static Window all(int positions) {
    return new Window(Axis.SINGLE, new Axis(positions, 1, positions, 1, 0, 1, 0), true);
  }

  public Taps taps() {
    return Taps.of(rows, columns);
  }

  /** The shape of the window's output. */
  public Shape output(int channels) {
    return series ? Shape.of(columns.out(), channels) : Shape.of(rows.out(), columns.out(), channels);
  }

  /** The shape of the window's input. */
  public Shape input(int channels) {
    return series ? Shape.of(columns.in(), channels) : Shape.of(rows.in(), columns.in(), channels);
  }

  /** The window's size followed by more axes, as in the shape of a weight. */
  int[] weight(int channels, int filters) {
    return series ? new int[] {columns.taps(), channels, filters}
        : new int[] {rows.taps(), columns.taps(), channels, filters};
  }
}
