package ruru.nn.text;

import java.util.Locale;

/**
 * A text that somebody else wrote, made fit for a message: cut where it is long, on one line, and without characters
 * that a terminal would obey.
 */
public final class Excerpt {
  private static final int MOST = 120;

  private Excerpt() {}

  /** The text in at most {@value #MOST} characters. */
  public static String of(String text) {
    return of(text, MOST);
  }

  /** The text in at most so many characters. */
  public static String of(String text, int most) {
    StringBuilder excerpt = new StringBuilder();
    for (int i = 0; i < text.length();) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      String shown = shown(c);
      boolean last = i == text.length();
      if (excerpt.length() + shown.length() > (last ? most : most - 1)) {
        return excerpt.append('\u2026').toString();
      }
      excerpt.append(shown);
    }
    return excerpt.toString();
  }

  private static String shown(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> switch (Character.getType(c)) {
        // Of these some turn the direction of what follows, or are not seen at all.
        case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
          String.format(Locale.ROOT, "\\u%04x", c);
        default -> Character.toString(c);
      };
    };
  }
}
