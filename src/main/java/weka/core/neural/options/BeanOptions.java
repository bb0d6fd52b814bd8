package weka.core.neural.options;

import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ruru.nn.text.Excerpt;
import ruru.nn.text.NumberSlip;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.core.neural.report.Lines;

/**
 * The command-line options of a scheme, from its bean properties: {@link OptionMetadata} at a getter holds the help,
 * the value of a fresh scheme is the default, the setter checks the range. The option is named as the property, with
 * hyphens ("refine-weight" for refineWeight), if the annotation does not name it. Unlike Weka's own helper it throws
 * for an illegal value or an unknown option, with the option's name. An option that is absent has its default.
 */
public final class BeanOptions {
  /** Properties that schemes inherit from Weka without annotations: property name to option. */
  private static final Map<String, String> INHERITED = Map.of("seed", "S", "debug", "output-debug-info",
      "doNotCheckCapabilities", "do-not-check-capabilities", "numDecimalPlaces", "num-decimal-places",
      "batchSize", "batch-size");
  /** The display order of properties inherited from Weka. */
  public static final int AFTER_OWN = 1000;
  private static final int HELP_WIDTH = 72;
  /** Characters of a scheme with its options, as it is typed. */
  private static final int LONGEST_SCHEME = 100_000;
  /** Characters of a message that is part of another. */
  private static final int LONG = 400;

  private record Property(String option, String help, int order, Method getter, Method setter) {
    boolean isFlag() {
      return getter.getReturnType() == boolean.class;
    }

    Object get(Object scheme) {
      try {
        return getter.invoke(scheme);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + getter, e);
      }
    }

    String text(Object scheme) {
      Object value = get(scheme);
      return value instanceof Enum<?> e ? StrictOptions.lowerCase(e)
          : value instanceof OptionHandler handler ? Utils.toCommandLine(handler) : String.valueOf(value);
    }

    void set(Object scheme, Object value) throws Exception {
      try {
        setter.invoke(scheme, value);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof IllegalArgumentException cause) {
          throw new IllegalArgumentException(
              "option -" + option + ": " + withoutName(String.valueOf(cause.getMessage())), cause);
        }
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }

