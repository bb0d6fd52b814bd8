package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words or characters that have a number, from 1; 0 is the number of all others. */
final class Vocabulary implements Serializable {
  private static final long serialVersionUID = 1;
  /** From what is in a single row, nothing can be learnt about other rows. */
  private static final int FEWEST_ROWS = 2;

  private final String[] words;
  private transient volatile @Nullable Map<String, Integer> numbers;

  private Vocabulary(String[] words) {
    this.words = words;
  }

  /** Counts the rows in which each word is. */
  static final class Count {
    private final Map<String, Integer> rows = new HashMap<>();

    /** @param words the different ones of a row */
    void add(Set<String> words) {
      words.forEach(word -> rows.merge(word, 1, Integer::sum));
    }

    /** Different words. */
    int different() {
      return rows.size();
    }

    /** Those of two rows or more. */
    int repeated() {
      return (int) rows.values().stream().filter(n -> n >= FEWEST_ROWS).count();
    }

    /** Whether some word is in several of so many rows, but not in all. */
    boolean tellsApart(int all) {
      return rows.values().stream().anyMatch(n -> n >= FEWEST_ROWS && n < all);
    }

    /** The words in most rows; of those in equally many, the first in the order of their code units. */
    Vocabulary most(int limit) {
      return new Vocabulary(rows.entrySet().stream().filter(e -> e.getValue() >= FEWEST_ROWS)
          .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
              .thenComparing(Map.Entry::getKey))
          .limit(limit).map(Map.Entry::getKey).toArray(String[]::new));
    }
  }

  /** Words that have a number of their own. */
  int size() {
    return words.length;
  }

  int number(String word) {
    Map<String, Integer> known = numbers;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < words.length; i++) {
        known.put(words[i], i + 1);
      }
      numbers = known;
    }
    return known.getOrDefault(word, 0);
  }

  /** The first words in the order of their numbers. */
  List<String> first(int most) {
    return Arrays.asList(words).subList(0, Math.min(most, words.length));
  }
}
