package ruru.blas;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions of a BLAS library other than BLAS itself: its version and its number of threads. Called through JNA, since
 * the stub of dev.ludovic.netlib has only BLAS.
 *
 * <p>Nothing else refers to JNA's classes.
 */
final class LibraryFunctions {
  /** For dlopen: bind lazily, keep symbols local, and never unload what has threads. */
  private static final int LINUX_LAZY_NODELETE = 0x1001;
  private static final int MAC_LAZY_LOCAL_NODELETE = 0x85;
  /** Where JNA looks for libraries requested by others. It would otherwise run ldconfig, for 50 ms or more. */
  private static final String USUAL_FOLDERS = "/usr/lib/x86_64-linux-gnu:/lib/x86_64-linux-gnu:"
      + "/usr/lib/aarch64-linux-gnu:/lib/aarch64-linux-gnu:/usr/lib64:/lib64:/usr/lib:/lib";
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  private final NativeLibrary library;

  private LibraryFunctions(NativeLibrary library) {
    this.library = library;
  }

  /**
   * @param name   a file, or a name that the system's loader looks up
   * @param folder where JNA unpacks its own library; nothing is left there
   */
  static LibraryFunctions of(String name, Path folder) throws Exception {
    Map<String, String> settings = new HashMap<>(Map.of("jna.tmpdir", folder.toString()));
    Map<String, Object> options = new HashMap<>();
    if (Platform.isLinux()) {
      options.put(Library.OPTION_OPEN_FLAGS, LINUX_LAZY_NODELETE);
      settings.put("jna.platform.library.path", System.getProperty("jna.platform.library.path", USUAL_FOLDERS));
    } else if (Platform.isMac()) {
      options.put(Library.OPTION_OPEN_FLAGS, MAC_LAZY_LOCAL_NODELETE);
    }
    return LentProperties.during(settings, () -> opened(name, options));
  }

  private static LibraryFunctions opened(String name, Map<String, Object> options) {
    try {
      return new LibraryFunctions(NativeLibrary.getInstance(name, options));
    } catch (Error e) {
      // JNA throws nothing more specific if it is made to load its own library in another version.
      if (e.getClass() == Error.class) {
        throw new LinkageError(e.getMessage(), e);
      }
      throw e;
    }
  }

  /** Name and version from openblas_get_config, "OpenBLAS 0.3.31 DYNAMIC_ARCH ...". */
  static String openBlas(String config) {
    return config.replaceAll("^(OpenBLAS [^ ]+).*", "$1");
  }

  /** The result of a function without arguments; empty if the library has no such function. */
  Optional<String> text(String function) {
    return find(function).map(f -> f.invokeString(new Object[0], false));
  }

  Optional<Integer> number(String function) {
    return find(function).map(f -> f.invokeInt(new Object[0]));
  }

  /** Calls a function with one number. */
  void call(String function, int argument) {
    library.getFunction(function).invokeVoid(new Object[] {argument});
  }

  /** The file that contains a function, where the system tells (Linux). */
  Optional<Path> fileOf(String function) throws IOException {
    if (find(function).isEmpty() || !Files.isReadable(MAPPINGS)) {
      return Optional.empty();
    }
    long address = Pointer.nativeValue(library.getFunction(function));
    List<String> mappings = Files.readAllLines(MAPPINGS);
    for (String mapping : mappings) {
      // from-to permissions offset device inode file
      String[] parts = mapping.split(" +", 6);
      String[] range = parts[0].split("-");
      if (parts.length == 6 && Long.parseUnsignedLong(range[0], 16) <= address
          && address < Long.parseUnsignedLong(range[1], 16)) {
        return Optional.of(Path.of(parts[5]));
      }
    }
    return Optional.empty();
  }

  private Optional<Function> find(String function) {
    try {
      return Optional.of(library.getFunction(function));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }
}
