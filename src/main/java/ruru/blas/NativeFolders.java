package ruru.blas;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Folders in which native code may be unpacked. Whoever can write there controls what this process runs, so each must
 * belong to the user alone.
 */
final class NativeFolders {
  /** The system property that names a folder; a subfolder of it is tried before the usual ones. */
  static final String PROPERTY = "ruru.cache";

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  /** Longer than any load; the files of one in progress must not be deleted. */
  private static final Duration LEFT_OVER = Duration.ofHours(1);

  private NativeFolders() {}

  /** Best first: the requested one, the user's cache, the folder for temporary files. They may not exist yet. */
  static List<Path> candidates() {
    return candidates(System::getProperty, System::getenv);
  }

  static List<Path> candidates(UnaryOperator<String> property, UnaryOperator<String> environment) {
    String system = property.apply("os.name").toLowerCase(Locale.ROOT);
    Set<Path> folders = new LinkedHashSet<>();
    String wanted = property.apply(PROPERTY);
    if (wanted != null && !wanted.isBlank()) {
      folders.add(Path.of(wanted, "ruru").toAbsolutePath());
    }
    String home = property.apply("user.home");
    if (system.startsWith("windows")) {
      add(folders, environment.apply("LOCALAPPDATA"), "Ruru");
      add(folders, home, "AppData", "Local", "Ruru");
    } else if (system.startsWith("mac")) {
      add(folders, home, "Library", "Caches", "ruru");
    } else {
      add(folders, environment.apply("XDG_CACHE_HOME"), "ruru");
      add(folders, home, ".cache", "ruru");
    }
    String user = String.valueOf(property.apply("user.name")).replaceAll("[^A-Za-z0-9._-]", "_");
    add(folders, property.apply("java.io.tmpdir"), "ruru-" + user);
    return List.copyOf(folders);
  }

  /** Leaves out what is not a folder: Java's "?" for a missing home, and empty variables. */
  private static void add(Set<Path> folders, String base, String... below) {
    try {
      if (base != null && Path.of(base).isAbsolute()) {
        folders.add(Path.of(base, below));
      }
    } catch (InvalidPathException e) {
      // A name that cannot be written in this locale is not usable.
    }
  }

  /**
   * Creates the folder if necessary, and removes what was left in it by processes killed while loading.
   *
   * @return its real path, without links that someone could redirect
   * @throws IOException if it cannot be written or others can
   */
  static Path prepare(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, forOwner(folder, "rwx------"));
    }
    Path real = folder.toRealPath();
    Path own = Files.createTempFile(real, "probe", ".tmp");
    try {
      PosixFileAttributeView view = Files.getFileAttributeView(real, PosixFileAttributeView.class);
      if (view != null && !view.readAttributes().owner().equals(Files.getOwner(own))) {
        throw new FileSystemException(real.toString(), null, "it belongs to " + view.readAttributes().owner());
      }
      if (view != null && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains)) {
        throw new FileSystemException(real.toString(), null, "others may write to it");
      }
    } finally {
      Files.delete(own);
    }
    sweep(real, "{probe*.tmp,trial-*.tmp,jna*.tmp,libnetlibblasjni*}");
    return real;
  }

  /** Deletes old files by a pattern; those that cannot be deleted are in use (on Windows) or gone. */
  static void sweep(Path folder, String pattern) throws IOException {
    Instant old = Instant.now().minus(LEFT_OVER);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        try {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
            Files.deleteIfExists(file);
          }
        } catch (FileSystemException e) {
          // Another process was faster, or still uses it; the next start tries again.
        }
      }
    }
  }

  private static FileAttribute<?>[] forOwner(Path folder, String permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }
}
