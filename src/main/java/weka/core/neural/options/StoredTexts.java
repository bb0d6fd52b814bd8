package weka.core.neural.options;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * The stored form of settings: their fields by name, those of type {@link Auto} as the texts that they were once, so
 * that models and experiments go from version to version. A setting that an older file does not have keeps its default.
 */
public final class StoredTexts {
  private StoredTexts() {}

  /** What a class of settings declares as its stored fields. */
  public static ObjectStreamField[] fields(Class<?> settings) {
    return kept(settings).stream().map(f -> new ObjectStreamField(f.getName(),
        f.getType() == Auto.class ? String.class : f.getType())).toArray(ObjectStreamField[]::new);
  }

  private static List<Field> kept(Class<?> settings) {
    List<Field> fields = Arrays.stream(settings.getDeclaredFields())
        .filter(f -> (f.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0).toList();
    fields.forEach(f -> f.setAccessible(true));
    return fields;
  }

  /** Writes what {@link #fields} declared. */
  public static void write(Object settings, ObjectOutputStream out) throws IOException {
    ObjectOutputStream.PutField to = out.putFields();
    try {
      for (Field f : kept(settings.getClass())) {
        Object value = f.get(settings);
        if (value instanceof Boolean b) {
          to.put(f.getName(), b.booleanValue());
        } else if (value instanceof Integer i) {
          to.put(f.getName(), i.intValue());
        } else if (value instanceof Double d) {
          to.put(f.getName(), d.doubleValue());
        } else {
          to.put(f.getName(), value instanceof Auto<?> auto ? auto.text() : value);
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + settings.getClass(), e);
    }
    out.writeFields();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param fresh settings with their defaults
   * @return the same, with all that was stored
   */
  public static <S> S read(ObjectInputStream in, S fresh) throws IOException, ClassNotFoundException {
    ObjectInputStream.GetField from = in.readFields();
    try {
      for (Field f : kept(fresh.getClass())) {
        Object value = f.get(fresh);
        if (value instanceof Auto<?> auto) {
          auto.set((String) from.get(f.getName(), auto.text()));
        } else if (value instanceof Boolean b) {
          f.set(fresh, from.get(f.getName(), b.booleanValue()));
        } else if (value instanceof Integer i) {
          f.set(fresh, from.get(f.getName(), i.intValue()));
        } else if (value instanceof Double d) {
          f.set(fresh, from.get(f.getName(), d.doubleValue()));
        } else {
          f.set(fresh, from.get(f.getName(), value));
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot set " + fresh.getClass(), e);
    }
    return fresh;
  }
}
