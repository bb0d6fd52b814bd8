package weka.core.neural.stored;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import weka.core.Queue;
import weka.core.SerializedObject;

/** Writes the body of a {@link StoredScheme}; what could not be read back is refused. */
final class BodyOutput extends ObjectOutputStream {
  /** Once something was refused, Java's serialisation writes the error itself, too. */
  private boolean refused;

  BodyOutput(OutputStream out) throws IOException {
    super(out);
    enableReplaceObject(true);
  }

  @Override
  protected @Nullable Object replaceObject(Object object) {
    if (object instanceof SchemeHolder stored) {
      return stored.scheme();
    }
    if (object instanceof Queue queue) {
      return WaitingRows.of(queue);
    }
    return object instanceof SerializedObject value && value.getObject() instanceof String text ? new LongText(text)
        : StoredTable.replacing(object);
  }

  @Override
  protected void annotateClass(Class<?> type) throws IOException {
    if (!refused && !AllowedClasses.contain(type.getName())) {
      refused = true;
      throw new InvalidClassException(type.getName(), "a model cannot hold an object of this class, because it would "
          + "be refused when the model is loaded");
    }
  }
}
