package ruru.blas;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** System properties that a library reads while it loads, and that nothing else in the JVM should see afterwards. */
final class LentProperties {
  private LentProperties() {}

  /** Does the work with these values, then restores the old ones. */
  static <T> T during(Map<String, String> values, Callable<T> work) throws Exception {
    Map<String, String> before = new HashMap<>();
    values.forEach((key, value) -> before.put(key, System.setProperty(key, value)));
    try {
      return work.call();
    } finally {
      before.forEach((key, value) -> {
        if (value == null) {
          System.clearProperty(key);
        } else {
          System.setProperty(key, value);
        }
      });
    }
  }
}
