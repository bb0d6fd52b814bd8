package ruru.nn;

/** A text that somebody else wrote, for the messages of this package: cut, and without characters that are not seen. */
final class Shown {
  private static final int MOST = 60;

  private Shown() {}

  static String of(String text) {
    return (text.length() > MOST ? text.substring(0, MOST) + "\u2026" : text).replaceAll("\\p{C}", "?");
  }
}
