package ruru.nn.text;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ruru.nn.ColumnGroups;
import ruru.nn.Setting;
import ruru.nn.Shape;

/** The plain values (not records) that a setting can have: reading, printing, and checking the range. */
final class Value {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d+)?");

  private static final int LONGEST = 100;

  private Value() {}

  /** @throws IllegalArgumentException saying what was expected, without the setting's name */
  static Object parse(RecordComponent component, String text) {
    Class<?> type = component.getType();
    if (type == int.class) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw noNumber("must be a whole number, got '" + Excerpt.of(text) + "'", NumberSlip.hintOnWhole(text));
      }
    } else if (type == double.class) {
      return parseDouble(text);
    } else if (type == boolean.class) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "yes", "true" -> true;
        case "no", "false" -> false;
        default -> throw new IllegalArgumentException("must be yes or no, got '" + Excerpt.of(text) + "'");
      };
    } else if (type == String.class) {
      return requireShort(text);
    } else if (type == Shape.class) {
      return parseShape(text);
    } else if (type == ColumnGroups.class) {
      return ColumnGroups.parse(text);
    } else if (type == List.class) {
      List<String> words = Arrays.asList(text.trim().split("\\s+"));
      words.forEach(Value::requireShort);
      return words;
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).filter(c -> toText(c).equalsIgnoreCase(text)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("must be one of "
              + Arrays.stream(type.getEnumConstants()).map(Value::toText).collect(Collectors.joining(", "))
              + ", got '" + Excerpt.of(text) + "'"));
    }
    throw new IllegalStateException("settings of type " + type + " are not supported: " + component);
  }

  /** @throws IllegalArgumentException if a word is longer than any name, window or stride that anybody types */
  static String requireShort(String word) {
    if (word.length() > LONGEST) {
      throw new IllegalArgumentException("must be at most " + LONGEST + " characters long, got " + word.length() + ": '"
          + Excerpt.of(word) + "'");
    }
    return word;
  }

  private static Shape parseShape(String text) {
    try {
      return Shape.parse(text.toLowerCase(Locale.ROOT).replace('\u00d7', 'x'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be a shape: " + e.getMessage(), e);
    }
  }

  // Java's own parser would also accept 0.5f, 0x1p3 and NaN.
  private static Double parseDouble(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw noNumber("must be a number, got '" + Excerpt.of(text) + "'", NumberSlip.hint(text));
    }
    double d = Double.parseDouble(text);
    if (!Double.isFinite(d)) {
      throw new IllegalArgumentException("must be a finite number, got '" + Excerpt.of(text) + "'");
    }
    return d;
  }

  private static IllegalArgumentException noNumber(String problem, String hint) {
    return hint.isEmpty() ? new IllegalArgumentException(problem)
        : new HintedException(problem, hint.substring("; ".length()));
  }

  static String toText(Object value) {
    if (value instanceof Double d) {
      return Decimal.shortest(d);
    } else if (value instanceof Boolean b) {
      return b ? "yes" : "no";
    } else if (value instanceof Shape s) {
      return s.toText();
    } else if (value instanceof Enum<?> e) {
      return e.name().toLowerCase(Locale.ROOT);
    } else if (value instanceof List<?> l) {
      return l.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
    return value.toString();
  }

  /** @throws IllegalArgumentException if a number is out of the setting's range, without the setting's name */
  static void check(Setting setting, Object value) {
    if (!(value instanceof Number n)) {
      return;
    }
    double d = n.doubleValue();
    boolean low = setting.above() ? d <= setting.min() : d < setting.min();
    boolean high = setting.below() ? d >= setting.max() : d > setting.max();
    if (low || high || Double.isNaN(d)) {
      throw new IllegalArgumentException("must be " + range(setting) + ", got " + toText(value));
    }
  }

  /** "at least 1", "above 0 and below 1", "from 0 to 1", or "any number". */
  static String range(Setting s) {
    boolean hasMin = s.min() != Double.NEGATIVE_INFINITY;
    boolean hasMax = s.max() != Double.POSITIVE_INFINITY;
    if (hasMin && hasMax && !s.above() && !s.below()) {
      return "from " + Decimal.shortest(s.min()) + " to " + Decimal.shortest(s.max());
    }
    String low = hasMin ? (s.above() ? "above " : "at least ") + Decimal.shortest(s.min()) : "";
    String high = hasMax ? (s.below() ? "below " : "at most ") + Decimal.shortest(s.max()) : "";
    return !hasMin && !hasMax ? "any number" : low + (hasMin && hasMax ? " and " : "") + high;
  }
}
