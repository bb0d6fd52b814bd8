package ruru.blas;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * One way to get a {@link Blas}, which may fail on this machine.
 *
 * @param key        the value of the system property {@code ruru.blas} that asks for it
 * @param nativeCode whether each call leaves Java, which costs more than a small product
 * @param loader     makes it; throws when it cannot be had here
 */
record BlasCandidate(String key, boolean nativeCode, Callable<Blas> loader) {

  /** All of them, the fastest first; the last one needs nothing but Java. */
  static List<BlasCandidate> all() {
    return List.of(
        new BlasCandidate("openblas", true, BundledOpenBlas::load),
        new BlasCandidate("system", true, BlasCandidate::system),
        new BlasCandidate("vector", false, BlasCandidate::vector),
        new BlasCandidate("java", false, BlasCandidate::java));
  }

  /** Loads it and tries it on one small product: a library of another calling convention loads without complaint. */
  Blas load() throws Exception {
    Blas blas = loader.call();
    float[] c = {Float.NaN, Float.NaN};
    blas.gemm(false, true, 1, 2, 3, 2, new float[] {1, 2, 3}, 0, 3, new float[] {4, 5, 6, 7, 8, 9}, 0, 3, 0, c, 0, 2);
    float[] y = {1};
    blas.gemv(false, 1, 2, 1, new float[] {3, 4}, 0, 2, c, 0, 1, y, 0);
    blas.axpy(1, 2, new float[] {5}, 0, y, 0);
    if (c[0] != 64 || c[1] != 100 || y[0] != 603) {
      throw new IllegalStateException("it computes wrong products: " + c[0] + ", " + c[1] + ", " + y[0]
          + " instead of 64, 100, 603");
    }
    return nativeCode ? new SmallInJava(CutProducts.of(blas), java()) : blas;
  }

  private static Blas system() throws ReflectiveOperationException {
    return new NetlibBlas("BLAS of the system", NetlibLoader.nativeFromSystem());
  }

  private static Blas vector() throws ReflectiveOperationException {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      throw new IllegalStateException("Java was started without --add-modules jdk.incubator.vector");
    }
    return new NetlibBlas("Vector API", NetlibLoader.vector());
  }

  private static Blas java() throws ReflectiveOperationException {
    return new NetlibBlas("plain Java", NetlibLoader.java());
  }
}
