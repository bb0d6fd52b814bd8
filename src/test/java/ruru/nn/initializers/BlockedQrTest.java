package ruru.nn.initializers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.uib.cipr.matrix.DenseMatrix;
import no.uib.cipr.matrix.QR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

class BlockedQrTest {
  private static double[] random(int size) {
    Rng rng = new Rng(5, RandomStream.PARAMETERS);
    double[] result = new double[size];
    for (int i = 0; i < size; i++) {
      result[i] = rng.nextGaussian();
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 3", "128, 128", "129, 129", "200, 160", "161, 161", "300, 289"})
  void factorsAreThoseOfLapackToTheBit(int rows, int columns) {
    double[] a = random(rows * columns);
    QR expected = QR.factorize(new DenseMatrix(rows, columns, a.clone(), false));
    BlockedQr<RuntimeException> actual = new BlockedQr<>(a, rows, columns, Cancellation.NEVER);
    actual.factorise();
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i <= j; i++) {
        assertTrue(expected.getR().get(i, j) == a[j * rows + i], i + ", " + j);
      }
    }
    actual.form();
    assertArrayEquals(expected.getQ().getData(), a);
  }

  private static final class Enough extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Asks before every block, both ways, and ends at once wherever it is told to. */
  @Test
  void asksBeforeEveryBlock() {
    int size = 288;
    int blocks = (size - 128) / 32;
    for (int most = 0; most < 4 * blocks + 2; most++) {
      int allowed = most;
      int[] asked = new int[1];
      BlockedQr<Enough> qr = new BlockedQr<>(random(size * size), size, size, () -> {
        if (asked[0]++ == allowed) {
          throw new Enough();
        }
      });
      assertThrows(Enough.class, () -> {
        qr.factorise();
        qr.form();
      });
      assertTrue(asked[0] == allowed + 1, () -> "asked " + asked[0] + " times");
    }
  }
}
