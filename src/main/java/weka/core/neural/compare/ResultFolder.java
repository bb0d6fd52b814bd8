package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a comparison's files. While it runs they are made in a folder inside; when all are there they take the
 * place of those of the comparison before, each in one step, the report last. A comparison that ends before leaves
 * what was there.
 */
final class ResultFolder implements AutoCloseable {

  private final Path folder;
  private final Path unfinished;
  private final Thread atExit = new Thread(this::deleteUnfinished);

  /** Makes the folder if it is not there. */
  ResultFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    unfinished = Files.createTempDirectory(folder, "unfinished-");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Where files are made. */
  Path unfinished() {
    return unfinished;
  }

  /** Where a file will be. */
  Path published(Path file) {
    return folder.resolve(unfinished.relativize(file));
  }

  /**
   * Puts the files into their place.
   *
   * @param names all files that a comparison may leave, in their order; one that was not made is deleted
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
      // Java is ending, and the hook deletes as well.
    }
  }

  /** What cannot be deleted stays: the files are in nobody's way. */
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
