package weka.core.neural.encoding;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.data.AllowedFolders;
import ruru.data.CommonFolders;
import ruru.data.FileAccess;
import ruru.data.NetworkShare;
import ruru.data.OpenedFolders;
import ruru.data.OutsideException;
import ruru.nn.Cancellation;
import ruru.nn.text.Excerpt;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;

/**
 * Where the images may lie that rows name, so that data of a stranger cannot have any file of the machine read: in the
 * folder that is set; with "auto" in the folders of the images trained on, and, if names were relative, in the folder
 * that Weka was started in. Part of the model.
 */
final class ImageReach implements Serializable {
  private static final long serialVersionUID = 1;

  private final boolean anywhere;
  private final boolean relative;
  private final ArrayList<String> folders = new ArrayList<>();

  private ImageReach(boolean anywhere, boolean relative) {
    this.anywhere = anywhere;
    this.relative = relative;
  }

  /**
   * Learns where the images of the training rows lie, after checking that they may lie there.
   *
   * <p>With "auto", rows that name nothing but full paths say where they lie, as those of a loader. Where some names
   * are relative, the data set has a place, and a full path leads out of it.
   *
   * @throws IllegalArgumentException if a row names a file elsewhere
   * @throws InterruptedException     if the thread was interrupted
   */
  static ImageReach learn(Instances data, ImageAttribute attribute, ImageSettings settings)
      throws InterruptedException {
    List<Path> full = new ArrayList<>();
    for (int r = 0; r < data.numInstances(); r++) {
      Path name = attribute.path(data.instance(r), r);
      if (name.getRoot() != null) {
        full.add(name);
      }
    }
    ImageReach reach = new ImageReach(settings.anywhere.value(), full.size() < data.numInstances());
    AllowedFolders allowed = reach.allowed(settings);
    boolean says = !settings.hasFolder() && !reach.relative;
    Path start = settings.folder();
    for (int r = 0; r < data.numInstances() && allowed != null; r++) {
      Cancellation.checkCallingThread();
      Path file = start.resolve(attribute.path(data.instance(r), r));
      if (!says || NetworkShare.isForeign(file)) {
        require(allowed, attribute, data.instance(r), r, file);
      }
    }
    CommonFolders.ofFiles(full).forEach(f -> reach.folders.add(f.toString()));
    return reach;
  }

  /** Whether rows were allowed to name any file. */
  boolean isAnywhere() {
    return anywhere;
  }

  /** The folders in which images may lie; null if they may lie anywhere. */
  @Nullable
  AllowedFolders allowed(ImageSettings now) {
    if (now.anywhere.value()) {
      return null;
    } else if (now.hasFolder()) {
      return new AllowedFolders(List.of(now.folder()), List.of());
    }
    List<Path> all = new ArrayList<>(folders.stream().map(Path::of).toList());
    if (relative) {
      all.add(Path.of(""));
    }
    return new AllowedFolders(all, OpenedFolders.all());
  }

  /** How the files are read that rows name; null for the folders stands for anywhere. */
  static FileAccess access(@Nullable AllowedFolders allowed, ImageAttribute attribute) {
    return allowed == null ? FileAccess.ANYWHERE : file -> {
      try {
        return allowed.read(file);
      } catch (OutsideException e) {
        throw new IOException("attribute '" + Excerpt.of(attribute.name()) + "' names it, but it is a link to a file "
            + elsewhere(allowed), e);
      }
    };
  }

  private static String elsewhere(AllowedFolders allowed) {
    return "which is not in " + allowed + "; copy the image into it, set images (-images) to a folder that holds all "
        + "images, or let rows name any file of this machine with imagesAnywhere (-images-anywhere)";
  }

  /**
   * Checks that a row names a file in the folders, or a link in them, at which {@link #access} looks.
   *
   * @param number the row's number, from 0, for the message
   * @throws IllegalArgumentException if it does not
   */
  static void require(AllowedFolders allowed, ImageAttribute attribute, Instance row, int number, Path file) {
    if (!allowed.mayContain(file)) {
      throw new IllegalArgumentException("images: row " + (number + 1) + ": attribute '"
          + Excerpt.of(attribute.name()) + "' names '" + Excerpt.of(row.stringValue(attribute.index()))
          + "', " + elsewhere(allowed));
    }
  }
}