    /** Strips the property name that setters put before their message, since the option is already named. */
    private String withoutName(String message) {
      int colon = message.indexOf(": ");
      String name = colon < 0 ? "" : message.substring(0, colon).toLowerCase(Locale.ROOT).replace(" ", "-");
      return !name.isEmpty() && ("-" + option).endsWith("-" + name) ? message.substring(colon + 2) : message;
    }
  }

  private BeanOptions() {}

  /** @param fresh a scheme whose properties have their defaults */
  public static Enumeration<Option> list(OptionHandler fresh) {
    List<Option> result = new ArrayList<>();
    for (Property p : properties(fresh.getClass())) {
      String help = wrap(p.help);
      result.add(p.isFlag() ? new Option(help, p.option, 0, "-" + p.option)
          : new Option(help + "\n\t(default " + (p.text(fresh).isEmpty() ? "none" : p.text(fresh)) + ")",
              p.option, 1, "-" + p.option + " <" + kind(p) + ">"));
    }
    return Collections.enumeration(result);
  }

  /** Weka prints help as it is, so every line has to start with a tab. */
  private static String wrap(String help) {
    return "\t" + Lines.wrap(help, HELP_WIDTH, "\t");
  }

  private static String kind(Property p) {
    Class<?> type = p.getter.getReturnType();
    return type.isEnum() ? words(type) : type == int.class ? "int" : type == double.class ? "num" : "text";
  }

  /** An enum's constants as they are typed. */
  private static String words(Class<?> type) {
    return String.join("|", Arrays.stream(type.getEnumConstants())
        .map(c -> StrictOptions.lowerCase((Enum<?>) c)).toList());
  }

  /**
   * Sets all options.
   *
   * @param fresh provides the values of absent options
   * @param options blanked where read, as Weka expects
   * @throws IllegalArgumentException naming the option, for an illegal value or an unknown option
   */
  public static void set(OptionHandler scheme, OptionHandler fresh, String[] options) throws Exception {
    List<Property> properties = properties(scheme.getClass());
    Map<Property, String> given = given(properties, options);
    for (Property p : properties) {
      String text = given.get(p);
      p.set(scheme, p.isFlag() ? text != null : text == null ? p.get(fresh) : parse(p, text));
    }
    new StrictOptions(options).refuseRest();
  }

  /** Reads from left to right, so that a value may look like an option. A flag's value is empty. */
  private static Map<Property, String> given(List<Property> properties, String[] options) {
    Map<String, Property> byWord = properties.stream().collect(Collectors.toMap(p -> "-" + p.option, p -> p));
    Map<Property, String> given = new HashMap<>();
    for (int i = 0; i < options.length; i++) {
      Property p = byWord.get(options[i]);
      if (p == null) {
        continue;
      }
      options[i] = "";
      String value = p.isFlag() ? "" : StrictOptions.takeValue(p.option, options, ++i);
      if (given.put(p, value) != null) {
        throw StrictOptions.twice(p.option);
      }
    }
    return given;
  }

  private static Object parse(Property p, String text) {
    Class<?> type = p.getter.getReturnType();
    if (type == String.class) {
      return text;
    } else if (!type.isPrimitive() && !type.isEnum()) {
      return scheme(p, type, text);
    }
    try {
      return parse(type, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("option -" + p.option + ": " + e.getMessage(), e);
    }
  }

  /**
   * Parses a number or an enum constant.
   *
   * @throws IllegalArgumentException saying what was expected and what was found
   */
  public static Object parse(Class<?> type, String text) {
    try {
      if (type == int.class) {
        return Integer.parseInt(text.trim());
      } else if (type == double.class) {
        return Double.parseDouble(text.trim());
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected a " + (type == int.class ? "whole " : "") + "number, got '" + Excerpt.of(text)
              + "'" + (type == int.class ? NumberSlip.hintOnWhole(text) : NumberSlip.hint(text)),
          e);
    }
    for (Object constant : type.getEnumConstants()) {
      if (StrictOptions.lowerCase((Enum<?>) constant).equals(text.trim().toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new IllegalArgumentException(StrictOptions.noneOf((Enum<?>[]) type.getEnumConstants(), text));
  }

  /** Parses a scheme: class name and options. */
  private static Object scheme(Property p, Class<?> type, String text) {
    try {
      if (text.length() > LONGEST_SCHEME) {
        // Weka takes minutes to cut it, and hours for more.
        throw new IllegalArgumentException("it has " + text.length() + " characters, more than " + LONGEST_SCHEME);
      }
      String[] words = Utils.splitOptions(text);
      if (words.length == 0) {
        throw new IllegalArgumentException("a class name is missing");
      }
      return Utils.forName(type, words[0], Arrays.copyOfRange(words, 1, words.length));
    } catch (Exception | LinkageError e) {
      // Weka looks for a class whose name is alike, and loads all that it meets.
      throw new IllegalArgumentException("option -" + p.option + ": expected class name and options of a "
          + type.getSimpleName() + ", got '" + Excerpt.of(text) + "': "
          + Excerpt.of(String.valueOf(e.getMessage()), LONG), e);
    }
  }

  /**
   * The options whose values differ from the default, so that {@link #set} restores an equal scheme and a user sees
   * only what was chosen.
   *
   * @param fresh a scheme whose properties have their defaults
   */
  public static String[] get(OptionHandler scheme, OptionHandler fresh) {
    List<String> result = new ArrayList<>();
    for (Property p : properties(scheme.getClass())) {
      if (p.text(scheme).equals(p.text(fresh))) {
        continue;
      }
      result.add("-" + p.option);
      if (!p.isFlag()) {
        result.add(p.text(scheme));
      }
    }
    return result.toArray(new String[0]);
  }

  private static List<Property> properties(Class<?> type) {
    List<Property> result = new ArrayList<>();
    for (PropertyDescriptor d : beanInfo(type).getPropertyDescriptors()) {
      Method getter = d.getReadMethod();
      if (getter == null || d.getWriteMethod() == null) {
        continue;
      }
      OptionMetadata meta = getter.getAnnotation(OptionMetadata.class);
      if (meta != null) {
        String named = meta.commandLineParamName();
        result.add(new Property(named.isEmpty() ? hyphened(d.getName()) : named, meta.description(),
            meta.displayOrder(), getter,
            d.getWriteMethod()));
      } else if (INHERITED.containsKey(d.getName())) {
        result.add(new Property(INHERITED.get(d.getName()), inheritedHelp(type, d.getName()), AFTER_OWN, getter,
            d.getWriteMethod()));
      }
    }
    result.sort(Comparator.comparingInt(Property::order).thenComparing(Property::option));
    return Collections.unmodifiableList(result);
  }

  private static String hyphened(String property) {
    return property.replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
  }

  private static String inheritedHelp(Class<?> type, String property) {
    try {
      return (String) type.getMethod(property + "TipText").invoke(type.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no tip text for " + property + " of " + type, e);
    }
  }

  private static BeanInfo beanInfo(Class<?> type) {
    try {
      return Introspector.getBeanInfo(type);
    } catch (java.beans.IntrospectionException e) {
      throw new IllegalStateException("cannot look into " + type, e);
    }
  }
}
