package ruru.nn.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts text at a separator, but not inside round brackets. */
final class Words {
  private Words() {}

  /**
   * The parts; with ' ' as separator any white space separates and empty parts are left out.
   *
   * @throws IllegalArgumentException if round brackets do not match
   */
  static List<String> split(String text, char separator) {
    int unmatched = unmatched(text);
    if (unmatched >= 0) {
      throw new IllegalArgumentException(complaint(text, unmatched) + " in '" + text.trim() + "'");
    }
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : separator;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean cut = i == text.length() || depth == 0 && (separator == ' ' ? Character.isWhitespace(c) : c == separator);
      if (cut) {
        String part = text.substring(start, i);
        if (separator != ' ' || !part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** Index of the first round bracket without a partner, or -1. All brackets before it have theirs. */
  static int unmatched(String text) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '(') {
        open.addLast(i);
      } else if (text.charAt(i) == ')' && open.pollLast() == null) {
        return i;
      }
    }
    return open.isEmpty() ? -1 : open.getFirst();
  }

  /** What is wrong with the bracket that {@link #unmatched} found. */
  static String complaint(String text, int unmatched) {
    return text.charAt(unmatched) == '(' ? "a round bracket is opened but not closed"
        : "a round bracket is closed but was not opened";
  }
}
