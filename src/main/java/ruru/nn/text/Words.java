package ruru.nn.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Splits text at a separator, but not inside round brackets. */
final class Words {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** Words of a step; each is tried together with those before it. */
  private static final int MOST_WORDS = 100;

  private Words() {}

  /**
   * The parts; with ' ' as the separator, any white space separates and empty parts are left out.
   *
   * @throws IllegalArgumentException if round brackets do not match
   */
  static List<String> split(String text, char separator) {
    int unmatched = unmatched(text);
    if (unmatched >= 0) {
      throw new IllegalArgumentException(complaint(text, unmatched) + " in '" + Excerpt.of(text.trim()) + "'");
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

  /**
   * The same words, where a member's name with its settings in brackets, as in "dense(64, init=zeros)", becomes that
   * name followed by a word for each setting.
   */
  static List<String> spread(List<String> words, Catalog<?> catalog) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      int open = word.indexOf('(');
      if (open > 0 && word.endsWith(")") && catalog.has(word.substring(0, open))) {
        all.add(word.substring(0, open));
        split(word.substring(open + 1, word.length() - 1), ',').forEach(s -> all.addAll(split(s, ' ')));
      } else {
        all.add(word);
      }
    }
    return all;
  }

  /**
   * Where the error is in a rejected text: the word up to which it is rejected for the same reason.
   *
   * @param refusal the error message for the whole text
   * @param reader  rejects the text with an IllegalArgumentException
   * @return the index of the word's first character; 0 if unknown
   */
  static int mistake(String text, IllegalArgumentException refusal, Consumer<String> reader) {
    List<String> words = split(text, ' ');
    int end = 0;
    for (String word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
      int start = text.indexOf(word, end);
      end = start + word.length();
      try {
        reader.accept(text.substring(0, end));
      } catch (IllegalArgumentException e) {
        if (Objects.equals(e.getMessage(), refusal.getMessage())) {
          return start;
        }
      }
    }
    return 0;
  }

  /** Whether a word is made of letters, digits, _ and -, and does not start with a digit. */
  static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  /** Index of the first unmatched round bracket, or -1. All brackets before it are matched. */
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

  /** What is wrong with the bracket found by {@link #unmatched}. */
  static String complaint(String text, int unmatched) {
    return text.charAt(unmatched) == '(' ? "a round bracket is opened but not closed"
        : "a round bracket is closed but was not opened";
  }
}
