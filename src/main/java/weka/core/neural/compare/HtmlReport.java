package weka.core.neural.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The report of a comparison: one HTML page, well-formed XML, that loads nothing from anywhere. */
final class HtmlReport {

  private static final String STYLE = """
      body { font: 15px/1.5 sans-serif; color: #222; background: #fff; max-width: 64em; margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin: 2em 0 .5em; } h3 { font-size: 1em; margin: 1.2em 0 .3em; }
      table { border-collapse: collapse; } th, td { padding: .25em .7em; border-bottom: 1px solid #ddd; }
      th { text-align: left; font-weight: 600; } thead th { border-bottom: 2px solid #999; }
      td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      td.base, th.base { background: #f3f6fa; } td.better { color: #146c2e; } td.worse { color: #a3261d; }
      .deviation { color: #777; font-size: .85em; } .mark { display: inline-block; width: .8em; text-align: left; }
      .note { color: #444; margin: .3em 0; max-width: 56em; } code { font-size: .9em; overflow-wrap: anywhere; }
      .charts { display: flex; flex-wrap: wrap; gap: 1em; } figure { margin: 0; } figcaption { color: #444; font-size: .9em; max-width: 460px; }
      """;

  private final StringBuilder html = new StringBuilder();

  private HtmlReport() {}

