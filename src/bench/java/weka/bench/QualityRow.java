package weka.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a scheme reached on a data set.
 *
 * @param values       in the measures' units; what is not known is not in it
 * @param buildSeconds of all folds together, by the clock; NaN if the scheme did not finish
 * @param cpuSeconds   of building and testing together, all threads; NaN where not known
 * @param failure      why there are no values: "DNF>SECONDS", or "ERROR" and a text; empty if there are
 */
record QualityRow(String set, String scheme, boolean nominal, int rows, Map<QualityMeasure, Double> values,
    double buildSeconds, double testSeconds, double cpuSeconds, String failure) {
  /** The first line of a file in our own format. */
  static final String HEADER = header();
  private static final int FIRST_MEASURE = 4;
  private static final String DNF = "DNF>";
  /** Columns behind the first four of a stored row without a header. */
  private static final List<QualityMeasure> STORED_NOMINAL =
      List.of(QualityMeasure.ACCURACY, QualityMeasure.AUC, QualityMeasure.RMSE);
  private static final List<QualityMeasure> STORED_NUMERIC =
      List.of(QualityMeasure.RRSE, QualityMeasure.CORRELATION, QualityMeasure.RAE);
  private static final Map<String, String> STORED_NAMES = Map.of("WekaMLP", "MultilayerPerceptron");

  static QualityRow notFinished(String set, String scheme, boolean nominal, int rows, double limit) {
    return failed(set, scheme, nominal, rows, DNF + limit);
  }

  static QualityRow failed(String set, String scheme, boolean nominal, int rows, String failure) {
    return new QualityRow(set, scheme, nominal, rows, Map.of(), Double.NaN, Double.NaN, Double.NaN,
        failure.replaceAll("\\s+", " "));
  }

  private static String header() {
    StringBuilder s = new StringBuilder("set\tscheme\tkind\trows");
    for (QualityMeasure m : QualityMeasure.values()) {
      s.append('\t').append(m.column);
    }
    return s.append("\tbuild_s\ttest_s\tcpu_s\tfailure").toString();
  }

  String toLine() {
    StringBuilder s = new StringBuilder();
    s.append(set).append('\t').append(scheme).append('\t').append(nominal ? "class" : "regr").append('\t').append(rows);
    for (QualityMeasure m : QualityMeasure.values()) {
      s.append('\t').append(values.containsKey(m) ? number(values.get(m)) : "");
    }
    for (double seconds : new double[] {buildSeconds, testSeconds, cpuSeconds}) {
      s.append('\t').append(Double.isNaN(seconds) ? "" : number(seconds));
    }
    return s.append('\t').append(failure).toString();
  }

  private static String number(double x) {
    return String.format(Locale.ROOT, "%.5f", x);
  }

  /** @throws IllegalArgumentException if it is not a row of a file that begins with {@link #HEADER} */
  static QualityRow parse(String line) {
    String[] cells = cells(line);
    Map<QualityMeasure, Double> values = new EnumMap<>(QualityMeasure.class);
    int column = FIRST_MEASURE;
    int columns = FIRST_MEASURE + QualityMeasure.values().length + 4;
    if (cells.length != columns) {
      throw new IllegalArgumentException("expected " + columns + " columns, got " + cells.length + ": " + line);
    }
    for (QualityMeasure m : QualityMeasure.values()) {
      if (!cells[column].isEmpty()) {
        values.put(m, Double.valueOf(cells[column]));
      }
      column++;
    }
    return new QualityRow(cells[0], cells[1], cells[2].equals("class"), Integer.parseInt(cells[3]), values,
        seconds(cells[column]), seconds(cells[column + 1]), seconds(cells[column + 2]), cells[column + 3]);
  }

  private static double seconds(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /**
   * A row without a header: set, scheme, kind, rows, then percent correct, AUC, RMSE for a class, or RRSE in percent,
   * correlation, RAE in percent for a number, then seconds of build and test; or a failure behind the fourth column.
   *
   * @throws IllegalArgumentException if it is not such a row
   */
  static QualityRow parseStored(String line) {
    String[] cells = cells(line);
    boolean nominal = cells[2].equals("class");
    String scheme = STORED_NAMES.getOrDefault(cells[1], cells[1]);
    int rows = Integer.parseInt(cells[3]);
    String fifth = cells[FIRST_MEASURE];
    if (fifth.startsWith(DNF) || fifth.startsWith("ERROR")) {
      return failed(cells[0], scheme, nominal, rows, fifth);
    }
    List<QualityMeasure> measures = nominal ? STORED_NOMINAL : STORED_NUMERIC;
    int seconds = FIRST_MEASURE + measures.size();
    if (cells.length < seconds + 2) {
      throw new IllegalArgumentException("expected " + (seconds + 2) + " columns, got " + cells.length + ": " + line);
    }
    Map<QualityMeasure, Double> values = new EnumMap<>(QualityMeasure.class);
    for (int i = 0; i < measures.size(); i++) {
      values.put(measures.get(i), Double.valueOf(cells[FIRST_MEASURE + i]));
    }
    return new QualityRow(cells[0], scheme, nominal, rows, values, seconds(cells[seconds]), seconds(cells[seconds + 1]),
        Double.NaN, "");
  }

  private static String[] cells(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length <= FIRST_MEASURE || !cells[2].equals("class") && !cells[2].equals("regr")) {
      throw new IllegalArgumentException("expected set, scheme, class or regr, rows, then figures; got: " + line);
    }
    return cells;
  }

  boolean finished() {
    return failure.isEmpty();
  }

  /** The value, or NaN if it is not known. */
  double value(QualityMeasure m) {
    return values.getOrDefault(m, Double.NaN);
  }

  /** Build and test; of a scheme that did not finish the limit, which is less than it would have needed; else NaN. */
  double seconds() {
    return failure.startsWith(DNF) ? Double.parseDouble(failure.substring(DNF.length())) : buildSeconds + testSeconds;
  }
}
