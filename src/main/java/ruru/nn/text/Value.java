package ruru.nn.text;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ruru.nn.Initializer;
import ruru.nn.Setting;
import ruru.nn.Shape;

/** The values that a setting can have: from text, to text, and the check of the range. */
final class Value {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Value() {}

  /** @throws IllegalArgumentException saying what was expected, without the setting's name */
  static Object parse(RecordComponent component, String text) {
    Class<?> type = component.getType();
    if (type == int.class) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw noNumber("must be a whole number, got '" + text + "'", NumberSlip.hintOnWhole(text));
      }
    } else if (type == double.class) {
      return parseDouble(text);
    } else if (type == boolean.class) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "yes", "true" -> true;
        case "no", "false" -> false;
        default -> throw new IllegalArgumentException("must be yes or no, got '" + text + "'");
      };
    } else if (type == String.class) {
      return text;
    } else if (type == Shape.class) {
      return parseShape(text);
    } else if (type == Initializer.class) {
      return text.equalsIgnoreCase("auto") ? Initializer.AUTO : parseInitializer(text);
    } else if (type == List.class) {
      return Arrays.asList(text.trim().split("\\s+"));
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).filter(c -> toText(c).equalsIgnoreCase(text)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("must be one of "
              + Arrays.stream(type.getEnumConstants()).map(Value::toText).collect(Collectors.joining(", "))
              + ", got '" + text + "'"));
    }
    throw new IllegalStateException("settings of type " + type + " are not supported: " + component);
  }

  private static Shape parseShape(String text) {
    try {
      return Shape.parse(text.toLowerCase(Locale.ROOT).replace('\u00d7', 'x'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be a shape: " + e.getMessage(), e);
    }
  }

  private static Initializer parseInitializer(String text) {
    try {
      return RecordText.parse(Catalog.INITIALIZERS, unwrap(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be auto or an initialiser: " + e.getMessage(), e);
    }
  }

  // Java's own parser would also take 0.5f, 0x1p3 and NaN.
  private static Double parseDouble(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw noNumber("must be a number, got '" + text + "'", NumberSlip.hint(text));
    }
    double d = Double.parseDouble(text);
    if (!Double.isFinite(d)) {
      throw new IllegalArgumentException("must be a finite number, got '" + text + "'");
    }
    return d;
  }

  private static IllegalArgumentException noNumber(String problem, String hint) {
    return hint.isEmpty() ? new IllegalArgumentException(problem)
        : new HintedException(problem, hint.substring("; ".length()));
  }

  /** "orthogonal(1.4)" means "orthogonal 1.4": a setting's own settings stand in brackets. */
  private static String unwrap(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return text;
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException("the bracket in '" + text + "' is not closed at its end");
    }
    return text.substring(0, open) + " " + text.substring(open + 1, text.length() - 1).replace(',', ' ');
  }

  static String toText(Object value) {
    if (value instanceof Double d) {
      return number(d);
    } else if (value instanceof Boolean b) {
      return b ? "yes" : "no";
    } else if (value instanceof Shape s) {
      return s.toText();
    } else if (value instanceof Enum<?> e) {
      return e.name().toLowerCase(Locale.ROOT);
    } else if (value instanceof List<?> l) {
      return l.stream().map(Object::toString).collect(Collectors.joining(" "));
    } else if (value instanceof Record r) {
      String text = RecordText.print(r);
      int space = text.indexOf(' ');
      return space < 0 ? text : text.substring(0, space) + "(" + text.substring(space + 1).replace(' ', ',') + ")";
    }
    return value.toString();
  }

  /** The shortest decimal that reads back as the same number. */
  private static String number(double d) {
    if (d == 0) {
      // A record tells -0 from 0, so the text has to.
      return 1 / d < 0 ? "-0" : "0";
    }
    double size = Math.abs(d);
    if (size >= 1e-3 && size < 1e7) {
      return new BigDecimal(Double.toString(d)).stripTrailingZeros().toPlainString();
    }
    return Double.toString(d).replace(".0E", "e").replace('E', 'e');
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
      return "from " + number(s.min()) + " to " + number(s.max());
    }
    String low = hasMin ? (s.above() ? "above " : "at least ") + number(s.min()) : "";
    String high = hasMax ? (s.below() ? "below " : "at most ") + number(s.max()) : "";
    return !hasMin && !hasMax ? "any number" : low + (hasMin && hasMax ? " and " : "") + high;
  }
}
