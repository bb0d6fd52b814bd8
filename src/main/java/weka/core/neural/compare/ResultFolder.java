package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a comparison's files. They are written to a temporary subfolder; when all are complete they replace
 * those of the previous comparison, each atomically, the report last. A comparison that ends early leaves the old
 * files.
 */
final class ResultFolder implements AutoCloseable {

  private final Path folder;
  private final Path unfinished;
  private final Thread atExit = new Thread(this::deleteUnfinished);

  /** Creates the folder if it does not exist. */
  ResultFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    unfinished = Files.createTempDirectory(folder, "unfinished-");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Where files are written at first. */
  Path unfinished() {
    return unfinished;
  }

  /** Where a file will finally be. */
  Path published(Path file) {
    return folder.resolve(unfinished.relativize(file));
  }

  /**
   * Moves the files into place.
   *
   * @param names all files that a comparison may write, in order; those not written are deleted
   */
  void publish(List<String> names) throws IOException {
    for (String name : names) {
      Path made = unfinished.resolve(name);
      if (Files.exists(made)) {
        Files.move(made, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  @Override
  public void close() {
    deleteUnfinished();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // Java is shutting down, and the hook deletes as well.
    }
  }

  /** What cannot be deleted stays; the files do no harm. */
  private void deleteUnfinished() {
    try (Stream<Path> files = Files.walk(unfinished)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // See above.
    }
  }
}
