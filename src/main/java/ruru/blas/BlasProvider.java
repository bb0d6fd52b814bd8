package ruru.blas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the BLAS, once for the JVM, at the first call of {@link #get}: the bundled OpenBLAS, else Java's Vector API,
 * else the system's BLAS library, else plain Java. One line in the log {@value BlasLog#NAME} says which was chosen and
 * why earlier ones were not.
 *
 * <p>{@code -Druru.blas=openblas|vector|system|java} requests one of them; if it is not available, the others are tried
 * in the usual order. The Vector API needs {@code --add-modules jdk.incubator.vector} as well. The system's library is
 * libblas.so.3 or its like; {@code -Ddev.ludovic.netlib.blas.nativeLibPath=FILE} names another one.
 *
 * <p>The engine expects a BLAS that uses the calling thread only. The bundled OpenBLAS is configured so here; a system
 * library is not touched, since others may use it, and must be configured from outside: {@code OPENBLAS_NUM_THREADS=1}
 * for OpenBLAS, {@code MKL_NUM_THREADS=1} for MKL, {@code BLIS_NUM_THREADS=1} for BLIS.
 *
 * <p>Native code that crashed a JVM while being tested here is not tried again, nor is any other native code after it:
 * see {@link CrashMarker}.
 */
public final class BlasProvider {
  /** The system property that requests a provider. */
  public static final String PROPERTY = "ruru.blas";

  private static @Nullable Blas chosen;

  private BlasProvider() {}

  /**
   * The provider of this JVM, always the same one.
   *
   * @throws IllegalArgumentException if the system property {@value #PROPERTY} names none
   */
  public static synchronized Blas get() {
    if (chosen == null) {
      chosen = choose(System.getProperty(PROPERTY), BlasCandidate.all(), Logger.getLogger(BlasLog.NAME)::info);
    }
    return chosen;
  }

  /**
   * The first candidate that works.
   *
   * @param wanted the key of the candidate to be tried first; null for none
   * @param log    gets one line
   */
  static Blas choose(@Nullable String wanted, List<BlasCandidate> candidates, Consumer<String> log) {
    List<String> failures = new ArrayList<>();
    boolean crashed = false;
    for (BlasCandidate candidate : inOrder(wanted, candidates)) {
      if (crashed && candidate.nativeCode()) {
        failures.add("not " + candidate.key() + " (no native code after that)");
        continue;
      }
      try {
        Blas blas = candidate.load();
        log.accept("BLAS: " + blas.name() + (failures.isEmpty() ? "" : "; " + String.join("; ", failures)));
        return blas;
      } catch (Exception | LinkageError | AssertionError e) {
        // Whatever goes wrong with a native library or its loader must cost no more than speed.
        failures.add("not " + candidate.key() + " (" + BlasLog.reason(e) + ")");
        crashed |= e instanceof NativeCode.CrashedBefore;
      }
    }
    throw new IllegalStateException("no BLAS works, not even plain Java: " + String.join("; ", failures));
  }

  private static List<BlasCandidate> inOrder(@Nullable String wanted, List<BlasCandidate> candidates) {
    if (wanted == null) {
      return candidates;
    }
    List<BlasCandidate> order = new ArrayList<>(candidates);
    BlasCandidate first = order.stream().filter(c -> c.key().equals(wanted)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("-D" + PROPERTY + " must be one of "
            + String.join(", ", candidates.stream().map(BlasCandidate::key).toList()) + ", got '" + wanted + "'"));
    order.remove(first);
    order.add(0, first);
    return order;
  }
}
