package ruru.nn.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The candidate with the fewest edits (Levenshtein 1966), if they are at most a third of the word; else null. */
  public static @Nullable String of(String word, List<String> candidates) {
    String best = null;
    int fewest = Math.max(1, word.length() / 3) + 1;
    for (String c : candidates) {
      if (Math.abs(word.length() - c.length()) >= fewest) {
        continue;
      }
      int edits = distance(word, c);
      if (edits < fewest) {
        fewest = edits;
        best = c;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
