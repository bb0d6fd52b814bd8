package ruru.blas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for {@link Files} in dev.ludovic.netlib's stub, which {@link NetlibStubLoader} makes call this class. By
 * itself the stub unpacks its library among the temporary files, where it remains when the JVM is killed (on Windows
 * always), and where some systems forbid execution.
 *
 * <p>Public only for the stub, which is in another package.
 */
public final class StubFiles {
  private static @Nullable Path folder;
  private static @Nullable Path unpacked;

  private StubFiles() {}

  /** Loads a stub that unpacks into the folder, and removes what it unpacked. */
  static synchronized <T> T in(Path cache, Callable<T> load) throws Exception {
    folder = cache;
    unpacked = null;
    try {
      return load.call();
    } finally {
      if (unpacked != null) {
        delete(unpacked);
      }
      folder = null;
    }
  }

  /** As {@link Files#createTempFile(String, String, FileAttribute[])}, in the folder given before. */
  public static synchronized Path createTempFile(String prefix, String suffix, FileAttribute<?>... attributes)
      throws IOException {
    unpacked = Files.createTempFile(folder, prefix, suffix, attributes);
    return unpacked;
  }

  /** As {@link Files#copy(InputStream, Path, CopyOption...)}. */
  public static long copy(InputStream in, Path target, CopyOption... options) throws IOException {
    return Files.copy(in, target, options);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      // Windows keeps the file of a loaded library; NativeFolders deletes it at a later start.
      file.toFile().deleteOnExit();
    }
  }
}
