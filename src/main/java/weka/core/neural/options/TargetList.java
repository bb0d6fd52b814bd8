package weka.core.neural.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ruru.nn.text.Excerpt;
import ruru.nn.text.Nearest;
import weka.core.Attribute;
import weka.core.Instances;

/**
 * Attributes that are named in a list, separated by commas: each by its name, or by its number from 1, or by a range of
 * numbers such as 3-5, in which 'first' and 'last' stand for numbers too. A name is looked for before a number is. What
 * stands in quotes, single or double, is a name and nothing else, in which a backslash takes the next character as it
 * is; so are names written that contain commas or begin with a quote. The word 'meka' names the labels of a data set of
 * MEKA, whose relation says in "NAME: -C 6" that they are the first six attributes, and with -6 the last six. After a
 * filter that may change attributes it is refused, since the relation's name keeps the count.
 */
public final class TargetList {
  /** An entry as typed, without its quotes. */
  private record Entry(String text, boolean quoted) {}

  private static final String EXPECTED = "targets: expected names or numbers of attributes, separated by commas, as in "
      + "'height,4-6', or 'none'";
  private static final Pattern RANGE = Pattern.compile("(first|last|\\d{1,9})(?:\\s*-\\s*(first|last|\\d{1,9}))?");
  private static final Pattern LABELS = Pattern.compile(":.*?-[Cc]\\s+(-?\\d{1,9})(?!\\d)");
  /** A filter that was applied, as Weka appends it to the name of the relation. */
  private static final Pattern FILTER = Pattern.compile("\\b(?:weka|meka)\\.filters\\.[\\w.]+");
  /** Filters that leave every attribute where and what it is. */
  private static final Pattern HARMLESS = Pattern.compile(".*\\.instance\\..*"
      + "|.*\\.(?:AllFilter|MultiFilter|Center|Normalize|Standardize|ReplaceMissingValues|EMImputation)");
  private static final String MEKA = "meka";
  private static final int LISTED = 6;

  private final List<Entry> entries;

  private TargetList(List<Entry> entries) {
    this.entries = entries;
  }

