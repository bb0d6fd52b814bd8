package weka.core.neural.curves;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.core.Utils;
import weka.core.neural.report.Table;

/** What was measured as a table to read, and as files with all digits. */
public final class CurveTexts {
  private CurveTexts() {}

  /** A line for each point: the mean over the folds and, after it, the standard deviation. */
  public static String table(CurveResult result) {
    List<String> header = new ArrayList<>(List.of(result.axis(), "folds"));
    for (Quantity q : result.quantities()) {
      for (Part part : Part.values()) {
        header.add(q.title() + ", " + part.title());
      }
    }
    Table table = new Table(header.toArray(new String[0]));
    for (int s = 0; s < result.settings().size(); s++) {
      List<String> cells = new ArrayList<>(List.of(result.settings().get(s).label(),
          Integer.toString(result.measured(s))));
      for (int q = 0; q < result.quantities().size(); q++) {
        for (Part part : Part.values()) {
          cells.add(cell(result.mean(s, q, part), result.deviation(s, q, part)));
        }
      }
      table.add(cells.toArray(new String[0]));
    }
    return table.toString();
  }

  private static String cell(double mean, double deviation) {
    if (Double.isNaN(mean)) {
      return "?";
    }
    String format = Math.abs(mean) < 10 ? "%.3f" : "%.1f";
    return String.format(Locale.ROOT, format, mean)
        + (Double.isNaN(deviation) ? "" : String.format(Locale.ROOT, " (" + format + ")", deviation));
  }

  /** A file of the numbers: CSV if its name ends so, else ARFF. */
  public static byte[] file(Path file, CurveResult result) {
    boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    return (csv ? csv(result) : arff(result)).getBytes(StandardCharsets.UTF_8);
  }

  /** An ARFF file: a row for each point and fold. */
  public static String arff(CurveResult result) {
    boolean numbers = result.settings().stream().allMatch(s -> Double.isFinite(s.x()));
    boolean sizes = result.variation() instanceof TrainingSizes;
    StringBuilder s = new StringBuilder("@relation ").append(Utils.quote(result.relation() + ": " + result.classifier()
        + ", " + result.axis())).append("\n\n");
    if (!sizes) {
      s.append("@attribute ").append(Utils.quote(result.axis())).append(numbers ? " numeric\n" : " string\n");
    }
    s.append("@attribute rows numeric\n@attribute fold numeric\n");
    for (String name : columns(result)) {
      s.append("@attribute ").append(name).append(" numeric\n");
    }
    return s.append("\n@data\n").append(rows(result, numbers, "?")).toString();
  }

  /** The same as CSV. */
  public static String csv(CurveResult result) {
    boolean sizes = result.variation() instanceof TrainingSizes;
    return (sizes ? "" : result.axis() + ",") + "rows,fold," + String.join(",", columns(result)) + "\n"
        + rows(result, false, "").replace('\'', '"');
  }

  private static List<String> columns(CurveResult result) {
    List<String> names = new ArrayList<>();
    for (Part part : Part.values()) {
      for (Quantity q : result.quantities()) {
        names.add((part == Part.TRAINING ? "training-" : "heldout-") + q.key());
      }
    }
    return names;
  }

  private static String rows(CurveResult result, boolean numbers, String missing) {
    boolean sizes = result.variation() instanceof TrainingSizes;
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < result.settings().size(); i++) {
      Setting at = result.settings().get(i);
      for (FoldScore score : result.scores().get(i)) {
        if (!sizes) {
          s.append(numbers ? Double.toString(at.x()) : Utils.quote(at.label())).append(',');
        }
        s.append(score.rows()).append(',').append(score.fold() + 1);
        for (Part part : Part.values()) {
          for (double v : score.of(part)) {
            s.append(',').append(Double.isNaN(v) ? missing : Double.toString(v));
          }
        }
        s.append('\n');
      }
    }
    return s.toString();
  }
}
