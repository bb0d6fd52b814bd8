package ruru.data.masks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.data.ImageFolder;
import ruru.data.Reason;

/**
 * A folder of images with their masks: in the subfolders images and masks, with names that are equal up to their
 * endings, or side by side as NAME.png and NAME_mask.png. Sorted by name. Names that begin with a dot are skipped.
 *
 * @param root  the folder
 * @param pairs the images
 * @param notes what was skipped and why, for the user
 */
public record MaskFolder(Path root, List<Pair> pairs, List<String> notes) {
  /** The subfolder of the images. */
  public static final String IMAGES = "images";
  /** The subfolder of the masks. */
  public static final String MASKS = "masks";
  private static final String SUFFIX = "_mask";
  /** The most names listed in a note. */
  private static final int MOST_NAMES = 20;

  /**
   * An image.
   *
   * @param image relative to the folder, with / between the parts
   * @param mask  likewise; null if there is none, so that it is to be predicted
   */
  public record Pair(String image, @Nullable String mask) {}

  /** @throws IOException if there is no folder or no image, or two images share a name */
  public static MaskFolder list(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException("image folder " + root + ": there is no such folder");
    }
    List<String> notes = new ArrayList<>();
    boolean subfolders = Files.isDirectory(root.resolve(IMAGES));
    Map<String, String> images = subfolders ? files(root, IMAGES, notes) : new TreeMap<>();
    Map<String, String> masks = subfolders && Files.isDirectory(root.resolve(MASKS)) ? files(root, MASKS, notes)
        : new TreeMap<>();
    if (!subfolders) {
      files(root, "", notes).forEach((name, file) -> {
        boolean mask = name.endsWith(SUFFIX) && name.length() > SUFFIX.length();
        (mask ? masks : images).put(mask ? name.substring(0, name.length() - SUFFIX.length()) : name, file);
      });
    }
    if (images.isEmpty()) {
      throw new IOException("image folder " + root + ": there are no images in " + (subfolders ? "its subfolder "
          + IMAGES : "it") + "; expected the subfolders " + IMAGES + " and " + MASKS + " with files of equal names, or "
          + "files NAME.png and NAME" + SUFFIX + ".png side by side");
    }
    List<Pair> pairs = new ArrayList<>();
    images.forEach((name, file) -> pairs.add(new Pair(file, masks.remove(name))));
    if (!masks.isEmpty()) {
      notes.add(masks.size() + " skipped, masks without an image: " + enumerated(List.copyOf(masks.values())));
    }
    return new MaskFolder(root, pairs, notes);
  }

  /** The images of a subfolder by their names without endings. */
  private static Map<String, String> files(Path root, String subfolder, List<String> notes) throws IOException {
    Path folder = root.resolve(subfolder);
    String prefix = subfolder.isEmpty() ? "" : subfolder + "/";
    List<String> others = new ArrayList<>();
    Map<String, String> result = new TreeMap<>();
    for (Path entry : entries(folder)) {
      String file = entry.getFileName().toString();
      if (Files.isDirectory(entry)) {
        continue;
      } else if (!ImageFolder.isImage(entry)) {
        others.add(prefix + file);
        continue;
      }
      String earlier = result.put(base(file), prefix + file);
      if (earlier != null) {
        throw new IOException("image folder " + root + ": " + earlier + " and " + prefix + file + " have the same name "
            + "but for the ending, so it is not clear which belongs to which mask; rename or remove one of them");
      }
    }
    if (!others.isEmpty()) {
      notes.add(others.size() + " skipped, not an image that Java can read: " + enumerated(others));
    }
    return result;
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(e -> !e.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new IOException("image folder " + folder + ": " + Reason.of(e), e);
    }
  }

  private static String base(String file) {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private static String enumerated(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
        + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
  }

  /** The folder that a file stands for: the one that contains it, or the one above that holds images and masks. */
  public static @Nullable Path rootOf(Path file) {
    Path folder = file.getParent();
    Path above = folder == null ? null : folder.getParent();
    if (folder == null || above == null || folder.getFileName() == null) {
      return folder;
    }
    String name = folder.getFileName().toString();
    return (name.equals(IMAGES) || name.equals(MASKS)) && Files.isDirectory(above.resolve(IMAGES))
        && Files.isDirectory(above.resolve(MASKS)) ? above : folder;
  }
}
