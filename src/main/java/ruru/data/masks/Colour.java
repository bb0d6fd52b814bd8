package ruru.data.masks;

import java.util.Locale;
import ruru.nn.text.Excerpt;

/** Colours of masks as text: a grey value from 0 to 255, or red, green and blue as #rrggbb. */
final class Colour {
  private static final int GREY = 0x010101;
  private static final int MOST = 255;

  private Colour() {}

  /**
   * Reads a colour.
   *
   * @param what names it in the message
   * @return 0xRRGGBB
   */
  static int parse(String what, String text) {
    String given = text.trim();
    if (given.matches("#[0-9a-fA-F]{6}")) {
      return Integer.parseInt(given.substring(1), 16);
    } else if (given.matches("[0-9]{1,3}") && Integer.parseInt(given) <= MOST) {
      return Integer.parseInt(given) * GREY;
    }
    throw new IllegalArgumentException(what + ": expected a grey value from 0 to 255 or a colour such as #ff8000, got '"
        + Excerpt.of(given) + "'");
  }

  /** As {@link #parse} reads it. */
  static String text(int rgb) {
    return rgb % GREY == 0 ? Integer.toString(rgb / GREY) : String.format(Locale.ROOT, "#%06x", rgb);
  }
}
