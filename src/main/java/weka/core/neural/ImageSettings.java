package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruru.data.Augmentation;
import ruru.nn.Shape;
import weka.core.Environment;
import weka.core.neural.options.Auto;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.ImageInput;
import weka.core.neural.options.StoredTexts;

/** What a user can set about images as inputs; "none" switches something off, "auto" leaves it to the data. */
public final class ImageSettings implements Serializable {
  private static final long serialVersionUID = 1;

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(new ImageSettings());

  public final Auto<Optional<ImageInput>> input = Auto.of(text -> Optional.of(ImageInput.parse(text)),
      (text, shape) -> shape.get().toText()).with(Auto.NONE, Optional.empty()).orBlank();
  /** The folder, which may have variables in its name; empty if there are no image files. */
  public final Auto<Optional<String>> images = Auto.of(text -> Optional.of(FileOptions.typed("images", text)),
      (text, folder) -> folder.get()).with(Auto.NONE, Optional.empty()).orBlank();
  /** Whether rows may name files outside of the folder. */
  public final Checked<Boolean> anywhere = Checked.of(false);
  public final Checked<Integer> cacheMegabytes = Checked.whole("image cache", 0, "megabytes", 256);
  /** Random changes in training, if any. */
  public final Auto<Augmentation> augment =
      Auto.orNone(Augmentation::parse, (typed, changes) -> changes.toString()).orBlank();
  private transient @Nullable Environment environment;
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable ImageSettings read;

  /** The shape that rows have as images or series; null if they have none, or if that is left to the data. */
  public @Nullable ImageInput input() {
    return input.isAuto() ? null : input.value().orElse(null);
  }

  /** Where variables such as ${HOME} in the names of files and folders come from; null for the system's. */
  public @Nullable Environment getEnvironment() {
    return environment;
  }

  public void setEnvironment(@Nullable Environment variables) {
    environment = variables;
  }

  /** Whether a shape is set that rows have as images or series. */
  public boolean hasInput() {
    return input() != null;
  }

  /** @throws IllegalArgumentException if the inputs are not images that can be drawn */
  public void requireDrawable() {
    ImageInput drawn = input();
    Shape shape = drawn == null ? null : drawn.shape();
    if (shape == null || shape.rank() != 3 || shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException(
          "draw: expected images, that is -input with height x width x 1 or 3 channels, such as 28x28x1, got " + input);
    }
  }

  /** Whether string attributes may name image files. */
  public boolean mayNameFiles() {
    return images.isAuto() || hasFolder();
  }

  /** Whether a folder is set that file names are relative to. */
  public boolean hasFolder() {
    return !images.isAuto() && images.value().isPresent();
  }

  /** The folder that file names are relative to: as set, or the one that Weka was started in. */
  public Path folder() {
    return hasFolder() ? FileOptions.path("images", images.value().get(), environment) : Path.of("");
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
