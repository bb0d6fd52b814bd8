package weka.core.neural.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ruru.data.ImageFolder;

/** What loaders of folders share: which folder is meant, and how it is named. */
public final class FolderSource {
  private FolderSource() {}

  /**
   * A file as it was chosen: Weka's file dialog appends the extension of the chosen type where it differs, if only in
   * case.
   *
   * @throws IOException if there is none
   */
  public static Path existing(Path file) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    for (String ending : ImageFolder.ENDINGS) {
      Path shorter = name.length() > ending.length() && name.endsWith(ending)
          ? file.resolveSibling(name.substring(0, name.length() - ending.length())) : file;
      if (Files.isRegularFile(shorter)) {
        return shorter;
      }
    }
    throw new IOException("image folder " + file + ": there is no such folder or file");
  }

  /** The name of a folder's data set. */
  public static String name(Path folder) {
    int parts = folder.getNameCount();
    return parts == 0 ? "images" : folder.subpath(Math.max(0, parts - 2), parts).toString().replaceAll("[/\\\\]", "-");
  }

  /** The prefix of file names with which they can be found from anywhere, or from where Weka was started. */
  public static String prefix(Path folder, boolean relative) {
    Path here = Path.of("").toAbsolutePath();
    Path root = relative && folder.startsWith(here) ? here.relativize(folder) : folder;
    String text = root.toString().replace(root.getFileSystem().getSeparator(), "/");
    return text.isEmpty() || text.endsWith("/") ? text : text + "/";
  }
}
