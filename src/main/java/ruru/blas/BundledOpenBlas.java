package ruru.blas;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * OpenBLAS out of the jar org.bytedeco:openblas. JavaCPP unpacks and loads the library of this platform; the products
 * are then called through dev.ludovic.netlib's stub, which takes Java arrays with offsets and copies nothing (JavaCPP's
 * own functions copy whole arrays at each call).
 *
 * <p>Nothing else refers to JavaCPP's classes, so that a class path without them costs only this provider.
 */
final class BundledOpenBlas {
  private BundledOpenBlas() {}

  static Blas load() throws ReflectiveOperationException, IOException {
    Path stub = Path.of(Loader.load(openblas_nolapack.class));
    // The engine cuts the work itself: a second set of threads below it would only fight with its own.
    openblas_nolapack.blas_set_num_threads(1);
    Path library = library(stub);
    return new NetlibBlas(name(library), NetlibLoader.nativeFrom(library.toString()));
  }

  /**
   * The file that JavaCPP loaded. Its list names other files too, and leaves OpenBLAS out when another class loader of
   * this JVM had loaded the same file before; then the file stands beside JavaCPP's own stub.
   */
  private static Path library(Path stub) throws IOException {
    Map<String, String> loaded = Loader.getLoadedLibraries();
    Optional<Path> listed = loaded.entrySet().stream()
        .filter(library -> library.getKey().matches("(lib)?openblas.*"))
        .map(library -> Path.of(library.getValue()))
        .findFirst();
    if (listed.isPresent()) {
      return listed.get();
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(stub.getParent(), "libopenblas_nolapack*")) {
      for (Path file : files) {
        return file;
      }
    }
    throw new IllegalStateException("JavaCPP loaded no OpenBLAS, only " + loaded.keySet());
  }

  /** JavaCPP may take a library of the system, when told to or when another class loader has the bundled one. */
  private static String name(Path library) throws IOException {
    Path file = library.toRealPath();
    if (!file.startsWith(Loader.getCacheDir().toPath().toRealPath())) {
      return "OpenBLAS (" + file + ")";
    }
    // The cache names its folder after the jar; what says the version inside the jar may be cut out of a package.
    Matcher version = Pattern.compile("openblas-([0-9.]+)").matcher(file.toString());
    return "OpenBLAS " + (version.find() ? version.group(1) + " " : "") + "(bundled)";
  }
}
