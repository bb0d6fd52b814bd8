package ruru.nn.layers;

import java.util.regex.Pattern;
import ruru.nn.Build;

/** Numbers of positions at the sides of maps, as text: one number for all sides, or one for each axis as in 2x0. */
final class Sides {
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(x\\d{1,6})*");

  private Sides() {}

  /**
   * As many numbers as there are axes.
   *
   * @param expected starts the error if the text is something else
   */
  static int[] parse(Build b, String expected, String text, int axes) {
    String[] parts = text.split("x", -1);
    if (!NUMBERS.matcher(text).matches() || parts.length != 1 && parts.length != axes) {
      throw b.error(expected + ", got '" + text + "'" + (axes == 1 && parts.length > 1 ? " for a single axis" : ""));
    }
    int[] sides = new int[axes];
    for (int i = 0; i < axes; i++) {
      sides[i] = Integer.parseInt(parts[parts.length == 1 ? 0 : i]);
    }
    return sides;
  }
}
