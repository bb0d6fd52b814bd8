package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.SequenceSettings;
import weka.core.neural.TextUnits;
import weka.core.tokenizers.WordTokenizer;

/**
 * The string attributes that hold a row's text, one after the other, and what the text is read as: words in lower case,
 * between Weka's usual delimiters, or characters, which are code points.
 *
 * @param indices places among the attributes
 * @param units   WORDS or CHARS
 * @param longest words or characters of a text that are read
 */
record TextReader(int[] indices, List<String> names, TextUnits units, int longest) implements Serializable {
  private static final int USUAL_WORDS = 500;
  private static final int USUAL_CHARACTERS = 1000;

  TextReader {
    // A list that Java stores under a class of its own would be refused when the model is read.
    names = new ArrayList<>(names);
  }

  /**
   * Finds the attributes.
   *
   * @return null if there are no texts: no string attribute, or one that names image files
   * @param wanted   what texts are read as; none if rows are not to be read as texts
   * @throws IllegalArgumentException if strings are set to be texts and the names of files at once
   */
  static @Nullable TextReader find(Instances data, TextUnits wanted, SequenceSettings settings,
      ImageSettings images) {
    List<Attribute> strings = IntStream.range(0, data.numAttributes()).filter(i -> i != data.classIndex())
        .mapToObj(data::attribute).filter(Attribute::isString).toList();
    if (wanted == TextUnits.NONE || strings.isEmpty() || data.isEmpty()) {
      return null;
    }
    if (images.hasFolder() && wanted != TextUnits.AUTO) {
      throw new IllegalArgumentException("text: expected 'auto' or 'none' where images (-images) is set, since strings "
          + "are the names of image files then");
    }
    if (images.hasFolder() || wanted == TextUnits.AUTO && ImageAttribute.nameFiles(data, strings, images)) {
      return null;
    }
    boolean characters = wanted == TextUnits.CHARS;
    return new TextReader(strings.stream().mapToInt(Attribute::index).toArray(),
        strings.stream().map(Attribute::name).toList(), characters ? TextUnits.CHARS : TextUnits.WORDS,
        settings.longest.orElse(characters ? USUAL_CHARACTERS : USUAL_WORDS));
  }

  /**
   * The words or characters of a row's text, at most as many as are read and one more, which tells that there are more.
   *
   * @param number the row's number, from 0, for messages
   */
  List<String> units(Instance row, int number) {
    List<String> found = new ArrayList<>();
    for (int index : indices) {
      if (!row.isMissing(index)) {
        add(text(row, index, number), found);
      }
    }
    return found;
  }

  private String text(Instance row, int index, int number) {
    if (row.dataset() == null || !row.attribute(index).isString()) {
      throw new IllegalArgumentException("row " + (number + 1) + ": attribute " + (index + 1) + " is no text, or the "
          + "row belongs to no data set; expected a string as in the training data");
    }
    return row.stringValue(index);
  }

  private void add(String text, List<String> found) {
    if (units == TextUnits.CHARS) {
      for (int i = 0; i < text.length() && found.size() <= longest; i = text.offsetByCodePoints(i, 1)) {
        found.add(text.substring(i, text.offsetByCodePoints(i, 1)));
      }
      return;
    }
    WordTokenizer words = new WordTokenizer();
    words.tokenize(text);
    while (found.size() <= longest && words.hasMoreElements()) {
      found.add(words.nextElement().toLowerCase(Locale.ROOT));
    }
  }

  /** The last attribute that is read. */
  int last() {
    return indices[indices.length - 1];
  }

  /** "word" or "character" */
  String unit() {
    return units == TextUnits.CHARS ? "character" : "word";
  }

  /** "attribute 'text'" */
  String where() {
    return (names.size() == 1 ? "attribute " : "attributes ")
        + names.stream().map(name -> "'" + Excerpt.of(name) + "'").collect(Collectors.joining(" and "));
  }
}
