package weka.core.neural.curves.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What curves point to, worked out by hand. */
class ClusterCurveTest {
  private static ClusterCurve curve(double[] within, double[] gap, double[] error) {
    List<ClusterCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < within.length; i++) {
      points.add(new ClusterCurve.Point(i + 1, within[i], i == 0 ? Double.NaN : 0.1 * i, gap[i], error[i]));
    }
    return new ClusterCurve("r", "c", points, false);
  }

  @Test
  void theElbowIsFarthestBelowTheLine() {
    // Below the line by 0, 0.35, 0.4, 0.2, 0 of the range.
    ClusterCurve curve = curve(new double[] {100, 40, 10, 5, 0}, new double[5], new double[5]);
    assertEquals(3, curve.elbow());
  }

  @Test
  void aStraightLineHasNoElbow() {
    assertEquals(0, curve(new double[] {3, 2, 1}, new double[3], new double[3]).elbow());
    assertEquals(0, curve(new double[] {3, 2}, new double[2], new double[2]).elbow());
    assertEquals(0, curve(new double[] {2, 2, 2}, new double[3], new double[3]).elbow());
  }

  @Test
  void theFirstGapWithinTheErrorOfTheFirstPeakIsTaken() {
    double[] within = {4, 3, 2, 1};
    double[] gap = {0.1, 0.5, 0.52, 0.3};
    assertEquals(2, curve(within, gap, new double[] {0, 0, 0.05, 0}).byGap());
    assertEquals(3, curve(within, gap, new double[4]).byGap());
    // A later, higher peak does not count.
    assertEquals(1, curve(within, new double[] {0.5, 0.4, 0.8, 0.7}, new double[4]).byGap());
    assertEquals(0, curve(within, new double[] {1, 2, 3, 4}, new double[4]).byGap());
    assertThat(curve(within, new double[] {1, 2, 3, 4}, new double[4]).toString()).contains("none: up to 4");
    assertThat(curve(within, new double[] {4, 3, 2, 1}, new double[4]).toString()).contains("1: rows without clusters");
  }

  @Test
  void unknownGapsEndTheSearch() {
    assertEquals(0, curve(new double[] {2, 1, 0}, new double[] {0.1, 0.5, Double.NaN},
        new double[] {0, 0, Double.NaN}).byGap());
  }

  @Test
  void anEmptyCurveHasNoChoices() {
    ClusterCurve none = new ClusterCurve("r", "c", List.of(), true);
    assertEquals(0, none.elbow() + none.byGap() + none.bySilhouette());
    assertThat(none.toString()).contains("none");
  }
}
