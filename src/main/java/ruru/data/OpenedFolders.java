package ruru.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folders whose images a user opened since Java was started. Rows may name these images, in whatever data set: no
 * data set can open a folder, only who runs the program.
 */
public final class OpenedFolders {
  private static final Set<Path> OPENED = ConcurrentHashMap.newKeySet();

  private OpenedFolders() {}

  public static void add(Path folder) {
    OPENED.add(folder.toAbsolutePath().normalize());
  }

  /** All of them, absolute. */
  public static List<Path> all() {
    return List.copyOf(OPENED);
  }
}
