package ruru.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The system's BLAS library. Nothing is changed in it, since others in this process may use it too: it is only reported
 * what it is and, for OpenBLAS, how many threads it uses. (For Debian's BLIS and reference BLAS only the file is known:
 * they export nothing but BLAS.)
 */
final class SystemBlas {
  private SystemBlas() {}

  static String id() {
    return "BLAS of the system, " + NetlibLoader.systemLibrary();
  }

  static Blas load(Path folder) throws Exception {
    BLAS blas = NetlibLoader.nativeFromSystem(folder);
    return new NetlibBlas("BLAS of the system: " + describe(NetlibLoader.systemLibrary(), folder), blas);
  }

  private static String describe(String library, Path folder) throws Exception {
    LibraryFunctions functions;
    try {
      functions = LibraryFunctions.of(library, folder);
    } catch (LinkageError e) {
      return library + ", version and threads unknown (" + BlasLog.reason(e) + ")";
    }
    Optional<String> config = functions.text("openblas_get_config");
    if (config.isEmpty()) {
      return functions.fileOf("sgemm_").map(Path::toString).orElse(library) + ", version and threads unknown";
    }
    int threads = functions.number("openblas_get_num_threads").orElse(1);
    return LibraryFunctions.openBlas(config.get()) + ", " + threads + (threads == 1 ? " thread" : " threads")
        + " by OPENBLAS_NUM_THREADS, " + functions.fileOf("openblas_get_config").map(Path::toString).orElse(library);
  }
}
