package ruru.blas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The OpenBLAS in this package, under its own name: nothing that looks for the system's OpenBLAS finds this one
 * instead, and it calls its own functions even if the process holds another OpenBLAS with the same ones.
 *
 * <p>It is in the process only once, however many class loaders hold this class. The one that opens it first
 * writes the file's path into a system property, which the others read. The products are called through
 * dev.ludovic.netlib's stub, which takes Java arrays with offsets and copies nothing.
 */
final class BundledOpenBlas {
  private static final String OPENED = "ruru.blas.opened.";

  private final BundledFiles files;

  /** @throws IllegalStateException if there is none for this platform in this package */
  BundledOpenBlas() throws IOException {
    files = BundledFiles.ofThisPlatform();
  }

  String id() {
    return files.id();
  }

  /** To be called by one class loader at a time. */
  Blas load(Path folder) throws Exception {
    Path library = opened(folder);
    LibraryFunctions functions = LibraryFunctions.of(library.toString(), folder);
    String name = functions.text("openblas_get_config").map(LibraryFunctions::openBlas)
        .orElseThrow(() -> new IllegalStateException(library + " does not report its version"));
    // The engine divides the work itself: a second set of threads below it would only compete with its own.
    if (!functions.number("openblas_get_num_threads").equals(Optional.of(1))) {
      functions.call("openblas_set_num_threads", 1);
    }
    return new NetlibBlas(name + " (bundled)", NetlibLoader.nativeFrom(library, folder));
  }

  /** The library in the process: the one that is there already, or the one in the folder. */
  private Path opened(Path folder) throws IOException {
    String before = System.getProperty(OPENED + files.id());
    if (before != null) {
      return Path.of(before);
    }
    List<Path> unpacked = files.unpackInto(folder);
    for (Path file : unpacked) {
      System.load(file.toString());
    }
    Path library = unpacked.get(unpacked.size() - 1);
    System.setProperty(OPENED + files.id(), library.toString());
    return library;
  }
}
