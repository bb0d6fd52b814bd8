package ruru.nn.ops.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Arrays for one tile and for the weights of {@link WinogradConvolution}. With a = m + 2, tables of a * a arrays are in
 * row order, and [column][row] where they say columns.
 */
final class WinogradMemory {
  /** Transformed weights, in backward of the transposed weights: a * a arrays of channels * filters. */
  final float[][] u;
  final float[][] weightHalf;
  final float[][] taps;
  /**
   * Transformed inputs of a tile, [rows][channels], in backward their gradients too; and the same by rows of the tile.
   */
  final float[][] v;
  final float[][][] vRows;
  /** Transformed outputs of a tile, [rows][filters], in backward their gradients; and the same by rows of the tile. */
  final float[][] m;
  final float[][][] mRows;
  /** Tiles transformed along one axis: of inputs, of outputs. */
  final float[][][] inputColumns;
  final float[][][] outputColumns;
  /** What transforms read and write. */
  final float[][] from;
  final float[][] to;
  /** Stands for positions of padding. */
  final float[] zeros;
  /** Receives what falls outside. */
  final float[] outside;
  final float[] bias;
  private final Winograd f;
  private final int rows;
  private final int channels;
  private final int filters;
  private @Nullable Backward backward;

  /** What only backward needs. */
  static final class Backward {
    final float[][] du;
    final float[][][] inputColumns;
    final float[][] added;

    private Backward(WinogradMemory m) {
      int a = m.f.inputs;
      du = new float[a * a][m.channels * m.filters];
      inputColumns = new float[a][a][m.rows * m.channels];
      added = new float[a][m.rows * m.channels];
    }
  }

  WinogradMemory(Winograd f, int rows, int channels, int filters) {
    this.f = f;
    this.rows = rows;
    this.channels = channels;
    this.filters = filters;
    int a = f.inputs;
    u = new float[a * a][channels * filters];
    weightHalf = new float[a * 3][channels * filters];
    taps = new float[9][channels * filters];
    v = new float[a * a][rows * channels];
    m = new float[a * a][rows * filters];
    vRows = new float[a][][];
    mRows = new float[a][][];
    for (int i = 0; i < a; i++) {
      vRows[i] = Arrays.copyOfRange(v, i * a, i * a + a);
      mRows[i] = Arrays.copyOfRange(m, i * a, i * a + a);
    }
    inputColumns = new float[a][a][rows * channels];
    outputColumns = new float[a][a][rows * filters];
    from = new float[a][];
    to = new float[a][];
    zeros = new float[rows * Math.max(channels, filters)];
    outside = new float[zeros.length];
    bias = new float[rows * filters];
  }

  /** Allocated on first use, as prediction does not need it. */
  Backward backward() {
    if (backward == null) {
      backward = new Backward(this);
    }
    return backward;
  }

  /** Reuses the last two columns of a tile as the first two of the next one. */
  static void slide(float[][][] columns) {
    int m = columns.length - 2;
    for (int q = 0; q < 2; q++) {
      float[][] first = columns[q];
      columns[q] = columns[m + q];
      columns[m + q] = first;
    }
  }
}
