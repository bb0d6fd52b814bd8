package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruru.data.Augmentation;
import ruru.nn.Shape;
import weka.core.Environment;
import weka.core.neural.options.Auto;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.ImageInput;
import weka.core.neural.options.StoredTexts;

/**
 * What a user can set about images as inputs of a network, in the form in which it is typed; "none" switches a thing
 * off, "auto" leaves it to the data.
 */
public final class ImageSettings implements Serializable {
  private static final long serialVersionUID = 1;
  public static final String NONE = Auto.NONE;

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(ImageSettings.class);

  private final Auto<Optional<ImageInput>> input = Auto.of(text -> Optional.of(ImageInput.parse(text)),
      (text, shape) -> shape.get().toText()).with(NONE, Optional.empty());
  private String images = Auto.AUTO;
  private int cacheMegabytes = 256;
  /** Random changes in training, if any. */
  public final Auto<Augmentation> augment = Auto.orNone(Augmentation::parse, (typed, changes) -> changes.toString());
  private transient @Nullable Environment environment;
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable ImageSettings read;

  public String getInput() {
    return input.text();
  }

  public void setInput(String text) {
    input.set(isAuto(text) ? Auto.AUTO : text);
  }

  /** What rows are said to be images or series of; null if they are not, or that is left to the data. */
  public @Nullable ImageInput input() {
    return input.isAuto() ? null : input.value().orElse(null);
  }

  public String getImages() {
    return images;
  }

  public void setImages(String folder) {
    images = isNone(folder) ? NONE : isAuto(folder) ? Auto.AUTO : folder.trim();
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

  /** Where variables such as ${HOME} in the names of files and folders come from; null for the system's. */
  public @Nullable Environment getEnvironment() {
    return environment;
  }

  public void setEnvironment(@Nullable Environment variables) {
    environment = variables;
  }

  /** Whether rows are said to be images or series, of which shape. */
  public boolean hasInput() {
    return input() != null;
  }

  /** Whether the size of image files is left to the data. */
  public boolean isInputAuto() {
    return input.isAuto();
  }

  /** @throws IllegalArgumentException if the inputs are no images that can be drawn */
  public void requireDrawable() {
    ImageInput drawn = input();
    Shape shape = drawn == null ? null : drawn.shape();
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

  private static boolean isNone(String text) {
    return text.trim().toLowerCase(Locale.ROOT).equals(NONE);
  }

  private static boolean isAuto(String text) {
    return text.isBlank() || Auto.isAuto(text);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    StoredTexts.write(this, out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    read = StoredTexts.read(in, new ImageSettings());
  }

  private @Nullable Object readResolve() {
    return read;
  }
}
