package weka.core.neural.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of the report. */
final class TableHtml {

  private final Html html;
  private final Map<String, String> sizes;

  /**
   * @param html the page
   * @param sizes the data sets' sizes as text, by name
   */
  TableHtml(Html html, Map<String, String> sizes) {
    this.html = html;
    this.sizes = sizes;
  }

  /** One measure of all schemes on all data sets of a task. */
  void results(ResultTable table) {
    boolean sized = table.measure() != Measure.TRAINING_TIME;
    html.element("h2", table.title()).markup("<table>\n<thead><tr><th>Data set</th>").markup(sized ? "<th></th>" : "");
    for (int column = 0; column < table.schemes().size(); column++) {
      html.markup("<th class=\"figure" + (column == 0 ? " base" : "") + "\">")
          .content(table.schemes().get(column)).markup("</th>");
    }
    html.markup("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < table.dataSets().size(); row++) {
      String dataSet = table.dataSets().get(row);
      html.markup("<tr><th>").content(dataSet).markup("</th>");
      if (sized) {
        html.markup("<td class=\"size\">").content(sizes.getOrDefault(dataSet, "")).markup("</td>");
      }
      for (int column = 0; column < table.schemes().size(); column++) {
        cell(table, table.cells()[row][column], column == 0);
      }
      html.markup("</tr>\n");
    }
    html.markup("</tbody>\n");
    if (table.schemes().size() > 1) {
      counts(table, sized);
    }
    html.markup("</table>\n");
    table.notes().forEach(note -> html.element("p", "note", note));
  }

  private void cell(ResultTable table, ResultTable.Cell cell, boolean base) {
    if (cell == null) {
      html.markup("<td class=\"figure\"></td>");
      return;
    }
    String verdict = table.measure().verdict(cell.mark());
    String style = base ? " base" : cell.mark() == Mark.NONE ? "" : " " + verdict;
    String format = "%." + table.measure().decimals() + "f";
    html.markup("<td class=\"figure" + style + "\">" + String.format(Locale.ROOT, format, cell.mean())
        + " <span class=\"deviation\">(" + String.format(Locale.ROOT, format, cell.standardDeviation()) + ")</span>");
    if (!base) {
      html.markup("<span class=\"mark\">" + cell.mark().symbol() + "</span>");
    }
    html.markup("</td>");
  }

  private void counts(ResultTable table, boolean sized) {
    html.markup("<tfoot><tr><th" + (sized ? " colspan=\"2\"" : "") + ">")
        .content("better / no difference / worse than " + table.base()).markup("</th><td class=\"base\"></td>");
    for (int column = 1; column < table.schemes().size(); column++) {
      html.markup("<td class=\"figure\">" + table.count(column, "better") + " / " + table.count(column, "no difference")
          + " / " + table.count(column, "worse") + "</td>");
    }
    html.markup("</tr></tfoot>\n");
  }

  /** The scores of the clusterers, if there are any. */
  void clusters(List<ClusterScores> clusters) {
    if (clusters.isEmpty()) {
      return;
    }
    html.element("h2", ClusterScores.TITLE).markup("<table>\n<thead><tr>");
    for (int i = 0; i < ClusterScores.COLUMNS.size(); i++) {
      html.markup(i < 2 ? "<th>" : "<th class=\"figure\">").content(ClusterScores.COLUMNS.get(i)).markup("</th>");
    }
    html.markup("</tr></thead>\n<tbody>\n");
    String before = "";
    for (ClusterScores scores : clusters) {
      List<String> cells = scores.cells();
      html.markup("<tr>");
      for (int i = 0; i < cells.size(); i++) {
        html.markup(i == 0 ? "<th>" : i == 1 ? "<td>" : "<td class=\"figure\">")
            .content(i == 0 && cells.get(0).equals(before) ? "" : cells.get(i)).markup(i == 0 ? "</th>" : "</td>");
      }
      html.markup("</tr>\n");
      before = cells.get(0);
    }
    html.markup("</tbody>\n</table>\n");
    ClusterScores.NOTES.forEach(note -> html.element("p", "note", note));
  }

  /** Layers, size and training of every network that reports them. */
  void networks(List<LearningCurves> trainings) {
    List<LearningCurves> known = trainings.stream().filter(training -> !training.architecture().isEmpty()).toList();
    if (known.isEmpty()) {
      return;
    }
    html.element("h2", "The networks").element("p", "note", "Trained once more, on all rows of each data set. "
        + "Parameters are the total of all averaged networks; an epoch is one pass over the rows.")
        .markup("<table>\n<thead><tr><th>Data set</th><th>Scheme</th><th>Layers</th>"
            + "<th class=\"figure\">parameters</th>"
            + "<th class=\"figure\">epochs</th><th class=\"figure\">seconds</th></tr></thead>\n<tbody>\n");
    for (LearningCurves training : known) {
      html.markup("<tr><th>").content(training.dataSet()).markup("</th><td>").content(training.scheme())
          .markup("</td><td>").element("code", training.architecture()).markup("</td>");
      figure(training, "measureParameters", "%,.0f");
      figure(training, "measureEpochs", "%.0f");
      figure(training, "measureSeconds", "%.2f");
      html.markup("</tr>\n");
    }
    html.markup("</tbody>\n</table>\n");
  }

  private void figure(LearningCurves training, String measure, String format) {
    Double value = training.measures().get(measure);
    html.markup("<td class=\"figure\">").content(value == null ? "" : String.format(Locale.ROOT, format, value))
        .markup("</td>");
  }
}
