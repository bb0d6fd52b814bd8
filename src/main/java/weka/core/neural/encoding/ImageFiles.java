package weka.core.neural.encoding;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.data.AllowedFolders;
import ruru.data.FileAccess;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;

/** The files that a string attribute names, kept where they may lie ({@link ImageReach}). Part of a model. */
public final class ImageFiles implements Serializable {
  private static final long serialVersionUID = 1;

  private final ImageAttribute names;
  private final @Nullable ImageReach reach;

  private ImageFiles(ImageAttribute names, @Nullable ImageReach reach) {
    this.names = names;
    this.reach = reach;
  }

  /**
   * The string attribute with a name, be it the class or not, or else the first of the string attributes but others
   * and the class.
   *
   * @return null if there is none
   */
  public static @Nullable Attribute attribute(Instances data, String name, List<Attribute> others, boolean first) {
    List<Attribute> strings = IntStream.range(0, data.numAttributes()).mapToObj(data::attribute)
        .filter(a -> a.type() == Attribute.STRING && !others.contains(a)).toList();
    return strings.stream().filter(a -> a.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
        .orElseGet(() -> first ? strings.stream().filter(a -> a.index() != data.classIndex()).findFirst().orElse(null)
            : null);
  }

  /**
   * Learns where the files of rows lie.
   *
   * @throws IllegalArgumentException if a row names a file where it may not lie
   * @throws InterruptedException     if the thread was interrupted
   */
  public static ImageFiles learn(Instances rows, Attribute attribute, ImageSettings settings)
      throws InterruptedException {
    ImageAttribute names = new ImageAttribute(attribute.index(), attribute.name());
    Instances known = new Instances(rows, 0);
    rows.stream().filter(row -> !row.isMissing(attribute)).forEach(known::add);
    return new ImageFiles(names, known.isEmpty() ? null : ImageReach.learn(known, names, settings));
  }

  public int index() {
    return names.index();
  }

  public String name() {
    return names.name();
  }

  private @Nullable AllowedFolders allowed(ImageSettings now) {
    return reach == null ? null : reach.allowed(now);
  }

  /**
   * The file that a row names.
   *
   * @param number the row's number, from 0, for the message
   * @throws IllegalArgumentException if it names none, or one where it may not lie
   */
  public Path file(Instance row, int number, ImageSettings now) {
    Path file = now.folder().resolve(names.path(row, number));
    AllowedFolders allowed = allowed(now);
    if (allowed != null) {
      ImageReach.require(allowed, names, row, number, file);
    }
    return file;
  }

  /** How the files are read. */
  public FileAccess access(ImageSettings now) {
    return ImageReach.access(allowed(now), names);
  }
}
