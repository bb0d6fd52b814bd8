package weka.core.neural.encoding;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.data.FileAccess;
import ruru.data.ImageFolder;
import ruru.data.NetworkShare;
import ruru.data.TypicalShape;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;

/**
 * The string attribute in which rows name image files: full paths, as {@link weka.core.converters.ImageFolderLoader}
 * writes them, or paths relative to a folder.
 *
 * @param index its place among the attributes
 */
record ImageAttribute(int index, String name) implements Serializable {
  private static final int SHOWN = 40;
  private static final int LOOKED_AT = 20;
  /** More than any system takes. */
  private static final int LONGEST = 32_767;
  private static final int LONGEST_SHOWN = 400;

  /**
   * Finds the attribute. If a folder is set, it is the first string attribute; otherwise the first one whose first
   * known value is a file.
   *
   * @return null if there is no string attribute, so that rows are not image files, or no row
   * @throws IllegalArgumentException if string attributes hold something else, or name files that do not exist
   */
  static @Nullable ImageAttribute find(Instances data, ImageSettings settings) {
    List<Attribute> strings = IntStream.range(0, data.numAttributes()).filter(i -> i != data.classIndex())
        .mapToObj(data::attribute).filter(a -> a.type() == Attribute.STRING).toList();
    if (settings.hasFolder()) {
      if (strings.isEmpty()) {
        throw new IllegalArgumentException("images: expected a string attribute with the names of image files, found "
            + "none; ImageFolderLoader makes one");
      }
      return of(strings.get(0));
    }
    if (strings.isEmpty() || data.isEmpty()) {
      return null;
    } else if (!settings.mayNameFiles()) {
      throw new IllegalArgumentException("attribute '" + Excerpt.of(strings.get(0).name())
          + "' is a string attribute, which is "
          + "supported only for the names of image files, but images (-images) is 'none'; remove it, or set images to "
          + "'auto'");
    }
    return strings.stream().filter(a -> isFile(firstKnown(data, a), settings)).findFirst()
        .map(ImageAttribute::of).orElseThrow(() -> noFiles(data, strings, settings));
  }

  /** Whether string attributes name image files, be they there or allowed or not, rather than hold texts. */
  static boolean nameFiles(Instances data, List<Attribute> strings, ImageSettings settings) {
    return strings.stream().anyMatch(a -> {
      String first = firstKnown(data, a);
      return first != null && (endAsImages(data, a) || settings.mayNameFiles() && isFile(first, settings));
    });
  }

  /** Whether half of the first known texts end as the names of image files do: one of them may do so by chance. */
  private static boolean endAsImages(Instances data, Attribute attribute) {
    List<String> first = data.stream().filter(row -> !row.isMissing(attribute)).limit(LOOKED_AT)
        .map(row -> row.stringValue(attribute)).toList();
    return 2 * first.stream().filter(ImageAttribute::endsAsImage).count() >= first.size();
  }

  private static boolean endsAsImage(String name) {
    return ImageFolder.ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  private static ImageAttribute of(Attribute attribute) {
    return new ImageAttribute(attribute.index(), attribute.name());
  }

  /** The text in the first row that has one; null if none has. */
  private static @Nullable String firstKnown(Instances data, Attribute attribute) {
    return data.stream().filter(row -> !row.isMissing(attribute)).map(row -> row.stringValue(attribute)).findFirst()
        .orElse(null);
  }

  private static boolean isFile(@Nullable String name, ImageSettings settings) {
    try {
      Path file = name == null ? null : settings.folder().resolve(name);
      return file != null && (!settings.anywhere.value() && NetworkShare.isForeign(file) || Files.isRegularFile(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static IllegalArgumentException noFiles(Instances data, List<Attribute> strings, ImageSettings settings) {
    for (Attribute attribute : strings) {
      String text = firstKnown(data, attribute);
      if (text != null && endsAsImage(text)) {
        return new IllegalArgumentException("attribute '" + Excerpt.of(attribute.name())
            + "' names image files, but there is no "
            + "file " + place(text, settings) + "; set images (-images) to the folder that "
            + "the names are relative to, or load the folder with ImageFolderLoader, which writes full paths");
      }
    }
    String text = firstKnown(data, strings.get(0));
    String begin = text == null ? "no value" : "'" + Excerpt.of(text, SHOWN) + "'";
    return new IllegalArgumentException(
        "attribute '" + Excerpt.of(strings.get(0).name()) + "' is a string attribute, which is "
            + "supported only for the names of image files, but holds " + begin + "; turn text into numbers with the "
            + "filter StringToWordVector (in a FilteredClassifier), or remove the attribute");
  }

  /** Where a name leads, for a message. */
  private static String place(String name, ImageSettings settings) {
    try {
      return Excerpt.of(settings.folder().resolve(name).toAbsolutePath().toString(), LONGEST_SHOWN);
    } catch (InvalidPathException e) {
      return "'" + Excerpt.of(name) + "'";
    }
  }

  /**
   * The shape to scale the images to, chosen from the images.
   *
   * @param access how the files are read
   * @throws InterruptedException if the thread was interrupted
   */
  Shape shape(Instances data, Path folder, FileAccess access) throws InterruptedException {
    return TypicalShape.of(IntStream.range(0, data.numInstances())
        .mapToObj(r -> folder.resolve(path(data.instance(r), r))).toList(), access);
  }

  /**
   * The file name in a row.
   *
   * @param place the row's number, from 0, for the message
   */
  Path path(Instance row, int place) {
    RowFit.requireAttribute(List.of(row), index);
    if (row.isMissing(index)) {
      throw new IllegalArgumentException(
          "images: row " + (place + 1) + " has no file name in attribute '" + Excerpt.of(name)
              + "'; remove the row");
    }
    String text = row.stringValue(index);
    if (text.isBlank()) {
      throw new IllegalArgumentException("images: row " + (place + 1) + " has an empty file name in attribute '"
          + Excerpt.of(name) + "'; remove the row, or make the value missing");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("images: row " + (place + 1) + ": a file name has at most " + LONGEST
          + " characters, got " + text.length() + ": '" + Excerpt.of(text) + "'");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "images: row " + (place + 1) + ": '" + Excerpt.of(text) + "' is not a valid file name: " + e.getReason(), e);
    }
  }
}
