package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weka.core.neural.options.Auto;
import weka.core.neural.options.Checked;
import weka.core.neural.options.StoredTexts;

/** What a user can set about inputs that are sequences. */
public final class SequenceSettings implements Serializable {
  private static final long serialVersionUID = 1;

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(new SequenceSettings());

  public final Checked<SeriesLayout> series = Checked.of(SeriesLayout.AUTO);
  public final Checked<TextUnits> text = Checked.of(TextUnits.AUTO);
  /** Different words or characters that have a number of their own, at most. */
  public final Checked<Integer> words = Checked.whole("words", 1, "word", 10_000);
  /** Words or characters of a text that are read, at most. */
  public final Auto<Integer> longest = Auto.whole("longest", 1, Integer.MAX_VALUE);
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable SequenceSettings read;

  private void writeObject(ObjectOutputStream out) throws IOException {
    StoredTexts.write(this, out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    read = StoredTexts.read(in, new SequenceSettings());
  }

  private @Nullable Object readResolve() {
    return read;
  }
}
