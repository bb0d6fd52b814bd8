package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chain takes the first provider that works, says so in one line, and survives every kind of broken one. */
class BlasProviderTest {
  private final List<String> log = new ArrayList<>();

  @Test
  void theFirstThatWorksIsTaken() {
    assertEquals("b", BlasProvider.choose(null, List.of(broken("a", new Exception("no a")), works("b"), works("c")),
        log::add).name());
    assertEquals(List.of("BLAS: b; not a (Exception: no a)"), log);
  }

  @Test
  void nothingBrokenComesThrough() {
    List<BlasCandidate> candidates = List.of(
        new BlasCandidate("linkage", false, () -> {
          throw new UnsatisfiedLinkError("\n\nfile too short\nmore");
        }),
        new BlasCandidate("missing", false, () -> {
          throw new NoClassDefFoundError("org/bytedeco/javacpp/Loader");
        }),
        new BlasCandidate("initialiser", false, () -> {
          throw new ExceptionInInitializerError(new NullPointerException("no resource"));
        }),
        new BlasCandidate("assertion", false, () -> {
          throw new AssertionError();
        }),
        new BlasCandidate("wrong", false, () -> BlasCandidate.tried(new WrongBlas())),
        works("last"));
    assertEquals("last", BlasProvider.choose(null, candidates, log::add).name());
    assertEquals(List.of("BLAS: last; not linkage (UnsatisfiedLinkError: file too short); "
        + "not missing (NoClassDefFoundError: org/bytedeco/javacpp/Loader); "
        + "not initialiser (NullPointerException: no resource); not assertion (AssertionError: ); "
        + "not wrong (it computes wrong products: NaN, NaN, 1.0 instead of 64, 100, 603)"), log);
  }

  @Test
  void oneCanBeForced() {
    assertEquals("b", BlasProvider.choose("b", List.of(works("a"), works("b")), log::add).name());
    assertEquals(List.of("BLAS: b"), log);
  }

  @Test
  void aForcedOneThatIsBrokenFallsBack() {
    List<BlasCandidate> candidates = List.of(works("a"), broken("b", new Exception("no b")));
    assertEquals("a", BlasProvider.choose("b", candidates, log::add).name());
    assertEquals(List.of("BLAS: a; not b (Exception: no b)"), log);
  }

  /** What killed a JVM is left alone, and so is whatever else leaves Java. */
  @Test
  void noNativeCodeAfterACrash() {
    BlasCandidate crashed = new BlasCandidate("first", true, () -> {
      throw new NativeCode.CrashedBefore("Java died");
    });
    BlasCandidate native2 = new BlasCandidate("second", true, () -> {
      throw new AssertionError("must not be tried");
    });
    assertEquals("last", BlasProvider.choose(null, List.of(crashed, native2, works("last")), log::add).name());
    assertEquals(List.of("BLAS: last; not first (Java died); not second (no native code after that)"), log);
  }

  @Test
  void theRemedyIsSaidWhereNativeAccessIsDenied() {
    BlasCandidate denied = broken("a", new IllegalCallerException("Illegal native access"));
    BlasProvider.choose(null, List.of(denied, works("b")), log::add);
    assertEquals(List.of("BLAS: b; not a (IllegalCallerException: Illegal native access; start Java with "
        + "--enable-native-access=ALL-UNNAMED)"), log);
  }

  @Test
  void anUnknownNameIsRefused() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> BlasProvider.choose("mkl", BlasCandidate.all(), log::add));
    assertEquals("-Druru.blas must be one of openblas, vector, system, java, got 'mkl'", e.getMessage());
  }

  @Test
  void theBundledOpenBlasIsTheDefault() {
    assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64")
        && System.getProperty(BlasProvider.PROPERTY) == null, "the build brings OpenBLAS for Linux on x86-64 only");
    assertTrue(BlasProvider.get().name().matches("OpenBLAS [0-9.]+ \\(bundled\\)"), BlasProvider.get().name());
    assertSame(BlasProvider.get(), BlasProvider.get());
  }

  private static BlasCandidate works(String key) {
    return new BlasCandidate(key, false, () -> new NetlibBlas(key, NetlibLoader.java()));
  }

  private static BlasCandidate broken(String key, Exception failure) {
    return new BlasCandidate(key, false, () -> {
      throw failure;
    });
  }

  /** Loads, but computes nothing. */
  private static final class WrongBlas implements Blas {
    @Override
    public String name() {
      return "wrong";
    }

    @Override
    public void gemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a, int aOff, int lda,
        float[] b, int bOff, int ldb, float beta, float[] c, int cOff, int ldc) {}

    @Override
    public void gemv(boolean transA, int m, int n, float alpha, float[] a, int aOff, int lda, float[] x, int xOff,
        float beta, float[] y, int yOff) {}

    @Override
    public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {}
  }
}
