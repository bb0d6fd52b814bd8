package ruru.blas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * How native code is loaded into the process: by one thread at a time, across all class loaders; from the first usable
 * folder; and never again after a crash while it was being tried.
 */
final class NativeCode {
  /** One object for all class loaders of the JVM: each of them has its own copy of this class, but not of a literal. */
  private static final Object OF_THE_PROCESS = "ruru.blas.NativeCode".intern();

  /** Loads and tests native code; what it unpacks goes into the folder. */
  interface Attempt {
    /**
     * @throws IOException          if it fails because of the folder, like {@link UnsatisfiedLinkError}: then the next
     *                              folder is tried
     */
    Blas in(Path folder) throws Exception;
  }

  /** The same code killed a JVM before. */
  static final class CrashedBefore extends IllegalStateException {
    private static final long serialVersionUID = 1;

    CrashedBefore(String message) {
      super(message);
    }
  }

  private NativeCode() {}

  /**
   * @param what the code in words, with its version: a crash counts only for the same code
   * @throws CrashedBefore         if a JVM died while trying the same code
   * @throws IllegalStateException if no folder is usable
   */
  static Blas tried(String what, List<Path> folders, Attempt attempt) throws Exception {
    synchronized (OF_THE_PROCESS) {
      List<String> failures = new ArrayList<>();
      for (Path candidate : folders) {
        try {
          Path folder = NativeFolders.prepare(candidate);
          Optional<String> crash = CrashMarker.crash(folder, what);
          if (crash.isPresent()) {
            throw new CrashedBefore(crash.get());
          }
          Blas blas = inTrial(what, folder, attempt);
          if (!failures.isEmpty()) {
            Logger.getLogger(BlasLog.NAME).info("BLAS: native code is unpacked in " + folder + ", not in "
                + String.join(", not in ", failures) + "; -D" + NativeFolders.PROPERTY + "=FOLDER names another one");
          }
          return blas;
        } catch (IOException | UnsatisfiedLinkError e) {
          failures.add(candidate + " (" + BlasLog.reason(e) + ")");
        }
      }
      throw new IllegalStateException("no folder is usable for native code: not " + String.join(", not ", failures)
          + "; -D" + NativeFolders.PROPERTY + "=FOLDER names another one");
    }
  }

  private static Blas inTrial(String what, Path folder, Attempt attempt) throws Exception {
    CrashMarker marker = CrashMarker.put(folder, what);
    try (marker) {
      return attempt.in(folder);
    }
  }
}
