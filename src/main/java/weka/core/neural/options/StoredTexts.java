package weka.core.neural.options;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * The stored form of settings: their fields by name, those of type {@link Auto} as the texts that they were once and
 * those of type {@link Checked} as their values, so that models and experiments go from version to version. A setting
 * that an older file does not have keeps its default.
 */
public final class StoredTexts {
  private StoredTexts() {}

  /** The stored fields that a settings class declares. */
  public static ObjectStreamField[] fields(Object settings) {
    return kept(settings.getClass()).stream().map(f -> new ObjectStreamField(f.getName(),
        MethodType.methodType(value(f, settings).getClass()).unwrap().returnType())).toArray(ObjectStreamField[]::new);
  }

  private static List<Field> kept(Class<?> settings) {
    List<Field> fields = Arrays.stream(settings.getDeclaredFields())
        .filter(f -> (f.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0).toList();
    fields.forEach(f -> f.setAccessible(true));
    return fields;
  }

  private static Object value(Field field, Object settings) {
    try {
      Object value = field.get(settings);
      return value instanceof Auto<?> auto ? auto.text() : value instanceof Checked<?> checked ? checked.value()
          : value;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }

  /** Writes what {@link #fields} declared. */
  public static void write(Object settings, ObjectOutputStream out) throws IOException {
    ObjectOutputStream.PutField to = out.putFields();
    for (Field f : kept(settings.getClass())) {
      Object value = value(f, settings);
      if (value instanceof Boolean b) {
        to.put(f.getName(), b.booleanValue());
      } else if (value instanceof Integer i) {
        to.put(f.getName(), i.intValue());
      } else if (value instanceof Double d) {
        to.put(f.getName(), d.doubleValue());
      } else {
        to.put(f.getName(), value);
      }
    }
    out.writeFields();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param fresh settings with their defaults
   * @return the same object with everything that was stored
   */
  public static <S> S read(ObjectInputStream in, S fresh) throws IOException, ClassNotFoundException {
    ObjectInputStream.GetField from = in.readFields();
    try {
      for (Field f : kept(fresh.getClass())) {
        put(f, fresh, stored(from, f.getName(), value(f, fresh)));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot set " + fresh.getClass(), e);
    }
    return fresh;
  }

  private static Object stored(ObjectInputStream.GetField from, String name, Object absent)
      throws IOException, ClassNotFoundException {
    if (absent instanceof Boolean b) {
      return from.get(name, b.booleanValue());
    } else if (absent instanceof Integer i) {
      return from.get(name, i.intValue());
    }
    return absent instanceof Double d ? from.get(name, d.doubleValue()) : from.get(name, absent);
  }

  @SuppressWarnings("unchecked")
  private static void put(Field field, Object settings, Object value) throws IllegalAccessException {
    Object setting = field.get(settings);
    if (setting instanceof Auto<?> auto) {
      auto.set((String) value);
    } else if (setting instanceof Checked<?> checked) {
      ((Checked<Object>) checked).set(value);
    } else {
      field.set(settings, value);
    }
  }
}
