package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.NaiveBlas;

class CutProductsTest {
  /** Sums in float32, one by one up to some multiply-adds, in blocks of 300 beyond; knows what was asked for. */
  private static final class Library implements Blas {
    private final Blas naive = new NaiveBlas();
    private final List<Long> products = new ArrayList<>();
    private final long unpacked;

    Library(long unpacked) {
      this.unpacked = unpacked;
    }

    @Override
    public String name() {
      return "a library that packs from " + unpacked;
    }

    @Override
    public void gemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a, int aOff, int lda,
        float[] b, int bOff, int ldb, float beta, float[] c, int cOff, int ldc) {
      products.add((long) m * n * k);
      int block = (long) m * n * k <= unpacked ? k : 300;
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          int at = cOff + i * ldc + j;
          c[at] = beta == 0 ? 0 : beta * c[at];
          for (int from = 0; from < k; from += block) {
            float sum = 0;
            for (int l = from; l < Math.min(k, from + block); l++) {
              sum += a[aOff + (transA ? l * lda + i : i * lda + l)] * b[bOff + (transB ? j * ldb + l : l * ldb + j)];
            }
            c[at] += alpha * sum;
          }
        }
      }
    }

    @Override
    public void gemv(boolean transA, int m, int n, float alpha, float[] a, int aOff, int lda, float[] x, int xOff,
        float beta, float[] y, int yOff) {
      naive.gemv(transA, m, n, alpha, a, aOff, lda, x, xOff, beta, y, yOff);
    }

    @Override
    public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
      naive.axpy(n, alpha, x, xOff, y, yOff);
    }
  }

  private static List<Long> asked(Library library, Blas blas, String trans, int m, int n, int k) {
    boolean transA = trans.charAt(0) == 'T';
    boolean transB = trans.charAt(1) == 'T';
    library.products.clear();
    blas.gemm(transA, transB, m, n, k, 1, new float[m * k], 0, transA ? m : k, new float[k * n], 0, transB ? k : n, 0,
        new float[m * n], 0, n);
    return List.copyOf(library.products);
  }

  /** Of the contract's sizes the largest is cut, along k with the first limit, along m too with the second. */
  @ParameterizedTest
  @ValueSource(ints = {200_000, 700_000})
  void keepsTheContract(int limit) {
    BlasContract.check(new CutProducts(new NaiveBlas(), limit));
  }

  @ParameterizedTest
  @CsvSource({"NN, 64, 256, 784, 13", "NN, 32, 128, 3136, 13", "NN, 160, 100, 100, 2", "TN, 256, 128, 64, 3",
      "NN, 64, 64, 64, 1", "NN, 256, 256, 784, 1", "NN, 200, 100, 784, 1", "NN, 64, 2000, 500, 1",
      "TN, 784, 256, 64, 1", "TN, 5, 700, 700, 1",
      "NT, 64, 256, 128, 1", "TT, 64, 256, 128, 1"})
  void cutsWhatHasFewRows(String trans, int m, int n, int k, int pieces) {
    Library library = new Library(1_000_000);
    List<Long> asked = asked(library, new CutProducts(library, 1_000_000), trans, m, n, k);
    assertEquals(pieces, asked.size());
    assertTrue(pieces == 1 || asked.stream().allMatch(work -> work <= 1_000_000), asked.toString());
    assertEquals((long) m * n * k, asked.stream().mapToLong(w -> w).sum());
  }

  @ParameterizedTest
  @ValueSource(ints = {600_000, 1_000_000, 3_000_000})
  void findsWhereTheLibraryBeginsToPack(int unpacked) {
    Library library = new Library(unpacked);
    Blas blas = CutProducts.of(library);
    assertEquals(library.name(), blas.name());
    List<Long> asked = asked(library, blas, "NN", 64, 256, 784);
    long most = asked.stream().mapToLong(w -> w).max().orElseThrow();
    assertTrue(most <= unpacked && most > 0.85 * unpacked, most + " of " + unpacked);
  }

  /** All products alike: packed, not packed, or summed in double. */
  @Test
  void leavesOthersAsTheyAre() {
    Library packs = new Library(0);
    assertSame(packs, CutProducts.of(packs));
    Library packsEarly = new Library(262_144);
    assertSame(packsEarly, CutProducts.of(packsEarly));
    Library never = new Library(Long.MAX_VALUE);
    assertSame(never, CutProducts.of(never));
    Blas naive = new NaiveBlas();
    assertSame(naive, CutProducts.of(naive));
  }
}