  /**
   * The page as text.
   *
   * @param clusters what the clusterers found; perhaps nothing
   * @param lineups the schemes, for their options
   * @param setting how it was run, in a sentence
   */
  static String write(Comparison.Outcome outcome, List<ClusterScores> clusters, Map<Task, Lineup> lineups,
      String setting) {
    HtmlReport report = new HtmlReport();
    report.html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
        + "<meta charset=\"UTF-8\" />\n<title>Neural networks compared with Weka's schemes</title>\n<style>\n")
        .append(STYLE).append("</style>\n</head>\n<body>\n<h1>Neural networks compared with Weka's schemes</h1>\n");
    report.element("p", setting);
    outcome.tables().forEach(report::table);
    report.clusters(clusters);
    report.problems(outcome.problems());
    report.curves(outcome.curves());
    report.schemes(outcome.tables(), lineups);
    report.environment();
    return report.html.append("</body>\n</html>\n").toString();
  }

  private void table(ResultTable table) {
    element("h2", table.title());
    html.append("<table>\n<thead><tr><th>Data set</th>");
    for (int column = 0; column < table.schemes().size(); column++) {
      html.append("<th class=\"figure").append(column == 0 ? " base" : "").append("\">")
          .append(escape(table.schemes().get(column))).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < table.dataSets().size(); row++) {
      html.append("<tr><th>").append(escape(table.dataSets().get(row))).append("</th>");
      for (int column = 0; column < table.schemes().size(); column++) {
        cell(table, table.cells()[row][column], column == 0);
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n");
    if (table.schemes().size() > 1) {
      counts(table);
    }
    html.append("</table>\n");
    table.notes().forEach(note -> html.append("<p class=\"note\">").append(escape(note)).append("</p>\n"));
  }

  private void clusters(List<ClusterScores> clusters) {
    if (clusters.isEmpty()) {
      return;
    }
    element("h2", ClusterScores.TITLE);
    html.append("<table>\n<thead><tr>");
    for (int i = 0; i < ClusterScores.COLUMNS.size(); i++) {
      html.append(i < 2 ? "<th>" : "<th class=\"figure\">").append(escape(ClusterScores.COLUMNS.get(i))).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (ClusterScores scores : clusters) {
      html.append("<tr>");
      for (int i = 0; i < scores.cells().size(); i++) {
        html.append(i < 2 ? "<td>" : "<td class=\"figure\">").append(escape(scores.cells().get(i))).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n<p class=\"note\">Accuracy: every class gets at most one cluster, by the best matching. ARI: adjusted"
        + " Rand index. NMI: normalised mutual information.</p>\n");
  }

  private void cell(ResultTable table, ResultTable.Cell cell, boolean base) {
    if (cell == null) {
      html.append("<td class=\"figure\"></td>");
      return;
    }
    String verdict = table.measure().verdict(cell.mark());
    String style = base ? " base" : cell.mark() == Mark.NONE ? "" : " " + verdict;
    String format = "%." + table.measure().decimals() + "f";
    html.append("<td class=\"figure").append(style).append("\">")
        .append(String.format(Locale.ROOT, format, cell.mean())).append(" <span class=\"deviation\">(")
        .append(String.format(Locale.ROOT, format, cell.standardDeviation())).append(")</span>");
    if (!base) {
      html.append("<span class=\"mark\">").append(cell.mark().symbol()).append("</span>");
    }
    html.append("</td>");
  }

  private void counts(ResultTable table) {
    html.append("<tfoot><tr><th>better / no difference / worse</th><td class=\"base\"></td>");
    for (int column = 1; column < table.schemes().size(); column++) {
      html.append("<td class=\"figure\">").append(table.count(column, "better")).append(" / ")
          .append(table.count(column, "no difference")).append(" / ").append(table.count(column, "worse"))
          .append("</td>");
    }
    html.append("</tr></tfoot>\n");
  }

  private void problems(List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    element("h2", "What could not be done");
    html.append("<ul>\n");
    problems.forEach(problem -> element("li", problem.toString()));
    html.append("</ul>\n");
  }

  private void curves(List<LearningCurves> curves) {
    if (curves.isEmpty()) {
      return;
    }
    element("h2", "Learning curves");
    html.append("<p class=\"note\">Of one more training on all rows of each data set; a validation curve is of the rows"
        + " that the scheme itself holds back.</p>\n<div class=\"charts\">\n");
    for (int i = 0; i < curves.size(); i++) {
      LearningCurves training = curves.get(i);
      html.append("<figure>\n");
      element("h3", training.dataSet() + ", " + training.scheme());
      List<String> charts = CurveChart.svg(training, "chart" + i + "-");
      charts.forEach(svg -> html.append(svg).append("\n"));
      element("figcaption", charts.isEmpty() ? "The scheme gave no curve." : caption(training.measures()));
      html.append("</figure>\n");
    }
    html.append("</div>\n");
  }

  /** "measureBestEpoch" is read as "best epoch". */
  private static String caption(Map<String, Double> measures) {
    StringBuilder text = new StringBuilder();
    measures.forEach((name, value) -> text.append(text.isEmpty() ? "" : ", ")
        .append(name.replaceFirst("^measure", "").replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
            .toLowerCase(Locale.ROOT))
        .append(value == Math.rint(value) ? String.format(Locale.ROOT, " %.0f", value)
            : String.format(Locale.ROOT, " %.4g", value)));
    return text.toString();
  }

  private void schemes(List<ResultTable> tables, Map<Task, Lineup> lineups) {
    element("h2", "The schemes with all their options");
    html.append("<table>\n<tbody>\n");
    Map<String, String> specifications = new TreeMap<>();
    tables.forEach(table -> lineups.get(table.task()).schemes()
        .forEach(scheme -> specifications.put(scheme.label() + " (" + table.task().title() + ")",
            scheme.specification())));
    specifications.forEach((label, specification) -> html.append("<tr><th>").append(escape(label))
        .append("</th><td><code>").append(escape(specification)).append("</code></td></tr>\n"));
    html.append("</tbody>\n</table>\n");
  }

  private void environment() {
    element("h2", "Where and with what");
    html.append("<table>\n<tbody>\n");
    Environment.describe().forEach((name, value) -> html.append("<tr><th>").append(escape(name)).append("</th><td>")
        .append(escape(value)).append("</td></tr>\n"));
    html.append("</tbody>\n</table>\n");
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(escape(text)).append("</").append(tag).append(">\n");
  }

  /** Text as XML content; control characters, which XML cannot hold, become blanks. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.appendCodePoint(c < ' ' || Character.getType(c) == Character.SURROGATE || c >= 0xFFFE
            && c <= 0xFFFF ? ' ' : c);
      }
    });
    return escaped.toString();
  }
}
