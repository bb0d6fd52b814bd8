package weka.core.neural.chains;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Makes sequences of rows: the rows of a relational attribute that holds one nominal attribute, else the characters or
 * words of a string attribute, else the values of all nominal attributes in their order, of which equal labels are one
 * symbol. Of several attributes of a kind the first one is used.
 */
public final class SequenceReader implements Serializable {
  private static final long serialVersionUID = 1;
  /** In a sequence: a value that is missing. */
  static final int MISSING = -1;
  /** A sequence that is missing as a whole. */
  static final int[] UNKNOWN = {};
  private static final int SHOWN = 5;

  /** Where a row's symbols are. */
  private enum Place { TEXT, RELATION, COLUMNS }

  private final Place place;
  private final TextSymbols unit;
  private final int[] attributes;
  private final String names;
  private final String unused;
  private final Alphabet alphabet = new Alphabet();
  private final boolean @Nullable [][] places;

  /**
   * Finds where the sequences are and learns their symbols.
   *
   * @throws IllegalArgumentException if the attributes hold no sequences
   */
  public SequenceReader(Instances data, TextSymbols unit) {
    this.unit = unit;
    List<Attribute> others = IntStream.range(0, data.numAttributes()).filter(i -> i != data.classIndex())
        .mapToObj(data::attribute).toList();
    List<Attribute> relations = others.stream().filter(a -> a.isRelationValued() && symbol(a) != null).toList();
    List<Attribute> texts = others.stream().filter(Attribute::isString).toList();
    List<Attribute> columns = others.stream().filter(Attribute::isNominal).toList();
    place = !relations.isEmpty() ? Place.RELATION : !texts.isEmpty() ? Place.TEXT : Place.COLUMNS;
    List<Attribute> used = place == Place.RELATION ? relations.subList(0, 1) : place == Place.TEXT ? texts.subList(0, 1)
        : columns;
    if (used.isEmpty()) {
      throw new IllegalArgumentException("no attribute holds sequences: expected a relational attribute that holds one "
          + "nominal attribute, the symbol of each step, or a string attribute, or nominal attributes, but found "
          + (others.isEmpty() ? "none"
              : String.join(", ", others.stream().limit(SHOWN).map(SequenceReader::kind).toList()))
          + "; discretise numbers, and remove what does not belong to the sequence");
    }
    attributes = used.stream().mapToInt(Attribute::index).toArray();
    names = "'" + Excerpt.of(used.get(0).name()) + "'"
        + (attributes.length == 1 ? "" : " to '" + Excerpt.of(used.get(attributes.length - 1).name()) + "'");
    int more = others.size() - used.size();
    unused = more == 0 ? "" : String.join(", ", others.stream().filter(a -> !used.contains(a)).limit(SHOWN)
        .map(SequenceReader::kind).toList()) + (more > SHOWN ? " and " + (more - SHOWN) + " more" : "");
    Attribute symbol = symbol(used.get(0));
    if (symbol != null) {
      learnLabels(symbol);
    } else if (place == Place.COLUMNS) {
      used.forEach(this::learnLabels);
    }
    places = place == Place.COLUMNS ? places(used) : null;
    for (Instance row : data) {
      if (place == Place.TEXT && !row.isMissing(attributes[0])) {
        symbols(row.stringValue(attributes[0])).forEach(alphabet::learn);
      }
    }
  }

  private boolean[][] places(List<Attribute> columns) {
    boolean[][] allowed = new boolean[columns.size()][alphabet.size()];
    for (int t = 0; t < allowed.length; t++) {
      for (Enumeration<Object> values = columns.get(t).enumerateValues(); values.hasMoreElements();) {
        allowed[t][alphabet.index((String) values.nextElement())] = true;
      }
    }
    return allowed;
  }

  private static String kind(Attribute a) {
    return "'" + Excerpt.of(a.name()) + "' (" + Attribute.typeToString(a) + ")";
  }

