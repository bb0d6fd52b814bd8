package weka.core.neural.encoding;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.TreeSet;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Which images a model was trained on, as far as their names count from a folder. The same name in another data set may
 * mean another image, in another folder, which the row does not say; to take the one trained on would be to predict
 * what was learned by heart. Whole paths leave no doubt and are not kept.
 */
final class TrainedImages implements Serializable {
  private static final long serialVersionUID = 1;

  private final String relation;
  private final String folder;
  private final TreeSet<String> names = new TreeSet<>();

  /** @param folder from which names count */
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

  /** The name of a data set without what filters have added. */
  private static String origin(String relation) {
    return relation.replaceAll("-weka\\.filters\\..*", "");
  }

  /** Whether names that count from a folder mean the same images there; of course if there are none. */
  boolean areIn(Path other) {
    return names.isEmpty() || folder.equals(absolute(other));
  }

  /**
   * Sees whether it is known which image a row means.
   *
   * @param place of the row, from 0, for the message
   * @param now   the folder from which names count
   * @throws IllegalArgumentException if the row is of another data set and its name is one that was trained on
   */
  void requireClear(Instance row, int place, Path name, Path now) {
    if (row.dataset() == null || name.isAbsolute() || !names.contains(name.normalize().toString()) || !areIn(now)) {
      return;
    }
    String other = row.dataset().relationName();
    if (!origin(other).equals(origin(relation))) {
      throw new IllegalArgumentException("images: row " + (place + 1) + " of '" + other + "' names the image '" + name
          + "', which counts from the folder " + folder + " and was trained on as one of '" + relation
          + "'. If it lies in another folder, load that with ImageFolderLoader, whose names are whole paths, or write "
          + "whole paths into the data; if it is the same image, give both data sets the same name (relation)");
    }
  }
}
