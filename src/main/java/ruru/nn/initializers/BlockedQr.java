package ruru.nn.initializers;

import com.github.fommil.netlib.LAPACK;
import java.util.Arrays;
import org.netlib.util.intW;
import ruru.nn.Cancellation;

/**
 * The factors of A = Q R for a matrix of at least as many rows as columns, block by block, so that it can be cancelled
 * between two blocks. Steps and block sizes are those of LAPACK's dgeqrf and dorgqr (Anderson et al. 1999, "LAPACK
 * users' guide"), so that the numbers are theirs to the bit.
 */
final class BlockedQr<E extends Exception> {
  /** What ilaenv says for both routines: columns of a block, and of the rest that is worth no more blocks. */
  private static final int BLOCK = 32;
  private static final int REST = 128;
  /** Multiplications between two questions, at most: some hundredths of a second. */
  private static final long MOST_AT_ONCE = 1L << 25;

  private final LAPACK lapack = LAPACK.getInstance();
  private final double[] a;
  private final int rows;
  private final int columns;
  private final double[] tau;
  private final double[] work;
  private final intW info = new intW(0);
  private final Cancellation<E> cancellation;

  /** @param a [columns][rows]; is overwritten */
  BlockedQr(double[] a, int rows, int columns, Cancellation<E> cancellation) {
    this.a = a;
    this.rows = rows;
    this.columns = columns;
    this.cancellation = cancellation;
    tau = new double[columns];
    work = new double[columns * BLOCK];
  }

  private int at(int row, int column) {
    return column * rows + row;
  }

  /** Columns that are factorised in blocks. */
  private int inBlocks() {
    return columns <= REST ? 0 : (columns - REST + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** Puts R into the upper triangle of A, and what Q is made of below. */
  void factorise() throws E {
    int end = inBlocks();
    for (int i = 0; i < end; i += BLOCK) {
      cancellation.check();
      lapack.dgeqr2(rows - i, BLOCK, a, at(i, i), rows, tau, i, work, 0, info);
      reflect("T", i);
    }
    cancellation.check();
    lapack.dgeqr2(rows - end, columns - end, a, at(end, end), rows, tau, end, work, 0, info);
  }

  /** Makes Q of it, in place of A. */
  void form() throws E {
    int end = inBlocks();
    for (int j = end; j < columns; j++) {
      clear(j, end);
    }
    cancellation.check();
    lapack.dorg2r(rows - end, columns - end, columns - end, a, at(end, end), rows, tau, end, work, 0, info);
    for (int i = end - BLOCK; i >= 0; i -= BLOCK) {
      cancellation.check();
      reflect("N", i);
      lapack.dorg2r(rows - i, BLOCK, BLOCK, a, at(i, i), rows, tau, i, work, 0, info);
      for (int j = i; j < i + BLOCK; j++) {
        clear(j, i);
      }
    }
  }

  private void clear(int column, int firstRows) {
    Arrays.fill(a, at(0, column), at(firstRows, column), 0);
  }

  /** Applies the reflections of a block to the columns after it, some at a time. */
  private void reflect(String transposed, int i) throws E {
    int first = i + BLOCK;
    int height = rows - i;
    double[] triangle = new double[BLOCK * BLOCK];
    lapack.dlarft("F", "C", height, BLOCK, a, at(i, i), rows, tau, i, triangle, 0, BLOCK);
    int most = (int) Math.max(BLOCK, Math.min(columns, MOST_AT_ONCE / (2L * height * BLOCK)));
    for (int from = first; from < columns; from += most) {
      cancellation.check();
      lapack.dlarfb("L", transposed, "F", "C", height, Math.min(most, columns - from), BLOCK, a, at(i, i), rows,
          triangle, 0, BLOCK, a, at(i, from), rows, work, 0, columns);
    }
  }
}
