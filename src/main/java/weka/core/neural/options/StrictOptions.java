package weka.core.neural.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import ruru.nn.text.Nearest;
import ruru.nn.text.NumberSlip;
import weka.core.Utils;

/**
 * Reads the options of a scheme and rejects what it does not understand, always naming the option in the message. Like
 * {@link Utils#getOption} it blanks what it has read in the given array: what is not blank afterwards is unknown. An
 * absent option has its default; one that is present must have a legal value.
 */
public final class StrictOptions {

  private final String[] options;

  /** Reads from (and blanks) the array itself, not a copy. */
  public StrictOptions(String[] options) {
    this.options = options;
  }

  public boolean flag(String name) throws Exception {
    return Utils.getFlag(name, options);
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

  /** The value as written, or null if the option is absent. */
  public @Nullable String text(String name) throws Exception {
    return Utils.getOptionPos(name, options) < 0 ? null : Utils.getOption(name, options);
  }
}
