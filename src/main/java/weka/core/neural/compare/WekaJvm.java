package weka.core.neural.compare;

import java.util.List;

/** JVM settings for commands that run Weka's schemes. */
final class WekaJvm {
  private WekaJvm() {}

  /** Settings that must be made before the first class of Weka is loaded. */
  static void prepare() {
    System.setProperty("java.awt.headless", "true");
    // netlib-java's native libraries do not load on today's systems, and it would log that at length.
    for (String library : List.of("BLAS", "LAPACK", "ARPACK")) {
      String key = "com.github.fommil.netlib." + library;
      if (System.getProperty(key) == null) {
        System.setProperty(key, "com.github.fommil.netlib.F2j" + library);
      }
    }
    if (System.getProperty("weka.packageManager.offline") == null) {
      System.setProperty("weka.packageManager.offline", "true");
    }
  }
}
