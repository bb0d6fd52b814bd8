package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weka.core.neural.options.Checked;
import weka.core.neural.options.StoredTexts;

/** What a user can set about inputs that are sequences. */
public final class SequenceSettings implements Serializable {
  private static final long serialVersionUID = 1;

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(new SequenceSettings());

  public final Checked<SeriesLayout> series = Checked.of(SeriesLayout.AUTO);
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
