package ruru.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder with one subfolder for each class: its images, found at any depth. Classes and files are sorted by name, so
 * that the order is the same on every machine. Files that are no images by their names' ending, files that lie in no
 * subfolder, and whatever begins with a dot is passed over. A subfolder without images is a class without rows.
 *
 * @param root    the folder
 * @param classes the names of the subfolders
 * @param files   the images, relative to the folder, with / between the parts: ants/0013035.jpg
 * @param labels  the class of each file
 */
public record ImageFolder(Path root, List<String> classes, List<String> files, int[] labels) {
  /** The endings of images' names, in lower case. */
  public static final List<String> ENDINGS =
      List.of(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".wbmp");

  /** @throws IOException if there is no folder, no subfolder or no image */
  public static ImageFolder list(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException("image folder " + root + ": there is no such folder");
    }
    List<String> classes = classes(root);
    if (classes.isEmpty()) {
      throw new IOException("image folder " + root + ": it has no subfolders; put the images of each class into a "
          + "subfolder with the name of the class");
    }
    List<String> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      List<String> own = images(root, classes.get(c));
      files.addAll(own);
      for (int i = 0; i < own.size(); i++) {
        labels.add(c);
      }
    }
    if (files.isEmpty()) {
      throw new IOException("image folder " + root + ": its subfolders (" + String.join(", ", classes)
          + ") hold no image; known endings are " + String.join(", ", ENDINGS));
    }
    return new ImageFolder(root, classes, files, labels.stream().mapToInt(c -> c).toArray());
  }

  private static List<String> classes(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.filter(Files::isDirectory).map(p -> p.getFileName().toString()).filter(n -> !n.startsWith("."))
          .sorted().toList();
    }
  }

  private static List<String> images(Path root, String folder) throws IOException {
    try (Stream<Path> found = Files.walk(root.resolve(folder), FileVisitOption.FOLLOW_LINKS)) {
      return found.filter(Files::isRegularFile).map(root::relativize).filter(ImageFolder::isShown)
          .map(p -> p.toString().replace(p.getFileSystem().getSeparator(), "/"))
          .filter(n -> ENDINGS.stream().anyMatch(n.toLowerCase(Locale.ROOT)::endsWith)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isShown(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /** Where the files are. */
  public List<Path> paths() {
    return files.stream().map(root::resolve).toList();
  }
}
