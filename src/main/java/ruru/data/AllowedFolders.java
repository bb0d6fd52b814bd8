package ruru.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;

/**
 * Folders in which image files may lie, with all that is below them. What counts is where a file really is, and where
 * the folder really is. A file on another drive or network share is refused without looking for it.
 *
 * <p>A folder below that was found to be inside is not looked at again, so an object serves the files of one data set.
 * The file itself is looked at whenever it is opened. Thread-safe.
 */
public final class AllowedFolders implements FileAccess {
  private static final int MOST_SHOWN = 3;
  private static final Path ABOVE = Path.of("..");

  private final List<Path> folders;
  private final List<Path> opened;
  private final List<Path> real;
  private final Set<Path> roots = new HashSet<>();
  private final Set<Path> inside = ConcurrentHashMap.newKeySet();

  /**
   * @param folders may be links; those that do not exist hold nothing
   * @param opened  further folders, absolute, in which links to elsewhere are followed as well
   */
  public AllowedFolders(List<Path> folders, List<Path> opened) {
    this.folders = folders;
    this.opened = opened;
    real = folders.stream().map(RealPath::of).toList();
    folders.forEach(f -> roots.add(f.toAbsolutePath().getRoot()));
    real.forEach(f -> roots.add(f.getRoot()));
  }

  /** Whether a file lies inside or, if there is no such file, would do so. */
  public boolean contain(Path file) {
    return mayContain(file) && (isOpened(file) || !Files.isSymbolicLink(file) || within(file.toAbsolutePath()) != null);
  }

  /** As {@link #contain}, but for a file that is a link itself, at which only {@link #read} looks: that is quicker. */
  public boolean mayContain(Path file) {
    Path absolute = file.toAbsolutePath();
    return isOpened(file) || isDirectlyInside(absolute) || within(absolute) != null;
  }

  /**
   * The bytes of a file that is inside now.
   *
   * @throws OutsideException if it is not
   * @throws IOException      if it cannot be read
   */
  @Override
  public byte[] read(Path file) throws IOException {
    if (isOpened(file)) {
      return ANYWHERE.read(file);
    }
    Path absolute = file.toAbsolutePath();
    if (isDirectlyInside(absolute)) {
      try {
        return withoutLink(absolute);
      } catch (IOException e) {
        if (!Files.isSymbolicLink(absolute)) {
          throw e;
        }
      }
    }
    Path found = within(absolute);
    if (found == null) {
      throw new OutsideException("it is not in " + this);
    }
    return withoutLink(found);
  }

  /** A link that came after the look is not followed. */
  private static byte[] withoutLink(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = new byte[in.available()];
      int count = in.readNBytes(bytes, 0, bytes.length);
      return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }
  }

  private boolean isOpened(Path file) {
    if (opened.isEmpty()) {
      return false;
    }
    Path absolute = file.toAbsolutePath();
    return opened.stream().anyMatch(absolute::startsWith) && absolute.equals(absolute.normalize());
  }

  /** Whether a file is inside unless it is a link. */
  private boolean isDirectlyInside(Path absolute) {
    Path name = absolute.getFileName();
    Path folder = absolute.getParent();
    return name != null && folder != null && !name.equals(ABOVE) && isInside(folder);
  }

  /** The real path of a file; null if it is outside. */
  private @Nullable Path within(Path absolute) {
    if (!roots.contains(absolute.getRoot())) {
      return null;
    }
    Path found = RealPath.of(absolute);
    return isBelow(found) ? found : null;
  }

  private boolean isInside(Path folder) {
    if (inside.contains(folder)) {
      return true;
    }
    boolean found = roots.contains(folder.getRoot()) && Files.isDirectory(folder) && isBelow(RealPath.of(folder));
    if (found) {
      inside.add(folder);
    }
    return found;
  }

  private boolean isBelow(Path found) {
    if (real.stream().anyMatch(found::startsWith)) {
      return true;
    }
    // Where A and a are one folder, a real path may be spelt either way.
    for (Path above = found; above != null; above = above.getParent()) {
      Path one = above;
      if (real.stream().anyMatch(folder -> isSame(one, folder))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /** For messages: "the folder /images". */
  @Override
  public String toString() {
    if (folders.isEmpty()) {
      return "a folder of images that was opened";
    }
    String shown = folders.stream().limit(MOST_SHOWN).map(f -> Excerpt.of(f.toAbsolutePath().normalize().toString()))
        .collect(Collectors.joining(", "));
    return folders.size() == 1 ? "the folder " + shown : "one of the folders " + shown
        + (folders.size() > MOST_SHOWN ? " and " + (folders.size() - MOST_SHOWN) + " more" : "");
  }
}