  /** @throws IllegalArgumentException if the text is no such list */
  public static TargetList parse(String typed) {
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at <= typed.length()) {
      int start = at;
      while (start < typed.length() && Character.isWhitespace(typed.charAt(start))) {
        start++;
      }
      boolean quoted = start < typed.length() && (typed.charAt(start) == '\'' || typed.charAt(start) == '"');
      if (quoted) {
        StringBuilder name = new StringBuilder();
        int end = unquote(typed, start, name);
        at = typed.indexOf(',', end) < 0 ? typed.length() : typed.indexOf(',', end);
        if (!typed.substring(end, at).isBlank()) {
          throw new IllegalArgumentException(EXPECTED + "; after the quoted name '" + Excerpt.of(name.toString())
              + "' a comma was expected, got '" + Excerpt.of(typed.substring(end, at).trim()) + "'");
        }
        entries.add(new Entry(name.toString(), true));
      } else {
        at = typed.indexOf(',', start) < 0 ? typed.length() : typed.indexOf(',', start);
        entries.add(new Entry(typed.substring(start, at).trim(), false));
      }
      if (entries.get(entries.size() - 1).text().isEmpty()) {
        throw new IllegalArgumentException(EXPECTED + "; entry " + entries.size() + " of '" + Excerpt.of(typed)
            + "' is empty");
      }
      at++;
    }
    return new TargetList(List.copyOf(entries));
  }

  /** A name as an entry of such a list: in quotes where it would be read as something else. */
  public static String quoted(String name) {
    boolean plain = !name.contains(",") && !name.startsWith("'") && !name.startsWith("\"") && name.equals(name.trim())
        && !name.equalsIgnoreCase(MEKA) && !name.equalsIgnoreCase(Auto.NONE);
    return plain ? name : "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The index after the closing quote. */
  private static int unquote(String typed, int start, StringBuilder name) {
    for (int i = start + 1; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c == typed.charAt(start)) {
        return i + 1;
      }
      if (c == '\\' && i + 1 < typed.length()) {
        i++;
      }
      name.append(typed.charAt(i));
    }
    throw new IllegalArgumentException(EXPECTED + "; a quote is not closed in '" + Excerpt.of(typed) + "'");
  }

  /**
   * The attributes that are named, from 0 and in order. The class, which is predicted anyway, is not among them.
   *
   * @param data its class is set
   * @throws IllegalArgumentException naming what is not there, or cannot be predicted
   */
  public int[] indices(Instances data) {
    TreeSet<Integer> found = new TreeSet<>();
    for (Entry entry : entries) {
      Attribute named = data.attribute(entry.text());
      Matcher range = RANGE.matcher(entry.text().toLowerCase(Locale.ROOT));
      if (named != null) {
        found.add(named.index());
      } else if (!entry.quoted() && entry.text().equalsIgnoreCase(MEKA)) {
        addLabels(data, found);
      } else if (!entry.quoted() && range.matches()) {
        addRange(data, entry.text(), range, found);
      } else {
        throw new IllegalArgumentException("targets: there is no attribute '" + Excerpt.of(entry.text()) + "'; "
            + hint(entry.text(), data));
      }
    }
    found.remove(data.classIndex());
    if (found.isEmpty()) {
      throw new IllegalArgumentException("targets: they name the class alone, '"
          + Excerpt.of(data.classAttribute().name()) + "', which is predicted anyway; name others, or write 'none'");
    }
    found.forEach(i -> requirePredictable(data.attribute(i)));
    return found.stream().mapToInt(i -> i).toArray();
  }

  private static void addRange(Instances data, String typed, Matcher range, Set<Integer> found) {
    int n = data.numAttributes();
    int from = number(range.group(1), n);
    int to = range.group(2) == null ? from : number(range.group(2), n);
    if (from < 1 || to > n || from > to) {
      throw new IllegalArgumentException("targets: expected numbers from 1 to " + n + ", the lower one first, or the "
          + "name of an attribute, got '" + Excerpt.of(typed) + "'");
    }
    IntStream.rangeClosed(from, to).forEach(i -> found.add(i - 1));
  }

  private static int number(String text, int last) {
    return switch (text) {
      case "first" -> 1;
      case "last" -> last;
      default -> Integer.parseInt(text);
    };
  }

  private static void addLabels(Instances data, Set<Integer> found) {
    int n = data.numAttributes();
    Matcher labels = LABELS.matcher(data.relationName());
    int count = labels.find() ? Integer.parseInt(labels.group(1)) : 0;
    if (count == 0 || Math.abs(count) > n) {
      throw new IllegalArgumentException("targets: 'meka' expects a relation such as 'music: -C 6', whose first 6 of "
          + n + " attributes are the labels, or -6 for the last ones; got '" + Excerpt.of(data.relationName()) + "'");
    }
    FILTER.matcher(data.relationName()).results().map(MatchResult::group).filter(f -> !HARMLESS.matcher(f).matches())
        .findFirst().ifPresent(filter -> {
          throw new IllegalArgumentException("targets: 'meka' expects the attributes that the relation counts with -C, "
              + "but its name says that the filter " + Excerpt.of(filter) + " was applied, which may have added, moved "
              + "or removed some; name the targets instead, or use 'meka' before that filter");
        });
    int from = count > 0 ? 0 : n + count;
    int to = count > 0 ? count : n;
    if (data.classIndex() < from || data.classIndex() >= to) {
      throw new IllegalArgumentException("targets: 'meka' expects one of the labels as the class, which are attributes "
          + (from + 1) + " to " + to + ", but the class is attribute " + (data.classIndex() + 1) + ", '"
          + Excerpt.of(data.classAttribute().name()) + "'; choose another class, as with -c " + (from + 1));
    }
    for (int i = from; i < to; i++) {
      if (!isLabel(data.attribute(i))) {
        throw new IllegalArgumentException(
            "targets: 'meka' expects labels with the values 0 and 1, but attribute " + (i + 1) + ", '"
                + Excerpt.of(data.attribute(i).name()) + "', has others; if a filter took labels away, the relation '"
                + Excerpt.of(data.relationName()) + "' still counts them: name the targets instead");
      }
      found.add(i);
    }
  }

  private static boolean isLabel(Attribute a) {
    return a.isNominal() && a.numValues() == 2 && a.value(0).equals("0") && a.value(1).equals("1");
  }

  private static void requirePredictable(Attribute a) {
    String what = a.isString() ? "a text" : a.isRelationValued() ? "relational"
        : a.isNominal() && a.numValues() == 0 ? "nominal without any value" : "";
    if (!what.isEmpty()) {
      throw new IllegalArgumentException("targets: attribute '" + Excerpt.of(a.name()) + "' is " + what
          + "; only numbers, dates and nominal attributes can be predicted");
    }
  }

  private static String hint(String name, Instances data) {
    String near = Nearest.of(name, IntStream.range(0, data.numAttributes()).mapToObj(i -> data.attribute(i).name())
        .toList());
    if (near != null) {
      return "did you mean '" + Excerpt.of(near) + "'?";
    }
    StringBuilder s = new StringBuilder("there are ");
    int n = Math.min(LISTED, data.numAttributes());
    for (int i = 0; i < n; i++) {
      s.append(i == 0 ? "" : ", ").append('\'').append(Excerpt.of(data.attribute(i).name())).append('\'');
    }
    return n == data.numAttributes() ? s.toString() : s + " and " + (data.numAttributes() - n) + " more";
  }
}
