package weka.core.neural.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * A text as numbers of its characters (code points), and as rows: each holds some characters, and as its class the one
 * that follows.
 */
final class Letters {
  /** The share of the text, its end, that is not trained on. */
  private static final double TEST = 0.1;
  /** A rarer character is left out: as a class it could not be learnt. */
  private static final int FEWEST = 2;

  private final List<String> alphabet;
  private final int[] text;
  private final int window;

  private Letters(List<String> alphabet, int[] text, int window) {
    this.alphabet = alphabet;
    this.text = text;
    this.window = window;
  }

  /**
   * Reads a text.
   *
   * @param window characters before the one to be predicted
   * @throws IllegalArgumentException if it is too short for that
   */
  static Letters of(String text, int window) {
    Map<Integer, Integer> counts = new TreeMap<>();
    text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
    List<String> alphabet = new ArrayList<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    counts.forEach((c, n) -> {
      if (n >= FEWEST) {
        numbers.put(c, alphabet.size());
        alphabet.add(Character.toString(c));
      }
    });
    int[] known = text.codePoints().filter(numbers::containsKey).map(numbers::get).toArray();
    Letters letters = new Letters(alphabet, known, window);
    if (alphabet.size() < 2 || letters.first() - window < 2 || letters.first() >= known.length) {
      throw new IllegalArgumentException("the text has " + known.length + " characters that occur at least twice, "
          + alphabet.size() + " different ones; expected two or more, and a text of at least "
          + (int) Math.ceil((window + 2) / (1 - TEST)) + " characters for a window of " + window);
    }
    return letters;
  }

  /** The characters, in the order of their code points. */
  List<String> alphabet() {
    return alphabet;
  }

  /** The first character that is not trained on. */
  int first() {
    return (int) (text.length * (1 - TEST));
  }

  int size() {
    return text.length;
  }

  /** The number of a character of the text. */
  int at(int place) {
    return text[place];
  }

  /** A data set without rows. */
  Instances header() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("before", (List<String>) null));
    attributes.add(new Attribute("next", alphabet));
    Instances header = new Instances("letters", attributes, 0);
    header.setClassIndex(1);
    return header;
  }

  /**
   * Rows for characters of a part of the text, at equal distances if there are more than wanted.
   *
   * @param most rows
   */
  Instances rows(int from, int to, int most) {
    Instances rows = header();
    int begin = Math.max(from, window);
    int n = Math.min(most, to - begin);
    for (int i = 0; i < n; i++) {
      int place = begin + (int) ((long) i * (to - begin) / n);
      Instance row = row(rows, before(place));
      row.setClassValue(text[place]);
      rows.add(row);
    }
    return rows;
  }

  /** The characters before a place, as many as the window has. */
  String before(int place) {
    StringBuilder s = new StringBuilder();
    for (int i = place - window; i < place; i++) {
      s.append(alphabet.get(text[i]));
    }
    return s.toString();
  }

  /** A row with an unknown class. */
  static Instance row(Instances header, String before) {
    Instance row = new DenseInstance(2);
    row.setDataset(header);
    row.setValue(0, header.attribute(0).addStringValue(before));
    row.setClassMissing();
    return row;
  }
}
