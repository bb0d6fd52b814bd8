package ruru.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The folders that some images share: the deepest one that holds all, or, if that is a file system's root, the user's
 * home or a folder above it, the deepest one for each of its subfolders, and so on. A folder with images of its own
 * counts in any case.
 */
public final class CommonFolders {
  private CommonFolders() {}

  /**
   * The real folders that files share. Where the first file of a folder is a link, that folder's links count where they
   * lead; looking at every file would take a fortieth of the time of decoding small images.
   */
  public static List<Path> ofFiles(Collection<Path> files) {
    Set<Path> real = new HashSet<>();
    Map<Path, Boolean> ofLinks = new HashMap<>();
    for (Path file : files) {
      Path absolute = file.toAbsolutePath();
      Path folder = absolute.getParent();
      if (folder == null || absolute.endsWith("..")) {
        real.add(RealPath.of(absolute));
        continue;
      }
      Boolean links = ofLinks.get(folder);
      if (links == null) {
        links = Files.isSymbolicLink(absolute);
        ofLinks.put(folder, links);
        real.add(RealPath.of(folder));
      }
      if (links) {
        real.add(Objects.requireNonNullElse(RealPath.of(absolute).getParent(), folder));
      }
    }
    return of(real, home());
  }

  private static Path home() {
    try {
      return Path.of(System.getProperty("user.home", "")).toRealPath();
    } catch (IOException | InvalidPathException e) {
      return Path.of("").toAbsolutePath();
    }
  }

  /** @param folders absolute */
  static List<Path> of(Set<Path> folders, Path home) {
    Map<Path, List<Path>> byRoot = new TreeMap<>();
    folders.stream().sorted().forEach(f -> byRoot.computeIfAbsent(f.getRoot(), r -> new ArrayList<>()).add(f));
    List<Path> shared = new ArrayList<>();
    byRoot.values().forEach(group -> collect(group, home, shared));
    return shared;
  }

  private static void collect(List<Path> folders, Path home, List<Path> shared) {
    Path common = folders.get(0);
    for (Path folder : folders) {
      while (!folder.startsWith(common)) {
        common = Objects.requireNonNull(common.getParent(), "they have one root");
      }
    }
    if (common.getParent() != null && !home.startsWith(common) || folders.contains(common)) {
      shared.add(common);
      return;
    }
    int depth = common.getNameCount();
    Map<Path, List<Path>> below = new TreeMap<>();
    folders.forEach(f -> below.computeIfAbsent(f.getName(depth), n -> new ArrayList<>()).add(f));
    below.values().forEach(group -> collect(group, home, shared));
  }
}
