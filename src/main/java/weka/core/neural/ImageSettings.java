package weka.core.neural;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Locale;
import ruru.data.Augmentation;
import ruru.nn.Shape;
import weka.core.Environment;
import weka.core.neural.options.AutoText;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.ImageInput;

/**
 * What a user can set about images as inputs of a network, in the form in which it is typed; "none" switches a thing
 * off, "auto" leaves it to the data.
 */
public final class ImageSettings implements Serializable {
  private static final long serialVersionUID = 1;
  public static final String NONE = "none";

  private String input = AutoText.AUTO;
  private String images = AutoText.AUTO;
  private int cacheMegabytes = 256;
  private String augment = NONE;
  private transient Environment environment;

  public String getInput() {
    return input;
  }

  public void setInput(String text) {
    input = isNone(text) ? NONE : isAuto(text) ? AutoText.AUTO : ImageInput.parse(text).toText();
  }

  public String getImages() {
    return images;
  }

  public void setImages(String folder) {
    images = isNone(folder) ? NONE : isAuto(folder) ? AutoText.AUTO : folder.trim();
  }

  public int getCacheMegabytes() {
    return cacheMegabytes;
  }

  public void setCacheMegabytes(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("image cache: expected a number of megabytes of at least 0, got " + value);
    }
    cacheMegabytes = value;
  }

  public String getAugment() {
    return augment;
  }

  public void setAugment(String text) {
    augment = augmentation(text);
  }

  /** Where variables such as ${HOME} in the names of files and folders come from; null for the system's. */
  public Environment getEnvironment() {
    return environment;
  }

  public void setEnvironment(Environment variables) {
    environment = variables;
  }

  /**
   * Random changes as they are written.
   *
   * @throws IllegalArgumentException if the text names none
   */
  static String augmentation(String text) {
    return isNone(text) || text.isBlank() ? NONE : Augmentation.parse(text).toString();
  }

  /** Whether rows are said to be images or series, of which shape. */
  public boolean hasInput() {
    return !isNone(input) && !isAuto(input);
  }

  /** Whether the size of image files is left to the data. */
  public boolean isInputAuto() {
    return isAuto(input);
  }

  /** @throws IllegalArgumentException if the inputs are no images that can be drawn */
  public void requireDrawable() {
    Shape shape = hasInput() ? ImageInput.parse(input).shape() : null;
    if (shape == null || shape.rank() != 3 || shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException(
          "draw: expected images, -input with height x width x 1 or 3 channels such as 28x28x1, got " + input);
    }
  }

  /** Whether string attributes may name image files. */
  public boolean mayNameFiles() {
    return !isNone(images);
  }

  /** Whether a folder is set from which file names count. */
  public boolean hasFolder() {
    return mayNameFiles() && !isAuto(images);
  }

  /** The folder from which file names count that are no whole paths: as set, or the one that Weka was started in. */
  public Path folder() {
    return hasFolder() ? FileOptions.path("images", images, environment) : Path.of("");
  }

  public boolean hasAugmentation() {
    return !isNone(augment);
  }

  private static boolean isNone(String text) {
    return text.trim().toLowerCase(Locale.ROOT).equals(NONE);
  }

  private static boolean isAuto(String text) {
    return text.isBlank() || AutoText.is(text);
  }
}
