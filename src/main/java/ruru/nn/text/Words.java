package ruru.nn.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts text at a separator, but not inside round brackets. */
final class Words {
  private Words() {}

  /** The parts; with ' ' as separator any white space separates and empty parts are left out. */
  static List<String> split(String text, char separator) {
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
    if (depth != 0) {
      throw new IllegalArgumentException("round brackets do not match in '" + text.trim() + "'");
    }
    return parts;
  }
}
