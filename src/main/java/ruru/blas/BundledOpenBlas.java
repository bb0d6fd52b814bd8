package ruru.blas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
    Loader.load(openblas_nolapack.class);
    // The engine cuts the work itself: a second set of threads below it would only fight with its own.
    openblas_nolapack.blas_set_num_threads(1);
    String path = libraryPath();
    return new NetlibBlas(name(path), NetlibLoader.nativeFrom(path));
  }

  /** The file that JavaCPP loaded: its list also names the stub of JavaCPP itself and what OpenBLAS needs. */
  private static String libraryPath() {
    Map<String, String> loaded = Loader.getLoadedLibraries();
    return loaded.entrySet().stream()
        .filter(library -> library.getKey().matches("(lib)?openblas.*"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JavaCPP loaded no OpenBLAS, only " + loaded.keySet()));
  }

  /** JavaCPP may take a library of the system instead, when told to or when another class loader has the bundled one. */
  private static String name(String path) throws IOException {
    Path file = Path.of(path).toRealPath();
    if (!file.startsWith(Loader.getCacheDir().toPath().toRealPath())) {
      return "OpenBLAS (" + file + ")";
    }
    String version = Loader.getVersion("org.bytedeco", "openblas", openblas_nolapack.class);
    return "OpenBLAS " + version.split("-")[0] + " (bundled)";
  }
}
