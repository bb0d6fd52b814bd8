package ruru.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ruru.nn.text.Excerpt;

/**
 * A folder with one subfolder for each class: its images, found at any depth. Classes and files are sorted by name, so
 * that the order is the same on every machine. A file is an image by its first bytes, not its name. Other files are
 * skipped, as is everything whose name begins with a dot. A subfolder without images is a class without rows.
 *
 * @param root       the folder
 * @param classes    the names of the subfolders
 * @param files      the images, relative to the folder, with / between the parts: ants/0013035.jpg
 * @param labels     the class of each file
 * @param passedOver the other files, folders and links, but for those whose names begin with a dot
 */
public record ImageFolder(Path root, List<String> classes, List<String> files, int[] labels,
    List<PassedOver> passedOver) {
  /** The usual extensions of image files, in lower case. */
  public static final List<String> ENDINGS =
      List.of(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".tif", ".tiff", ".wbmp");
  /** The most names of skipped files listed for each reason. */
  private static final int MOST_NAMES = 20;

  /** @throws IOException if there is no folder, no subfolder or no image, or a class name cannot be represented */
  public static ImageFolder list(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException("image folder " + root + ": there is no such folder");
    }
    List<PassedOver> passedOver = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    List<String> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (Path entry : entries(root)) {
      String name = entry.getFileName().toString();
      if (Files.isDirectory(entry)) {
        if (!ImageWalk.hasWritableName(entry)) {
          throw new IOException("image folder " + root + ": its subfolder '" + Excerpt.of(name) + "' has "
              + ImageWalk.UNWRITABLE_NAME);
        }
        List<String> images = ImageWalk.images(root, entry, passedOver);
        if (images != null) {
          files.addAll(images);
          labels.addAll(Collections.nCopies(images.size(), classes.size()));
          classes.add(name);
        }
      } else if (!Files.exists(entry)) {
        passedOver.add(new PassedOver(name, ImageWalk.NOWHERE));
      } else if (isImage(entry)) {
        passedOver.add(new PassedOver(name, "in no class's subfolder"));
      }
    }
    passedOver.sort(Comparator.comparing(PassedOver::name));
    ImageFolder found = new ImageFolder(root, classes, files, labels.stream().mapToInt(c -> c).toArray(), passedOver);
    found.requireImages();
    return found;
  }

  /** The contents of a folder except names that begin with a dot, sorted by name. */
  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(e -> !e.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new IOException("image folder " + folder + ": " + Reason.of(e), e);
    }
  }

  /** Whether a file can be read and is an image. */
  public static boolean isImage(Path file) {
    try {
      return Files.isRegularFile(file) && ImageContent.isImage(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a subfolder directly contains an image. */
  public static boolean hasSubfolderOfImages(Path folder) throws IOException {
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry) && Files.isReadable(entry)
          && entries(entry).stream().anyMatch(ImageFolder::isImage)) {
        return true;
      }
    }
    return false;
  }

  private void requireImages() throws IOException {
    if (classes.isEmpty()) {
      throw new IOException("image folder " + root + ": it has no subfolders; put the images of each class into a "
          + "subfolder named after the class");
    }
    if (files.isEmpty()) {
      throw new IOException("image folder " + root + ": its subfolders (" + String.join(", ", classes)
          + ") contain no image that Java can read (" + ImageContent.KINDS + ")"
          + (passedOver.isEmpty() ? "" : "; " + String.join("; ", passedOverByReason())));
    }
  }

  /**
   * Notes for the user: how many files were skipped, which and why, which are elsewhere, and which classes have no
   * image.
   */
  public List<String> notes() {
    List<String> notes = passedOverByReason();
    AllowedFolders own = new AllowedFolders(List.of(root), List.of());
    List<String> outside = files.stream().filter(f -> !own.contain(root.resolve(f))).toList();
    if (!outside.isEmpty()) {
      notes.add(outside.size() + " reached by links that lead out of the folder: " + enumerated(outside));
    }
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      if (Arrays.stream(labels).noneMatch(l -> l == label)) {
        notes.add("the class '" + Excerpt.of(classes.get(c)) + "' has no images, and so no rows");
      }
    }
    return notes;
  }

  private List<String> passedOverByReason() {
    Map<String, List<String>> names = new TreeMap<>();
    passedOver.forEach(p -> names.computeIfAbsent(p.reason(), r -> new ArrayList<>()).add(p.name()));
    List<String> notes = new ArrayList<>();
    names.forEach((reason, files) -> notes.add(files.size() + " skipped, " + reason + ": "
        + enumerated(files)));
    return notes;
  }

  private static String enumerated(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
        + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
  }

  /** Where the files are. */
  public List<Path> paths() {
    return files.stream().map(root::resolve).toList();
  }
}
