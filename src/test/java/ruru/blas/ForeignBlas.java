package ruru.blas;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An OpenBLAS of the system, as Debian's package libopenblas0-pthread brings it. */
final class ForeignBlas {
  private ForeignBlas() {}

  /** The folder of libblas.so.3 and libopenblas.so.0: in LD_LIBRARY_PATH, or installed. */
  static Optional<Path> folder() {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("LD_LIBRARY_PATH", "").split(File.pathSeparator)) {
      folders.add(Path.of(folder));
    }
    for (String triple : List.of("x86_64-linux-gnu", "aarch64-linux-gnu")) {
      folders.add(Path.of("/usr/lib", triple, "openblas-pthread"));
    }
    return folders.stream().filter(f -> f.isAbsolute() && Files.exists(f.resolve("libblas.so.3"))
        && Files.exists(f.resolve("libopenblas.so.0"))).findFirst();
  }
}
