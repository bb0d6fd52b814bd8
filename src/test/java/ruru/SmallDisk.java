package ruru;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A disk of a given size, to be filled; a test is skipped where none may be mounted. */
public final class SmallDisk implements AutoCloseable {
  private static final int LONGEST_SECONDS = 20;

  private final Path folder;

  /**
   * @param folder to be made, where the disk is mounted
   * @param size   as mount takes it, such as 16k
   */
  public SmallDisk(Path folder, String size) throws IOException {
    this.folder = Files.createDirectory(folder);
    Assumptions.assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=" + size, "none", folder.toString()),
        "skipped: no file system may be mounted here");
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    Assertions.assertTrue(done("umount", folder.toString()), "umount");
  }

  private static boolean done(String... command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      // There is no such command here.
      return false;
    }
    try {
      return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while it waited for " + command[0], e);
    }
  }
}
