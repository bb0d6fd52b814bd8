package weka.core.neural.clustering;

import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.cluster.Points;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.neural.report.Numbers;
import weka.core.neural.report.Table;

/** A report on clusters: their sizes, their tightness, and their centres in the attributes' own units. */
public final class ClusterReport {
  /** Characters of a cell. */
  private static final int WIDEST = 40;

  private static final int ATTRIBUTES = 100;
  private static final int COLUMNS = 12;

  private ClusterReport() {}

  /**
   * @param memberships the membership of each row in each cluster, [rows][k]
   * @param codes  null if the rows were clustered as they are
   */
  public static String of(Instances rows, float[] memberships, int k, Points inputs, @Nullable Points codes) {
    int[] assignment = new int[rows.size()];
    double[] sizes = new double[k];
    double total = 0;
    for (int r = 0; r < assignment.length; r++) {
      for (int j = 1; j < k; j++) {
        assignment[r] = memberships[r * k + j] > memberships[r * k + assignment[r]] ? j : assignment[r];
      }
      sizes[assignment[r]] += rows.get(r).weight();
      total += rows.get(r).weight();
    }
    StringBuilder s = new StringBuilder();
    s.append("Clusters: ").append(k).append('\n');
    s.append(String.format(Locale.ROOT, "Within-cluster sum of squares, scaled inputs: %.6g%n",
        error(inputs, assignment, k)));
    if (codes != null) {
      s.append(String.format(Locale.ROOT, "Within-cluster sum of squares, code: %.6g%n", error(codes, assignment, k)));
    }
    Table table = new Table("cluster", "weight", "fraction");
    for (int j = 0; j < k; j++) {
      table.add(Integer.toString(j), Numbers.rounded(sizes[j], 4),
          String.format(Locale.ROOT, "%.1f %%", 100 * sizes[j] / total));
    }
    s.append('\n').append(table);
    if (rows.numAttributes() <= ATTRIBUTES && hasCentre(rows)) {
      for (int from = 0; from < k; from += COLUMNS) {
        s.append("\nCentroids\n\n").append(centroids(rows, assignment, from, Math.min(k, from + COLUMNS)));
      }
    }
    return s.toString();
  }

  /** Whether any attribute has a mean or a mode; image file names have neither. */
  private static boolean hasCentre(Instances rows) {
    return IntStream.range(0, rows.numAttributes()).anyMatch(a -> !rows.attribute(a).isString());
  }

  /** The weighted sum of squared distances from the cluster means. */
  static double error(Points points, int[] assignment, int k) {
    int width = points.width();
    double[] means = new double[k * width];
    double[] totals = new double[k];
    for (int r = 0; r < assignment.length; r++) {
      totals[assignment[r]] += points.weights()[r];
      for (int i = 0; i < width; i++) {
        means[assignment[r] * width + i] += (double) points.weights()[r] * points.values()[r * width + i];
      }
    }
    double sum = 0;
    for (int r = 0; r < assignment.length; r++) {
      for (int i = 0; i < width; i++) {
        double d = points.values()[r * width + i] - means[assignment[r] * width + i] / totals[assignment[r]];
        sum += points.weights()[r] * d * d;
      }
    }
    return sum;
  }

  /** Means and modes of each cluster's rows. */
  private static Table centroids(Instances rows, int[] assignment, int from, int to) {
    String[] header = new String[to - from + 1];
    header[0] = "attribute";
    Instances[] members = new Instances[to - from];
    for (int j = from; j < to; j++) {
      header[j - from + 1] = Integer.toString(j);
      members[j - from] = new Instances(rows, 0);
    }
    for (int r = 0; r < assignment.length; r++) {
      if (assignment[r] >= from && assignment[r] < to) {
        members[assignment[r] - from].add(rows.get(r));
      }
    }
    Table table = new Table(header);
    for (int a = 0; a < rows.numAttributes(); a++) {
      if (rows.attribute(a).isString()) {
        continue;
      }
      String[] cells = new String[header.length];
      cells[0] = Excerpt.of(rows.attribute(a).name(), WIDEST);
      for (int j = 0; j < members.length; j++) {
        cells[j + 1] = cell(members[j], a);
      }
      table.add(cells);
    }
    return table;
  }

  private static String cell(Instances members, int attribute) {
    int index = attribute;
    if (members.stream().allMatch(row -> row.isMissing(index))) {
      return "?";
    }
    double center = members.meanOrMode(attribute);
    return members.attribute(attribute).isNominal() ? Excerpt.of(members.attribute(attribute).value((int) center),
        WIDEST)
        : members.attribute(attribute).isDate() ? date(center, members.attribute(attribute).getDateFormat())
        : Numbers.rounded(center, 4);
  }

  private static String date(double milliseconds, String format) {
    return new SimpleDateFormat(format, Locale.ROOT).format(Math.round(milliseconds));
  }
}
