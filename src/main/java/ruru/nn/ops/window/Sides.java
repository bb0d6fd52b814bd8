package ruru.nn.ops.window;

import java.util.Arrays;
import java.util.regex.Pattern;
import ruru.nn.Build;

/** Numbers of positions at the sides of maps, as text: one number for all sides, or one for each axis as in 2x0. */
public final class Sides {
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

  /**
   * Numbers for both ends of every axis: one for all of them, one for each axis, or two for each axis.
   *
   * @return [axis][start, end]
   */
  public static int[][] ends(Build b, String text, int axes) {
    String[] parts = text.split("x", -1);
    boolean each = parts.length == 2 * axes && NUMBERS.matcher(text).matches();
    int[] numbers = each ? Arrays.stream(parts).mapToInt(Integer::parseInt).toArray()
        : parse(b, axes == 1 ? "needs one number, or two for start and end as in 1x2"
            : "needs one number, two for rows and columns as in 1x2, or four for top, bottom, left and right", text,
            axes);
    int[][] ends = new int[axes][2];
    for (int i = 0; i < axes; i++) {
      ends[i][0] = numbers[each ? 2 * i : i];
      ends[i][1] = numbers[each ? 2 * i + 1 : i];
    }
    return ends;
  }
}
