package ruru.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A BLAS library of the system. Nothing is set in it, since others in this process may use it too: it is only said what
 * it is and how many threads it uses, where it tells.
 */
final class SystemBlas {
  /** How a library tells about itself, and the variable of the environment that says how many threads it may use. */
  private record Kind(String name, String version, String threads, String variable) {}

  private static final List<Kind> KINDS = List.of(
      new Kind("OpenBLAS", "openblas_get_config", "openblas_get_num_threads", "OPENBLAS_NUM_THREADS"),
      new Kind("BLIS", "bli_info_get_version_str", "bli_thread_get_num_threads", "BLIS_NUM_THREADS"));

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
      return library + ", version and threads unknown (" + BlasProvider.reason(e) + ")";
    }
    for (Kind kind : KINDS) {
      Optional<String> version = functions.text(kind.version);
      if (version.isPresent()) {
        String number = version.get().replaceAll("^" + kind.name + " |(?<=[0-9]) .*", "");
        // BLIS says -1 or 0 where nobody asked for a number: then it is one.
        int threads = Math.max(1, functions.number(kind.threads).orElse(1));
        return kind.name + " " + number + ", " + threads + (threads == 1 ? " thread" : " threads") + " by "
            + kind.variable + ", " + functions.fileOf(kind.version).map(Path::toString).orElse(library);
      }
    }
    return functions.fileOf("sgemm_").map(Path::toString).orElse(library) + ", version and threads unknown";
  }
}
