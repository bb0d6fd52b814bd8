package ruru.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a file really is, after "..", links and what else a file system lets names do. */
final class RealPath {
  /** As many links as Linux follows. */
  private static final int MOST_LINKS = 40;

  private RealPath() {}

  /**
   * The real path of a file or, if there is no such file, where it would be: the real path of the part that exists,
   * with a link that leads nowhere followed all the same, and the rest.
   */
  static Path of(Path file) {
    Path wanted = file.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      Path start = wanted;
      Path real = existing(start);
      while (real == null && !Files.isSymbolicLink(start)) {
        start = start.getParent();
        if (start == null) {
          return wanted.normalize();
        }
        real = existing(start);
      }
      Path rest = start.getNameCount() == wanted.getNameCount() ? Path.of("")
          : wanted.subpath(start.getNameCount(), wanted.getNameCount());
      if (real != null) {
        return real.resolve(rest).normalize();
      }
      try {
        wanted = start.resolveSibling(Files.readSymbolicLink(start)).resolve(rest);
      } catch (IOException e) {
        return wanted.normalize();
      }
    }
    return wanted.normalize();
  }

  private static @Nullable Path existing(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return null;
    }
  }
}
