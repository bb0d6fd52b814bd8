package weka.core.neural.stored;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import ruru.nn.text.Excerpt;
import weka.core.SerializedObject;

/**
 * Reads the body of a {@link StoredScheme}. Only {@link AllowedClasses} are loaded, and {@link BodyLimits} end what
 * would take more memory or time than the bytes are worth.
 */
final class BodyInput extends ObjectInputStream {
  private static final String ADVICE = "; load a .model only from someone you trust";

  private BodyInput(byte[] body, BodyLimits limits) throws IOException {
    super(new ByteArrayInputStream(body));
    setObjectInputFilter(limits);
    enableResolveObject(true);
  }

  /**
   * The scheme in a body.
   *
   * @throws Refusal saying why, if there is none or the body holds what no scheme holds
   */
  static Object scheme(byte[] body) throws Refusal {
    BodyLimits limits = new BodyLimits(body.length);
    try (BodyInput in = new BodyInput(body, limits)) {
      Object scheme = in.readObject();
      if (scheme == null || !AllowedClasses.isScheme(scheme.getClass())) {
        throw new Refusal("the model holds no scheme of Ruru" + ADVICE, null);
      }
      return scheme;
    } catch (Refusal e) {
      throw e;
    } catch (InvalidClassException e) {
      throw limits.exceeded() != null ? new Refusal("the model is refused: " + limits.exceeded() + ADVICE, e)
          : new Refusal("the model is damaged, or of another version of Ruru: " + e.getMessage(), e);
    } catch (ClassNotFoundException e) {
      throw new Refusal("the model needs the class " + Excerpt.of(String.valueOf(e.getMessage()))
          + ", which is not there; it may be of a newer version of Ruru", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Refusal("the model's parts do not fit together: "
          + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), e);
    }
  }

  /** By name, before it is loaded; from where this package is, whoever reads the model. */
  @Override
  protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
    String name = described.getName();
    if (!AllowedClasses.contain(name)) {
      throw refusedClass(name);
    }
    return Class.forName(name, false, BodyInput.class.getClassLoader());
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
    throw refusedClass(String.join(", ", interfaces));
  }

  private static Refusal refusedClass(String name) {
    return new Refusal("the model is refused: it names the class " + Excerpt.of(name)
        + ", which no model of Ruru holds" + ADVICE, null);
  }

  @Override
  protected Object resolveObject(Object object) throws IOException {
    return object instanceof LongText value ? serialized(value)
        : object instanceof StoredTable table ? table.table()
        : object instanceof WaitingRows waiting ? waiting.queue() : object;
  }

  private static SerializedObject serialized(LongText value) throws Refusal {
    try {
      // Compressed, as weka.core.Attribute has it.
      return new SerializedObject(value.text(), true);
    } catch (Exception e) {
      throw new Refusal("a long value could not be compressed", e);
    }
  }
}
