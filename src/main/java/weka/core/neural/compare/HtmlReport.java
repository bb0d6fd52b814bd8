package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report of a comparison: one self-contained HTML page, well-formed XML. */
final class HtmlReport {

  private static final String STYLE = """
      body { font: 15px/1.5 sans-serif; color: #222; background: #fff; max-width: 64em; margin: 2em auto; padding: 0 \
      1em; }
      h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin: 2em 0 .5em; } h3 { font-size: 1em; margin: 1.2em 0 .3em; }
      table { border-collapse: collapse; } th, td { padding: .25em .7em; border-bottom: 1px solid #ddd; }
      th { text-align: left; font-weight: 600; } thead th { border-bottom: 2px solid #999; }
      td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      td.base, th.base { background: #f3f6fa; } td.better { color: #146c2e; } td.worse { color: #a3261d; }
      .deviation { color: #777; font-size: .85em; } .mark { display: inline-block; width: .8em; text-align: left; }
      td.size { color: #555; font-size: .85em; } .note { color: #444; margin: .3em 0; max-width: 56em; }
      code { font-size: .9em; overflow-wrap: anywhere; }
      .charts { display: flex; flex-wrap: wrap; gap: 1em; } figure { margin: 0; } figcaption { color: #444; font-size: \
      .9em; max-width: 460px; }
      img { max-width: 100%; margin: .5em 0; }
      """;

  private final Html html = new Html();

  private HtmlReport() {}

  /**
   * The page as text. Another part of the report is one more line here.
   *
   * @param clusters the scores of the clusterers; may be empty
   * @param lineups the schemes, for their options
   * @param setting how it was run, as a sentence
   * @param duration how long it took, as text
   * @throws IOException when a picture cannot be read
   */
  static String write(Comparison.Outcome outcome, List<ClusterScores> clusters, Lineups lineups, String setting,
      String duration) throws IOException {
    HtmlReport report = new HtmlReport();
    report.html.markup("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
        + "<meta charset=\"UTF-8\" />\n<title>Neural networks compared with Weka's schemes</title>\n<style>\n" + STYLE
        + "</style>\n</head>\n<body>\n").element("h1", "Neural networks compared with Weka's schemes")
        .element("p", "NeuralNet and NeuralClusterer, of the package Ruru, compared with schemes that come with Weka, "
            + "on small data sets. " + setting);
    report.summary(outcome.tables());
    report.problems(outcome.problems());
    TableHtml tables = new TableHtml(report.html, outcome.sizes());
    outcome.tables().stream().filter(table -> table.measure() != Measure.TRAINING_TIME).forEach(tables::results);
    tables.clusters(clusters);
    for (Picture picture : outcome.pictures()) {
      report.picture(picture);
    }
    tables.networks(outcome.curves());
    report.curves(outcome.curves());
    outcome.tables().stream().filter(table -> table.measure() == Measure.TRAINING_TIME).forEach(tables::results);
    report.schemes(outcome.tables(), lineups);
    Map<String, String> facts = Environment.describe();
    facts.put("Duration", duration);
    report.html.element("h2", "Environment").facts(facts);
    return report.html.markup("</body>\n</html>\n").toString();
  }

  private void summary(List<ResultTable> tables) {
    List<String> sentences = Summary.of(tables);
    if (!sentences.isEmpty()) {
      html.markup("<ul>\n");
      sentences.forEach(sentence -> html.element("li", sentence));
      html.markup("</ul>\n");
    }
  }

  private void problems(List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    html.element("h2", "Failures").markup("<ul>\n");
    problems.forEach(problem -> html.element("li", problem.toString()));
    html.markup("</ul>\n");
  }

  private void picture(Picture picture) throws IOException {
    html.element("h2", picture.title())
        .markup("<img alt=\"" + Html.escape(picture.title()) + "\" src=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(Files.readAllBytes(picture.file())) + "\" />\n")
        .element("p", "note", picture.caption());
  }

  private void curves(List<LearningCurves> curves) {
    if (curves.isEmpty()) {
      return;
    }
    html.element("h2", "Learning curves").element("p", "note", "Of these trainings; validation curves are on the rows "
        + "that the scheme itself holds out.").markup("<div class=\"charts\">\n");
    for (int i = 0; i < curves.size(); i++) {
      LearningCurves training = curves.get(i);
      html.markup("<figure>\n").element("h3", training.dataSet() + ", " + training.scheme());
      List<String> charts = CurveChart.svg(training, "chart" + i + "-");
      charts.forEach(svg -> html.markup(svg).markup("\n"));
      html.element("figcaption", charts.isEmpty() ? "The scheme has no curve." : losses(training.measures()))
          .markup("</figure>\n");
    }
    html.markup("</div>\n");
  }

  /** The final losses, which the curve shows only roughly: "measureTrainingLoss" is read as "training loss". */
  private static String losses(Map<String, Double> measures) {
    return measures.entrySet().stream().filter(measure -> measure.getKey().endsWith("Loss"))
        .map(measure -> measure.getKey().replaceFirst("^measure", "").replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
            .toLowerCase(Locale.ROOT) + String.format(Locale.ROOT, " %.4g", measure.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void schemes(List<ResultTable> tables, Lineups lineups) {
    html.element("h2", "The schemes with all their options").markup("<table>\n<tbody>\n");
    Map<String, Set<String>> specifications = new TreeMap<>();
    for (ResultTable table : tables) {
      for (Lineup lineup : lineups.of(table.task())) {
        lineup.schemes().forEach(scheme -> specifications
            .computeIfAbsent(scheme.label() + " (" + table.task().title() + ")", k -> new LinkedHashSet<>())
            .add(scheme.specification()));
      }
    }
    specifications.forEach((label, texts) -> {
      html.markup("<tr><th>").content(label).markup("</th><td>");
      texts.forEach(text -> html.markup("<div>").element("code", text).markup("</div>"));
      html.markup("</td></tr>\n");
    });
    html.markup("</tbody>\n</table>\n");
  }
}
