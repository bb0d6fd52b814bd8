package weka.core.neural.curves.clusters;

import java.util.List;
import java.util.Locale;
import weka.core.neural.report.Table;

/**
 * How well the rows fall into one, two, three and more clusters.
 *
 * @param relation  name of the data
 * @param clusterer name and options
 * @param points    one for each number of clusters, from one; of a run that was stopped, those that were complete
 * @param isStopped whether something is missing because the run was stopped
 */
public record ClusterCurve(String relation, String clusterer, List<Point> points, boolean isStopped) {
  /** What is said where a curve points to no number. */
  private static final String NONE = "none";

  /**
   * @param clusters   their number
   * @param within     sum of the squared distances of the rows from the mean of their cluster
   * @param silhouette see {@link ruru.cluster.Silhouette}; NaN for one cluster
   * @param gap        mean of ln(within) of rows without clusters, less ln(within); NaN if one of them is 0
   * @param error      standard deviation of ln(within) of rows without clusters, times sqrt(1 + 1/their number)
   */
  public record Point(int clusters, double within, double silhouette, double gap, double error) {}

  /**
   * The elbow of the sums within clusters: the number whose point is farthest below the straight line from the first
   * point to the last, both axes scaled to [0, 1] (Satopää and others 2011). 0 if no point is below it.
   */
  public int elbow() {
    int last = points.size() - 1;
    if (last < 2) {
      return 0;
    }
    double first = points.get(0).within;
    double range = first - points.get(last).within;
    int best = 0;
    double farthest = 1e-9;
    for (int i = 1; i < last && range > 0; i++) {
      double below = (first - points.get(i).within) / range - (double) i / last;
      if (below > farthest) {
        farthest = below;
        best = points.get(i).clusters;
      }
    }
    return best;
  }

  /**
   * By the gap statistic: the smallest number whose gap is at least that of the first peak, less the error there. A
   * peak is a gap that the next one does not exceed. 0 if there is none. This is the rule "firstSEmax" of R's package
   * cluster. The rule of Tibshirani, Walther and Hastie (2001), the smallest number whose gap is at least the next one
   * less its error, ends too early where clusters lie in groups: at two for four clouds in a square.
   */
  public int byGap() {
    for (int i = 0; i + 1 < points.size(); i++) {
      Point peak = points.get(i);
      if (peak.gap >= points.get(i + 1).gap) {
        return points.stream().filter(p -> p.gap >= peak.gap - peak.error).mapToInt(Point::clusters).findFirst()
            .orElse(0);
      }
    }
    return 0;
  }

  /** The number with the largest silhouette; 0 if none is known. */
  public int bySilhouette() {
    return points.stream().filter(p -> !Double.isNaN(p.silhouette))
        .reduce((a, b) -> b.silhouette > a.silhouette ? b : a).map(Point::clusters).orElse(0);
  }

  /** All points, and what they point to. */
  @Override
  public String toString() {
    Table table = new Table("clusters", "within", "silhouette", "gap", "error of the gap");
    for (Point p : points) {
      table.add(Integer.toString(p.clusters), text(p.within), text(p.silhouette), text(p.gap), text(p.error));
    }
    int most = points.isEmpty() ? 0 : points.get(points.size() - 1).clusters;
    int gap = byGap();
    return table + "\nElbow of the sums within clusters: " + number(elbow())
        + "\nLargest silhouette:                 " + number(bySilhouette())
        + "\nGap statistic:                      "
        + (gap == 1 ? "1: rows without clusters fall into more of them just as well"
            : gap == 0 && most > 0 ? NONE + ": up to " + most + ", the gap still grows; try more clusters"
            : number(gap))
        + "\n";
  }

  private static String number(int clusters) {
    return clusters == 0 ? NONE : Integer.toString(clusters);
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.1f", value);
  }
}