  /** The one nominal attribute of a relational one; null if there is none, or it is not alone. */
  private static @Nullable Attribute symbol(Attribute a) {
    Instances inner = a.isRelationValued() ? a.relation() : null;
    return inner != null && inner.numAttributes() == 1 && inner.attribute(0).isNominal() ? inner.attribute(0) : null;
  }

  private void learnLabels(Attribute attribute) {
    for (Enumeration<Object> values = attribute.enumerateValues(); values.hasMoreElements();) {
      alphabet.learn((String) values.nextElement());
    }
  }

  private List<String> symbols(String text) {
    if (unit == TextSymbols.WORDS) {
      return text.isBlank() ? List.of() : Arrays.asList(text.trim().split("\\s+"));
    }
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** The row's symbols; one that was not in the training data is the number after the last. */
  public int[] read(Instance row) {
    if (row.numAttributes() <= attributes[attributes.length - 1]) {
      throw new IllegalArgumentException("a row has " + row.numAttributes() + " attributes, but the model reads "
          + "attribute " + (attributes[attributes.length - 1] + 1) + "; give it rows with the attributes of the "
          + "training data");
    }
    requireKind(row);
    return switch (place) {
      case TEXT -> row.isMissing(attributes[0]) ? UNKNOWN
          : symbols(row.stringValue(attributes[0])).stream().mapToInt(alphabet::index).toArray();
      case RELATION -> row.isMissing(attributes[0]) ? UNKNOWN : steps(row.relationalValue(attributes[0]));
      case COLUMNS -> Arrays.stream(attributes).map(a -> symbol(row, a)).toArray();
    };
  }

  private void requireKind(Instance row) {
    if (row.dataset() == null) {
      return;
    }
    for (int a : attributes) {
      Attribute attribute = row.attribute(a);
      if (place == Place.TEXT ? !attribute.isString() : place == Place.RELATION ? symbol(attribute) == null
          : !attribute.isNominal()) {
        throw new IllegalArgumentException("a row has the attribute " + kind(attribute) + " where the training data "
            + "have the sequence, " + source() + "; give it rows with the attributes of the training data");
      }
    }
  }

  /** For each attribute of columns the symbols that it may have; null if sequences are no columns. */
  boolean @Nullable [][] places() {
    return place == Place.COLUMNS ? places : null;
  }

  private int[] steps(Instances inner) {
    return inner.stream().mapToInt(step -> symbol(step, 0)).toArray();
  }

  private int symbol(Instance row, int attribute) {
    return row.isMissing(attribute) ? MISSING : alphabet.index(row.stringValue(attribute));
  }

  /** Whether sequences differ in length, so that their ends say something. */
  public boolean hasEnds() {
    return place != Place.COLUMNS;
  }

  /** Whether there may be symbols in later rows that no training row has. */
  public boolean isOpen() {
    return place == Place.TEXT;
  }

  /** The symbols, in the order of their numbers. */
  public List<String> symbols() {
    return alphabet.symbols();
  }

  /** The length of all sequences if they do not differ. */
  public int columns() {
    return attributes.length;
  }

  /** Symbols as one text. */
  public String text(List<Integer> sequence) {
    String between = place == Place.TEXT ? unit == TextSymbols.WORDS ? " " : "" : ",";
    List<String> symbols = alphabet.symbols();
    return String.join(between, sequence.stream().map(symbols::get).toList());
  }

  /** What a sequence is, in words, and which attributes are no part of it. */
  public String describe() {
    return source() + (unused.isEmpty() ? "" : " (not used: " + unused + ")");
  }

  private String source() {
    return switch (place) {
      case TEXT -> (unit == TextSymbols.WORDS ? "the words of attribute " : "the characters of attribute ") + names;
      case RELATION -> "the rows of attribute " + names;
      case COLUMNS -> "the values of attributes " + names;
    };
  }
}
