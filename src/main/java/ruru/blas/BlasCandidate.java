package ruru.blas;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * One way to get a {@link Blas}, which may fail on this machine.
 *
 * @param key        the value of the system property {@code ruru.blas} that asks for it
 * @param nativeCode whether it runs native code, which may crash the JVM
 * @param loader     creates and tests it; throws if it is not available here
 */
record BlasCandidate(String key, boolean nativeCode, Callable<Blas> loader) {
  /** Rows and columns of the second test: whole vectors and a remainder on every processor, and more than one block. */
  private static final int TRIAL = 77;

  /** All of them, in the order in which they are tried; the last one needs nothing but Java. */
  static List<BlasCandidate> all() {
    return List.of(
        new BlasCandidate("openblas", true, BlasCandidate::bundled),
        new BlasCandidate("vector", false, BlasCandidate::vector),
        new BlasCandidate("system", true, BlasCandidate::system),
        new BlasCandidate("java", false, BlasCandidate::java));
  }

  Blas load() throws Exception {
    return loader.call();
  }

  /**
   * A library, once it has computed some small products correctly: one with another calling convention loads without
   * complaint. The sums are of whole numbers, so that they are the same in any order.
   */
  static Blas tried(Blas blas) {
    float[] c = {Float.NaN, Float.NaN};
    blas.gemm(false, true, 1, 2, 3, 2, new float[] {1, 2, 3}, 0, 3, new float[] {4, 5, 6, 7, 8, 9}, 0, 3, 0, c, 0, 2);
    float[] y = {1};
    blas.gemv(false, 1, 2, 1, new float[] {3, 4}, 0, 2, c, 0, 1, y, 0);
    blas.axpy(1, 2, new float[] {5}, 0, y, 0);
    check(c[0] == 64 && c[1] == 100 && y[0] == 603, c[0] + ", " + c[1] + ", " + y[0] + " instead of 64, 100, 603");

    float[] a = new float[TRIAL * TRIAL];
    float[] square = new float[TRIAL * TRIAL];
    for (int i = 0; i < a.length; i++) {
      a[i] = i % 5 - 2;
    }
    blas.gemm(true, false, TRIAL, TRIAL, TRIAL, 1, a, 0, TRIAL, a, 0, TRIAL, 0, square, 0, TRIAL);
    float[] column = new float[TRIAL];
    blas.axpy(TRIAL, 3, a, 0, column, 0);
    float[] product = new float[TRIAL];
    blas.gemv(true, TRIAL, TRIAL, 1, a, 0, TRIAL, column, 0, 0, product, 0);
    for (int j = 0; j < TRIAL; j++) {
      float dot = 0;
      float last = 0;
      for (int i = 0; i < TRIAL; i++) {
        dot += 3 * a[i] * a[i * TRIAL + j];
        last += a[i * TRIAL + TRIAL - 1] * a[i * TRIAL + j];
      }
      float got = square[(TRIAL - 1) * TRIAL + j];
      check(product[j] == dot && got == last, product[j] + ", " + got + " instead of " + dot + ", " + last);
    }
    return blas;
  }

  private static void check(boolean right, String products) {
    if (!right) {
      throw new IllegalStateException("it computes wrong products: " + products);
    }
  }

  private static Blas bundled() throws Exception {
    BundledOpenBlas openBlas = new BundledOpenBlas();
    return NativeCode.tried(openBlas.id(), NativeFolders.candidates(), folder -> forEngine(openBlas.load(folder)));
  }

  private static Blas system() throws Exception {
    return NativeCode.tried(SystemBlas.id(), NativeFolders.candidates(), folder -> forEngine(SystemBlas.load(folder)));
  }

  /**
   * Wraps the library so that smaller and larger calls are computed in other ways, with limits measured from its
   * products.
   */
  private static Blas forEngine(Blas library) throws ReflectiveOperationException {
    return new SmallInJava(CutProducts.of(tried(library)), java());
  }

  private static Blas vector() throws ReflectiveOperationException {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      throw new IllegalStateException("Java was started without --add-modules jdk.incubator.vector");
    }
    return tried(new NetlibBlas("Vector API", NetlibLoader.vector()));
  }

  private static Blas java() throws ReflectiveOperationException {
    return tried(new NetlibBlas("plain Java", NetlibLoader.java()));
  }
}
