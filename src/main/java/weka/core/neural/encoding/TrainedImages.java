package weka.core.neural.encoding;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.TreeSet;
import ruru.nn.text.Excerpt;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Which images a model was trained on, if their names are relative to a folder. The same name in another data set may
 * mean another image, in another folder, which the row does not say; using the training image instead would be leakage.
 * Full paths are unambiguous and are not kept.
 */
final class TrainedImages implements Serializable {
  private static final long serialVersionUID = 1;

  private final String relation;
  private final String folder;
  private final TreeSet<String> names = new TreeSet<>();

  /** @param folder the folder that names are relative to */
  TrainedImages(Instances data, ImageAttribute attribute, Path folder) {
    relation = data.relationName();
    this.folder = absolute(folder);
    for (int r = 0; r < data.numInstances(); r++) {
      Path name = attribute.path(data.instance(r), r);
      if (!name.isAbsolute()) {
        names.add(name.normalize().toString());
      }
    }
  }

  private static String absolute(Path folder) {
    return folder.toAbsolutePath().normalize().toString();
  }

  /** The name of a data set without the additions of filters. */
  private static String origin(String relation) {
    return relation.replaceAll("-weka\\.filters\\..*", "");
  }

  /** Whether relative names mean the same images in a folder; true if there are none. */
  boolean areIn(Path other) {
    return names.isEmpty() || folder.equals(absolute(other));
  }

  /**
   * Checks that it is known which image a row refers to.
   *
   * @param place the row's number, from 0, for the message
   * @param now the folder that names are relative to
   * @throws IllegalArgumentException if the row is of another data set and its name was trained on
   */
  void requireClear(Instance row, int place, Path name, Path now) {
    if (row.dataset() == null || name.isAbsolute() || !names.contains(name.normalize().toString()) || !areIn(now)) {
      return;
    }
    String other = row.dataset().relationName();
    if (!origin(other).equals(origin(relation))) {
      throw new IllegalArgumentException("images: row " + (place + 1) + " of '" + Excerpt.of(other)
          + "' names the image '" + Excerpt.of(name.toString())
          + "', which is relative to the folder " + folder + " and was trained on as one of '" + Excerpt.of(relation)
          + "'. If "
          + "it is in another folder, load that with ImageFolderLoader, which writes full paths, or write full paths "
          + "into the data; if it is the same image, give both data sets the same name (relation)");
    }
  }
}
