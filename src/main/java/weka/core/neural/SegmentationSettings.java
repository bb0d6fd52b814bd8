package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import ruru.data.masks.MaskClasses;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.neural.options.Auto;
import weka.core.neural.options.StoredTexts;

/** What a user can set about masks and the crops that are learnt from. */
public final class SegmentationSettings implements Serializable {
  private static final long serialVersionUID = 1;

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(new SegmentationSettings());

  /** Which colours of masks are which classes; "auto" for each colour a class. */
  public final Auto<MaskClasses> labels =
      Auto.of(text -> MaskClasses.parse(text, MaskClasses.NONE), (typed, classes) -> classes.toString());
  /** The colour of places that do not count. */
  public final Auto<String> ignore = Auto.orNone(SegmentationSettings::colour, (typed, colour) -> colour).orBlank();
  /** Height x width of what is learnt from at a time. */
  public final Auto<Shape> crop = Auto.of(SegmentationSettings::readCrop, (typed, shape) -> shape.toText());
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable SegmentationSettings read;

  private static String colour(String text) {
    MaskClasses.requireIgnored(text);
    return text.trim();
  }

  private static Shape readCrop(String text) {
    Shape shape;
    try {
      shape = Shape.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("crop: " + e.getMessage(), e);
    }
    if (shape.rank() != 2) {
      throw new IllegalArgumentException(
          "crop: expected height x width, such as 64x64, got '" + Excerpt.of(text) + "'");
    }
    return shape;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    StoredTexts.write(this, out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    read = StoredTexts.read(in, new SegmentationSettings());
  }

  private @Nullable Object readResolve() {
    return read;
  }
}
