package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import ruru.data.Reason;

/** A file of the comparison cannot be written: there is no sense in going on with what would then be lost. */
final class NotWritten extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param file what was to be written
   * @param bytes how many of them
   */
  NotWritten(Path file, long bytes, IOException cause) {
    super(String.format(Locale.ROOT, "cannot write %,d bytes to %s: %s%s; make room there, or name another folder with "
        + "-o", bytes, file, Reason.of(cause), free(file)), cause);
  }

  private static String free(Path file) {
    try {
      long free = Files.getFileStore(file.toAbsolutePath().resolveSibling("")).getUsableSpace();
      return String.format(Locale.ROOT, " (%,d bytes are free)", free);
    } catch (IOException e) {
      return "";
    }
  }
}
