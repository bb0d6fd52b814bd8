package weka.core.neural;

import java.io.Serializable;
import java.util.Locale;
import ruru.data.Augmentation;

/** What a user can set about images as inputs of a network, in the form in which it is typed; "none" switches a thing off. */
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
    augment = isNone(text) ? NONE : Augmentation.parse(text).toString();
  }

  boolean hasInput() {
    return !isNone(input);
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
