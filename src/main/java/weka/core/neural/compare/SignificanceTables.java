package weka.core.neural.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Range;
import weka.core.Utils;
import weka.experiment.PairedCorrectedTTester;
import weka.experiment.PairedStats;

/**
 * Makes tables of the results of one task, by Weka's corrected resampled t-test at 5 %.
 *
 * <p>Folds share training rows and so are not independent; the correction widens the variance by the ratio of test to
 * training rows (Nadeau and Bengio, Inference for the Generalization Error, 2003). The tester is queried cell by cell,
 * since its own table prints errors where a scheme has no results.
 */
final class SignificanceTables {

  private static final double LEVEL = 0.05;

  private final Task task;
  private final List<Lineup> lineups;
  private final Instances results;
  private final PairedCorrectedTTester tester = new PairedCorrectedTTester();
  private final Map<String, Map<Scheme, List<Instance>>> rows = new LinkedHashMap<>();
  // The tester numbers the schemes in order of appearance in the results.
  private final List<Scheme> met = new ArrayList<>();

  /**
   * @param lineups all that took part, with the same labels and base; on each data set one of them
   * @param results of {@link CrossValidation}
   */
  SignificanceTables(Task task, List<Lineup> lineups, Instances results) {
    this.task = task;
    this.lineups = lineups;
    this.results = results;
    int dataSet = column("Key_Dataset");
    tester.setInstances(results);
    tester.setSortColumn(-1);
    tester.setSignificanceLevel(LEVEL);
    tester.setRunColumn(column("Key_Run"));
    tester.setFoldColumn(column("Key_Fold"));
    tester.setDatasetKeyColumns(range(dataSet));
    tester.setResultsetKeyColumns(
        range(column("Key_Scheme"), column("Key_Scheme_options"), column("Key_Scheme_version_ID")));
    for (Instance row : results) {
      Scheme scheme = schemeOf(row);
      if (!met.contains(scheme)) {
        met.add(scheme);
      }
      rows.computeIfAbsent(row.stringValue(dataSet), k -> new LinkedHashMap<>())
          .computeIfAbsent(scheme, k -> new ArrayList<>()).add(row);
    }
  }

  /**
   * The table of a measure.
   *
   * @return rows in the order of the results; columns in the order of the line-up, but the base first
   */
  ResultTable table(Measure measure) throws Exception {
    int base = lineups.get(0).base();
    List<Integer> columns = new ArrayList<>(List.of(base));
    IntStream.range(0, lineups.get(0).schemes().size()).filter(i -> i != base).forEach(columns::add);
    List<String> dataSets = List.copyOf(rows.keySet());
    ResultTable.Cell[][] cells = new ResultTable.Cell[dataSets.size()][columns.size()];
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        cells[i][j] = cell(rows.getOrDefault(dataSets.get(i), Map.of()), columns.get(j), column(measure.column()));
      }
    }
    List<String> names = dataSets.stream().map(SignificanceTables::plain).toList();
    List<String> labels = columns.stream().map(i -> lineups.get(0).schemes().get(i).label()).toList();
    return new ResultTable(task, measure, labels, names, cells, choices(base));
  }

  private Map<String, List<String>> choices(int base) {
    Map<String, List<String>> choices = new LinkedHashMap<>();
    if (lineups.size() > 1) {
      rows.forEach((dataSet, ofDataSet) -> {
        Scheme scheme = participant(ofDataSet, base);
        if (scheme != null && !scheme.options().isEmpty()) {
          choices.computeIfAbsent(scheme.options(), k -> new ArrayList<>()).add(plain(dataSet));
        }
      });
    }
    return choices;
  }

  /** The scheme at an index of a data set's line-up; null if it has no results there. */
  private @Nullable Scheme participant(Map<Scheme, List<Instance>> ofDataSet, int place) {
    return lineups.stream().map(lineup -> lineup.schemes().get(place)).filter(ofDataSet::containsKey).findFirst()
        .orElse(null);
  }

  private ResultTable.@Nullable Cell cell(Map<Scheme, List<Instance>> ofDataSet, int place, int column)
      throws Exception {
    Scheme scheme = participant(ofDataSet, place);
    List<Instance> folds = scheme == null ? null : ofDataSet.get(scheme);
    if (folds == null || !defined(folds, column)) {
      return null;
    }
    Scheme base = participant(ofDataSet, lineups.get(0).base());
    // Without the base's results there is nothing to compare with: comparing the scheme with itself gives its mean and
    // no mark.
    Scheme reference = defined(ofDataSet.get(base), column) ? base : scheme;
    Instance dataSet = folds.get(0);
    PairedStats stats = tester.calculateStatistics(dataSet, met.indexOf(reference), met.indexOf(scheme), column);
    Mark mark = stats.differencesSignificance == 0 ? Mark.NONE
        : stats.differencesSignificance < 0 ? Mark.LARGER : Mark.SMALLER;
    return new ResultTable.Cell(stats.yStats.mean, stats.yStats.stdDev, (int) stats.count, mark);
  }

  private static boolean defined(@Nullable List<Instance> folds, int column) {
    return folds != null && folds.stream().allMatch(row -> Double.isFinite(row.value(column)));
  }

  private Scheme schemeOf(Instance row) {
    String name = row.stringValue(column("Key_Scheme"));
    String options = row.stringValue(column("Key_Scheme_options"));
    String version = row.stringValue(column("Key_Scheme_version_ID"));
    return lineups.stream().flatMap(lineup -> lineup.schemes().stream())
        .filter(s -> s.className().equals(name) && s.options().equals(options) && s.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the results hold an unknown scheme: " + name + " " + options));
  }

  private int column(String name) {
    if (results.attribute(name) == null) {
      throw new IllegalStateException("the results have no column " + name);
    }
    return results.attribute(name).index();
  }

  private static Range range(int... columns) {
    StringBuilder text = new StringBuilder();
    for (int column : columns) {
      text.append(text.isEmpty() ? "" : ",").append(column + 1);
    }
    return new Range(text.toString());
  }

  /** Weka puts backslashes before some characters of the relation's name in a key. */
  private static String plain(String key) {
    return Utils.unbackQuoteChars(key);
  }
}
