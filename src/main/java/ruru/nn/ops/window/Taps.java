package ruru.nn.ops.window;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import ruru.nn.Heap;
import ruru.nn.Op;
import ruru.nn.Tensor;

/**
 * Which input position each tap of a window reads for each output position, as a table, so that code that runs over
 * windows need not know stride, padding, dilation or the number of axes.
 */
public final class Taps {
  /** Entries of the largest table. */
  private static final int MAX_ENTRIES = 1 << 28;

  private final int outputs;
  private final int count;
  private final int[] sources;
  private final int[] unread;
  private final boolean disjoint;
  private final IntUnaryOperator outputLength;

  private Taps(int inputs, int outputs, int count, int[] sources, IntUnaryOperator outputLength) {
    this.outputLength = outputLength;
    this.outputs = outputs;
    this.count = count;
    this.sources = sources;
    int[] reads = new int[inputs];
    for (int s : sources) {
      if (s >= 0) {
        reads[s]++;
      }
    }
    int[] never = new int[inputs];
    int n = 0;
    for (int i = 0; i < inputs; i++) {
      if (reads[i] == 0) {
        never[n++] = i;
      }
    }
    unread = Arrays.copyOf(never, n);
    disjoint = Arrays.stream(reads).allMatch(r -> r <= 1);
  }

  /** A window over rows and columns. */
  static Taps of(Axis rows, Axis columns) {
    int[] sources =
        table(rows.in() * columns.in(), (long) rows.out() * columns.out(), (long) rows.taps() * columns.taps());
    int at = 0;
    for (int o = 0; o < rows.out() * columns.out(); o++) {
      for (int t = 0; t < rows.taps() * columns.taps(); t++) {
        int r = rows.source(o / columns.out(), t / columns.taps());
        int c = columns.source(o % columns.out(), t % columns.taps());
        boolean inside = r >= 0 && r < rows.in() && c >= 0 && c < columns.in();
        sources[at++] = inside ? r * columns.in() + c : -1;
      }
    }
    return new Taps(rows.in() * columns.in(), rows.out() * columns.out(), rows.taps() * columns.taps(), sources,
        columns::outputs);
  }

  /** The same window reversed: its outputs are the window's inputs. */
  public static Taps transposed(Axis rows, Axis columns) {
    int[] sources =
        table(rows.out() * columns.out(), (long) rows.in() * columns.in(), (long) rows.taps() * columns.taps());
    int at = 0;
    for (int o = 0; o < rows.in() * columns.in(); o++) {
      for (int t = 0; t < rows.taps() * columns.taps(); t++) {
        int r = rows.transposedSource(o / columns.in(), t / columns.taps());
        int c = columns.transposedSource(o % columns.in(), t % columns.taps());
        boolean inside = r >= 0 && r < rows.out() && c >= 0 && c < columns.out();
        sources[at++] = inside ? r * columns.out() + c : -1;
      }
    }
    return new Taps(rows.out() * columns.out(), rows.in() * columns.in(), rows.taps() * columns.taps(), sources,
        length -> Op.REFUSES);
  }

  private static int[] table(int inputs, long outputs, long count) {
    if (outputs * count > MAX_ENTRIES) {
      throw new IllegalArgumentException("a window of " + count + " positions that yields " + outputs
          + " outputs is too large; use a smaller window, a larger stride or smaller maps");
    }
    Heap.require(Integer.BYTES * (outputs * count + 3L * inputs),
        "the table of a window of " + count + " positions that yields " + outputs + " outputs",
        "Use a smaller window, a larger stride or smaller maps");
    return new int[(int) (outputs * count)];
  }

  /** One window over everything. */
  public static Taps all(int inputs) {
    int[] sources = table(inputs, 1, inputs);
    Arrays.setAll(sources, i -> i);
    return new Taps(inputs, 1, inputs, sources, length -> Op.CONSUMES);
  }

  /** Output positions. */
  int outputs() {
    return outputs;
  }

  /** Taps of a window. */
  int count() {
    return count;
  }

  /** {@link Op#outputLength}, of an op that moves the window along a series. */
  int outputLength(int length) {
    return outputLength.applyAsInt(length);
  }

  /** The input position, or -1 if the tap falls on padding. */
  int source(int output, int tap) {
    return sources[output * count + tap];
  }

  /** As {@link #source(int, int)}; what lies beyond the last step of the longest series is padding too. */
  int source(int output, int tap, Tensor x) {
    int s = source(output, tap);
    return s < x.positions() ? s : -1;
  }

  /** Whether every input position is read by one output at most. */
  boolean disjoint() {
    return disjoint;
  }

  /** Input positions that no output reads. Not a copy. */
  int[] unread() {
    return unread;
  }
}
