package ruru.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the bytes of image files are had; some files may be refused. */
@FunctionalInterface
public interface FileAccess {
  /** Any file that the user may read. */
  FileAccess ANYWHERE = Files::readAllBytes;

  /** @throws IOException if the file cannot or may not be read */
  byte[] read(Path file) throws IOException;
}
