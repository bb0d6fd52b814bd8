package weka.core.neural.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A one-sentence summary per table: on how many data sets the base is better or worse than which scheme. */
final class Summary {

  private Summary() {}

  /** One sentence per table of a task's main measure, if anything was compared there. */
  static List<String> of(List<ResultTable> tables) {
    List<String> sentences = new ArrayList<>();
    for (ResultTable table : tables) {
      if (table.measure() != Measure.TRAINING_TIME && table.schemes().size() > 1) {
        sentences.add(sentence(table));
      }
    }
    return sentences;
  }

  private static String sentence(ResultTable table) {
    int sets = table.dataSets().size();
    return String.format(Locale.ROOT, "%s: %s for %s and %s on %d data %s. It is significantly better than %s; worse "
        + "than %s.", capital(table.task().title()), number(total(table, "worse"), "significant win"), table.base(),
        number(total(table, "better"), "loss"), sets, sets == 1 ? "set" : "sets", counts(table, "worse", "none"),
        counts(table, "better", "none"));
  }

  /** The total over all schemes; the verdict is on them, not on the base. */
  private static long total(ResultTable table, String verdict) {
    return IntStream.range(1, table.schemes().size()).mapToLong(column -> table.count(column, verdict)).sum();
  }

  private static String number(long count, String what) {
    return count + " " + what + (count == 1 ? "" : what.endsWith("s") ? "es" : "s");
  }

  /** The schemes with at least one such verdict; the verdict is on them, not on the base. */
  private static String counts(ResultTable table, String verdict, String none) {
    String text = IntStream.range(1, table.schemes().size()).filter(column -> table.count(column, verdict) > 0)
        .mapToObj(column -> table.schemes().get(column) + " on " + table.count(column, verdict))
        .collect(Collectors.joining(", "));
    return text.isEmpty() ? none : text;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
