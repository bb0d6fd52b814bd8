package ruru.nn.text;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ruru.nn.ColumnGroups;
import ruru.nn.Initializer;
import ruru.nn.Setting;
import ruru.nn.Shape;

/** Records of every type of a catalog: one with all defaults, and for every setting one that differs from it there. */
public final class RecordSamples {
  private RecordSamples() {}

  /** Never empty; in the order of the names. */
  public static <T> List<T> of(Catalog<T> catalog) {
    List<T> all = new ArrayList<>();
    for (String name : catalog.names()) {
      all.addAll(of(catalog.get(name)));
    }
    return all;
  }

  /** The first one has the defaults. */
  static <T> List<T> of(Class<? extends T> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] defaults = Arrays.stream(components).map(c -> byDefault(c)).toArray();
    List<T> samples = new ArrayList<>(List.of(make(type, components, defaults)));
    for (int i = 0; i < components.length; i++) {
      for (Object other : others(components[i], defaults[i])) {
        Object[] values = defaults.clone();
        values[i] = other;
        samples.add(make(type, components, values));
      }
    }
    Object[] allOther = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      allOther[i] = others(components[i], defaults[i]).get(0);
    }
    samples.add(make(type, components, allOther));
    return samples;
  }

  private static Object byDefault(RecordComponent c) {
    return RecordText.isRequired(c) ? others(c, null).get(0) : RecordText.read(c, RecordText.byDefault(c));
  }

  private static List<Object> others(RecordComponent c, Object except) {
    List<Object> candidates = new ArrayList<>(candidates(c));
    candidates.remove(except);
    if (candidates.isEmpty()) {
      throw new IllegalStateException("no sample values for " + c);
    }
    return candidates;
  }

  private static List<?> candidates(RecordComponent c) {
    Setting s = c.getAnnotation(Setting.class);
    if (c.getType() == int.class) {
      return List.of(1, 2, 3, 12345).stream().filter(v -> legal(s, v)).toList();
    } else if (c.getType() == double.class) {
      return List.of(0.25, 1e-8, 1.5e-7, 0.1 + 0.2, 3.0, 1e7, 12345678.5, 1.05e22, -2.5).stream()
          .filter(v -> legal(s, v)).toList();
    } else if (c.getType() == boolean.class) {
      return List.of(true, false);
    } else if (c.getType() == ColumnGroups.class) {
      return List.of(ColumnGroups.parse("n4+c3+n2:0.5"), ColumnGroups.parse("c2"));
    } else if (c.getType() == String.class) {
      return !RecordText.isRequired(c) && RecordText.byDefault(c).equals("auto") ? List.of("7", "123")
          : List.of("a", "b_1");
    } else if (c.getType() == Shape.class) {
      return List.of(Shape.of(2, 3, 4), Shape.of(5));
    } else if (c.getType() == List.class) {
      return List.of(List.of("a"), List.of("a", "b_1", "c"));
    } else if (c.getType() == Initializer.class) {
      List<Initializer> all = new ArrayList<>(of(Catalog.INITIALIZERS));
      all.add(Initializer.AUTO);
      return all;
    } else if (c.getType().isEnum()) {
      return List.of(c.getType().getEnumConstants());
    }
    throw new IllegalStateException("no sample values for settings of " + c.getType());
  }

  private static boolean legal(Setting s, Number value) {
    try {
      Value.check(s, value);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static <T> T make(Class<? extends T> type, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type + " of " + Arrays.toString(values), e);
    }
  }
}
