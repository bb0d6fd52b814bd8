package weka.core.neural;

import java.io.Serializable;
import java.util.Locale;
import ruru.data.Augmentation;
import ruru.nn.Shape;

/**
 * What a user can set about images as inputs of a network, in the form in which it is typed; "none" switches a thing
 * off.
 */
public final class ImageSettings implements Serializable {
  private static final long serialVersionUID = 1;
  public static final String NONE = "none";

  private String input = NONE;
  private String images = NONE;
  private int cacheMegabytes = 256;
  private String augment = NONE;

  public String getInput() {
    return input;
  }

  public void setInput(String text) {
    input = isNone(text) ? NONE : ImageInput.parse(text).toText();
  }

  public String getImages() {
    return images;
  }

  public void setImages(String folder) {
    images = isNone(folder) ? NONE : folder.trim();
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

  /**
   * Random changes as they are written.
   *
   * @throws IllegalArgumentException if the text names none
   */
  static String augmentation(String text) {
    return isNone(text) ? NONE : Augmentation.parse(text).toString();
  }

  boolean hasInput() {
    return !isNone(input);
  }

  /** @throws IllegalArgumentException if the inputs are no images that can be drawn */
  public void requireDrawable() {
    Shape shape = hasInput() ? ImageInput.parse(input).shape() : null;
    if (shape == null || shape.rank() != 3 || shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException(
          "draw: expected images, -input with height x width x 1 or 3 channels such as 28x28x1, got " + input);
    }
  }

  /** Whether rows name image files. */
  public boolean hasFiles() {
    return !isNone(images);
  }

  boolean hasAugmentation() {
    return !isNone(augment);
  }

  private static boolean isNone(String text) {
    return text.isBlank() || text.trim().toLowerCase(Locale.ROOT).equals(NONE);
  }
}
