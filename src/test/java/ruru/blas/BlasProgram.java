package ruru.blas;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * For a JVM of its own. Each argument, a value of {@code -Druru.blas} or "default", is given to the classes in a class
 * loader of its own, as a package manager or a web server does it; then comes a line "BITS hash of products, provider".
 */
final class BlasProgram {
  private BlasProgram() {}

  public static void main(String[] args) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    for (String key : args) {
      if (key.equals("default")) {
        System.clearProperty(BlasProvider.PROPERTY);
      } else {
        System.setProperty(BlasProvider.PROPERTY, key);
      }
      ClassLoader loader =
          new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
      Method line = loader.loadClass(BlasProgram.class.getName()).getDeclaredMethod("line");
      line.setAccessible(true);
      System.out.println(line.invoke(null));
    }
  }

  static String line() {
    Blas blas = BlasProvider.get();
    BlasContract.check(blas);
    return "BITS " + Integer.toHexString(Arrays.hashCode(products(blas))) + " " + blas.name();
  }

  /** A chain of products of several sizes. */
  static float[] products(Blas blas) {
    SplittableRandom random = new SplittableRandom(2);
    float[] a = new float[300 * 300];
    float[] c = new float[300 * 300];
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) random.nextDouble(-1, 1);
    }
    for (int n = 3; n < 300; n += 37) {
      blas.gemm(n % 2 == 0, n % 4 == 0, n, n + 1, n - 2, 0.1f, a, 0, 300, a, 5, 300, 0.5f, c, 0, 300);
      blas.gemv(n % 2 == 0, n, n, 0.1f, a, 0, 300, a, 7, 0.5f, c, 11);
      blas.axpy(n * n, 0.1f, a, 0, c, 0);
    }
    return c;
  }
}
