package weka.core.neural.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import ruru.nn.text.Nearest;
import ruru.nn.text.NumberSlip;

/**
 * Reads the options of a scheme and rejects what it does not understand, always naming the option in the message. Like
 * {@link weka.core.Utils#getOption} it blanks what it has read in the given array: what is not blank afterwards is
 * unknown. An absent option has its default; one that is present must have a legal value, and be there once.
 */
public final class StrictOptions {

  private final String[] options;

  /** Reads from (and blanks) the array itself, not a copy. */
  public StrictOptions(String[] options) {
    this.options = options;
  }

  public boolean flag(String name) {
    int at = position(name);
    if (at >= 0) {
      options[at] = "";
      requireOnce(name);
    }
    return at >= 0;
  }

  public int integer(String name, int absent) throws Exception {
    String value = text(name);
    try {
      return value == null ? absent : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "option -" + name + ": expected a whole number, got '" + Excerpt.of(value) + "'"
              + NumberSlip.hintOnWhole(value),
          e);
    }
  }

  public double number(String name, double absent) throws Exception {
    String value = text(name);
    try {
      return value == null ? absent : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("option -" + name + ": expected a number, got '" + Excerpt.of(value) + "'"
          + NumberSlip.hint(value), e);
    }
  }

  /** One of the default's enum constants, written in lower case. */
  public <E extends Enum<E>> E choice(String name, E absent) throws Exception {
    String value = text(name);
    if (value == null) {
      return absent;
    }
    E[] constants = absent.getDeclaringClass().getEnumConstants();
    for (E constant : constants) {
      if (lowerCase(constant).equals(value)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("option -" + name + ": " + noneOf(constants, value));
  }

  /** A message that a text is not one of an enum's constants, with these and, if there is one, the nearest. */
  static String noneOf(Enum<?>[] constants, String text) {
    List<String> legal = Arrays.stream(constants).map(StrictOptions::lowerCase).toList();
    String near = Nearest.of(text.trim().toLowerCase(Locale.ROOT), legal);
    return "expected one of " + String.join(", ", legal) + ", got '" + Excerpt.of(text) + "'"
        + (near == null ? "" : "; did you mean '" + near + "'?");
  }

  /** The text of an enum's constant on the command line. */
  public static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Throws if any option has not been read. */
  public void refuseRest() {
    String rest = Arrays.stream(options).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("unknown option: " + Excerpt.of(rest));
    }
  }

  /**
   * The value as written, or null if the option is absent.
   *
   * @throws IllegalArgumentException if there is no value, or the option is given twice
   */
  public @Nullable String text(String name) {
    int at = position(name);
    if (at < 0) {
      return null;
    }
    options[at] = "";
    String value = takeValue(name, options, at + 1);
    requireOnce(name);
    return value;
  }

  /**
   * Reads a text that Weka's own parser will read: it fails on some, and takes for ever on long ones.
   *
   * @throws IllegalArgumentException if it is such a text
   */
  public void requireReadable(String name, int longest) {
    String text = text(name);
    if (text == null) {
      return;
    }
    // Weka takes quotation marks off, and what is then an option is read as one when it is returned.
    boolean option = text.replace("'", "").replace("\"", "").startsWith("-");
    if (option || text.length() > longest || text.equals("'") || text.equals("\"")) {
      throw new IllegalArgumentException(
          "option -" + name + ": expected at most " + longest + " characters that do not "
              + "begin with '-' and are not a quotation mark alone, got '" + Excerpt.of(text) + "'");
    }
  }

  /** Blanks the value at a place and returns it. */
  static String takeValue(String name, String[] options, int at) {
    if (at == options.length) {
      throw new IllegalArgumentException("option -" + name + ": a value is missing");
    }
    String value = options[at];
    options[at] = "";
    return value;
  }

  private int position(String name) {
    return Arrays.asList(options).indexOf("-" + name);
  }

  private void requireOnce(String name) {
    if (position(name) >= 0) {
      throw twice(name);
    }
  }

  static IllegalArgumentException twice(String name) {
    return new IllegalArgumentException("option -" + name + " is given twice; leave out one of the two");
  }
}
