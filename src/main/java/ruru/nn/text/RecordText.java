package ruru.nn.text;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Initializer;
import ruru.nn.NotationWord;
import ruru.nn.Optimizer;
import ruru.nn.Setting;
import ruru.nn.Usage;

/**
 * One record as text: its name, then its settings in the order of its components or as name=value, as in
 * "adam beta2=0.95". What {@link #print} writes, {@link #parse} reads back to an equal record.
 */
public final class RecordText {
  private RecordText() {}

  /** @throws IllegalArgumentException naming what is wrong, what was expected and what was found */
  public static <T> T parse(Catalog<T> catalog, String text) {
    return parse(catalog, text, true);
  }

  /** As {@link #parse}, for text written by a program rather than typed: it is taken literally. */
  public static <T> T readBack(Catalog<T> catalog, String text) {
    return parse(catalog, text, false);
  }

  private static <T> T parse(Catalog<T> catalog, String text, boolean typed) {
    List<String> words = Words.spread(Words.split(text, ' '), catalog);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a " + catalog.kind() + " is missing; choose from "
          + String.join(", ", catalog.names()));
    }
    if (typed && words.stream().anyMatch(w -> w.endsWith(",") || w.endsWith(";"))) {
      throw new IllegalArgumentException("settings are separated by spaces only, as in '"
          + Excerpt.of(text.trim().replaceAll("[\\s,;]+", " ")) + "'");
    }
    String other = words.size() == 1 ? null : catalog.meaning(text.trim());
    if (other != null) {
      throw new HintedException("there is no " + catalog.kind() + " '" + Excerpt.of(text.trim()) + "'",
          "did you mean '" + Excerpt.of(other) + "'?");
    }
    Class<? extends T> type = catalog.get(words.get(0));
    return create(type, words.subList(1, words.size()), typed);
  }

  /** Makes a record from its settings, each a word by position or name=value. */
  static <T> T create(Class<? extends T> type, List<String> words) {
    return create(type, words, true);
  }

  private static <T> T create(Class<? extends T> type, List<String> words, boolean typed) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    int position = 0;
    for (int w = 0; w < words.size(); w++) {
      String word = words.get(w);
      int equals = equalsSign(word);
      int index = equals > 0 ? find(type, components, word.substring(0, equals)) : position;
      if (index >= components.length) {
        throw new IllegalArgumentException("'" + Excerpt.of(word) + "' is one setting too many; "
            + (Optimizer.class.isAssignableFrom(type) ? Synonyms.RATE + "; " : "") + written(type));
      }
      String given = word.substring(equals > 0 ? equals + 1 : 0);
      if (equals <= 0 && components[index].getType() == List.class) {
        given = String.join(" ", words.subList(w, words.size()));
        w = words.size();
      }
      if (values[index] != null) {
        throw new IllegalArgumentException(components[index].getName() + " is given twice; " + written(type));
      }
      values[index] = read(components[index], given);
      if (typed && equals <= 0 && !isMeant(components[index], values[index])) {
        throw new IllegalArgumentException("'" + Excerpt.of(word) + "' would be the setting "
            + components[index].getName() + ", "
            + "which is unlikely: " + Synonyms.RATE + "; if "
            + components[index].getName() + " is meant, write " + components[index].getName() + "=" + Excerpt.of(word));
      }
      position = equals > 0 ? position : index + 1;
    }
    for (int i = 0; i < components.length; i++) {
      if (values[i] == null) {
        if (isRequired(components[i])) {
          throw new IllegalArgumentException(components[i].getName() + " is missing; " + written(type));
        }
        values[i] = read(components[i], byDefault(components[i]));
      }
    }
    return instantiate(type, values);
  }

  /** Whether a number without a name can plausibly be meant as this setting. */
  private static boolean isMeant(RecordComponent component, Object value) {
    return !(value instanceof Double d) || d >= setting(component).unnamedFrom();
  }

  /** The name in a word of the form name=value; null if it has another form. */
  static @Nullable String nameOfSetting(String word) {
    int equals = equalsSign(word);
    return equals > 0 ? word.substring(0, equals) : null;
  }

  static boolean hasSetting(Class<?> type, String name) {
    return Arrays.stream(type.getRecordComponents()).anyMatch(c -> c.getName().equalsIgnoreCase(name));
  }

  /** The setting of which a word is one of the possible values, by their names; null if there is none. */
  static @Nullable String choice(Class<?> type, String word) {
    return Arrays.stream(type.getRecordComponents())
        .filter(c -> c.getType().isEnum() && Arrays.stream(c.getType().getEnumConstants())
            .anyMatch(constant -> Value.toText(constant).equalsIgnoreCase(word)))
        .map(RecordComponent::getName).findFirst().orElse(null);
  }

  /** Index of the = of name=value; not one inside the brackets of a value. */
  private static int equalsSign(String word) {
    int bracket = word.indexOf('(');
    return (bracket < 0 ? word : word.substring(0, bracket)).indexOf('=');
  }

  private static int find(Class<?> type, RecordComponent[] components, String name) {
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equalsIgnoreCase(name)) {
        return i;
      }
    }
    String elsewhere = Synonyms.elsewhere(type, name);
    throw new HintedException("there is no setting '" + Excerpt.of(name) + "'", elsewhere != null ? elsewhere
        : components.length == 0 ? "it has none" : "its settings are " + String.join(", ", names(components)));
  }

  private static List<String> names(RecordComponent[] components) {
    return Arrays.stream(components).map(RecordComponent::getName).toList();
  }

  /** The value of a setting, checked against its range. */
  static Object read(RecordComponent component, String text) {
    try {
      Object value = component.getType() == Initializer.class ? readInitializer(text) : Value.parse(component, text);
      Value.check(setting(component), value);
      return value;
    } catch (HintedException e) {
      throw e.after(component.getName() + " ");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(component.getName() + " " + e.getMessage(), e);
    }
  }

  private static Initializer readInitializer(String text) {
    if (text.equalsIgnoreCase("auto")) {
      return Initializer.AUTO;
    }
    try {
      return parse(Catalog.INITIALIZERS, unwrap(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be auto or an initialiser: " + e.getMessage(), e);
    }
  }

  /** "orthogonal(1.4)" means "orthogonal 1.4": a setting's own settings stand in brackets. */
  private static String unwrap(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return text;
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException("the bracket in '" + Excerpt.of(text) + "' is not closed at the end");
    }
    return text.substring(0, open) + " " + text.substring(open + 1, text.length() - 1).replace(',', ' ');
  }

  private static <T> T instantiate(Class<? extends T> type, Object[] values) {
    try {
      Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
          .toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw cause;
      }
      throw new IllegalStateException("cannot make " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  static Setting setting(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException("component " + component + " of " + component.getDeclaringRecord()
          + " has no @Setting");
    }
    return setting;
  }

  /** How it is written, for messages; a layer with an example. */
  static String written(Class<?> type) {
    Usage usage = type.getAnnotation(Usage.class);
    return "written: " + usage(type) + (usage == null ? "" : ", as in '" + usage.value()[0].layers() + "'");
  }

  /** "dense units [init=auto] [bias=yes]" */
  static String usage(Class<?> type) {
    StringBuilder s = new StringBuilder(NotationWord.of(type));
    for (RecordComponent c : type.getRecordComponents()) {
      s.append(' ').append(isRequired(c) ? c.getName() : "[" + c.getName() + "=" + byDefault(c) + "]");
    }
    return s.toString();
  }

  /** Checks the range of every setting of a record that was constructed by code and not by {@link #parse}. */
  private static void check(Record record) {
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      try {
        Value.check(setting(c), get(record, c));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(Catalog.nameOf(record) + ": " + c.getName() + " " + e.getMessage(), e);
      }
    }
  }

  /**
   * The name and the settings that differ from their default; numbers by position as long as no earlier setting is left
   * out.
   *
   * @throws IllegalArgumentException if {@link #parse} would refuse the text: the notation does not know the type, or a
   *                                  setting is out of its range
   */
  public static String print(Object member) {
    return print(member, false);
  }

  /** As {@link #print}, with every setting: keeps its meaning in a version with other defaults. */
  public static String printAll(Object member) {
    return print(member, true);
  }

  /** As {@link #print(Object)}, for a member of a catalog of another package. */
  public static <T> String print(Catalog<T> catalog, T member) {
    if (!catalog.contains(member)) {
      throw new IllegalArgumentException(member.getClass().getName() + " cannot be written as text: it is not a "
          + catalog.kind() + " that the notation knows");
    }
    return write(member, false);
  }

  private static String print(Object member, boolean all) {
    if (!Catalog.haveOne(member)) {
      throw new IllegalArgumentException(member.getClass().getName() + " cannot be written as text: it is in none of "
          + "the packages of layers, losses, optimizers, schedules and initialisers");
    }
    return write(member, all);
  }

  private static String write(Object member, boolean all) {
    Record record = (Record) member;
    check(record);
    List<String> words = new ArrayList<>(List.of(Catalog.nameOf(record)));
    boolean byPosition = true;
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      String text = text(get(record, c));
      boolean isDefault = !isRequired(c) && text.equals(text(read(c, byDefault(c))));
      boolean plain = (c.getType() == double.class || c.getType() == int.class) && isMeant(c, get(record, c));
      if (byPosition && (setting(c).shown() || !isDefault && (plain || isRequired(c)))) {
        words.add(text);
      } else {
        byPosition = false;
        if (all || !isDefault) {
          words.add(c.getName() + "=" + text);
        }
      }
    }
    return String.join(" ", words);
  }

  /** A setting's value; a record, as {@link #unwrap} reads it back. */
  private static String text(Object value) {
    if (!(value instanceof Record)) {
      return Value.toText(value);
    }
    String text = print(value);
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space) + "(" + text.substring(space + 1).replace(' ', ',') + ")";
  }

  /** Whether a setting has no default. */
  static boolean isRequired(RecordComponent c) {
    return setting(c).byDefault().length == 0;
  }

  /** The default of a setting that is not required, as it stands in the code. */
  static String byDefault(RecordComponent c) {
    return setting(c).byDefault()[0];
  }

  private static Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of " + record, e);
    }
  }
}
