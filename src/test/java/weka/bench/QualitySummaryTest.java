package weka.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;

class QualitySummaryTest {
  private static final double NONE = Double.NaN;

  private static QualityRow row(String set, String scheme, double accuracy, double seconds) {
    return new QualityRow(set, scheme, true, 100, Map.of(QualityMeasure.ACCURACY, accuracy), seconds, 0, NONE, "");
  }

  private static QualityRow number(String set, String scheme, double rrse) {
    return new QualityRow(set, scheme, false, 100, Map.of(QualityMeasure.RRSE, rrse), 1, 0, NONE, "");
  }

  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    QualitySummary s = new QualitySummary(List.of(row("x", "a", 90, 1), row("x", "b", 90, 1), row("x", "c", 95, 1),
        row("x", "d", 80, 1)), "a");
    assertEquals(Map.of("a", 2.5, "b", 2.5, "c", 1.0, "d", 4.0), s.meanRanks(List.of("x"), QualityMeasure.ACCURACY));
  }

  @Test
  void ranksAreAveragedOverTheSets() {
    QualitySummary s = new QualitySummary(List.of(row("x", "a", 90, 1), row("x", "b", 80, 1), row("y", "a", 50, 1),
        row("y", "b", 60, 1), row("z", "a", 70, 1), row("z", "b", 60, 1)), "a");
    Map<String, Double> ranks = s.meanRanks(s.sets(true), QualityMeasure.ACCURACY);
    assertEquals(4 / 3.0, ranks.get("a"), 1e-12);
    assertEquals(5 / 3.0, ranks.get("b"), 1e-12);
  }

  @Test
  void thoseThatDidNotFinishShareTheLastRanks() {
    QualitySummary s = new QualitySummary(List.of(row("x", "a", 40, 1), QualityRow.notFinished("x", "b", true, 100, 90),
        QualityRow.failed("x", "c", true, 100, "ERROR out of memory"), row("y", "a", 1, 1), row("y", "b", 2, 1),
        row("y", "c", 3, 1)), "a");
    Map<String, Double> ranks = s.meanRanks(s.sets(true), QualityMeasure.ACCURACY);
    assertEquals((1 + 3) / 2.0, ranks.get("a"));
    assertEquals((2.5 + 2) / 2, ranks.get("b"));
    assertEquals((2.5 + 1) / 2, ranks.get("c"));
    assertArrayEquals(new int[] {1, 0, 1}, s.against("b", s.sets(true), QualityMeasure.ACCURACY));
  }

  @Test
  void ofErrorsTheSmallerIsBetter() {
    QualitySummary s = new QualitySummary(List.of(number("x", "a", 30), number("x", "b", 40), row("y", "a", 1, 1)),
        "a");
    assertEquals(List.of("x"), s.sets(false));
    assertEquals(Map.of("a", 1.0, "b", 2.0), s.meanRanks(s.sets(false), QualityMeasure.RRSE));
    assertArrayEquals(new int[] {1, 0, 0}, s.against("b", List.of("x"), QualityMeasure.RRSE));
  }

  @Test
  void whoWasNotRunEverywhereIsNotRanked() {
    QualitySummary s = new QualitySummary(List.of(row("x", "a", 90, 1), row("x", "b", 80, 1), row("y", "a", 90, 1)),
        "a");
    assertEquals(List.of("a"), s.schemes(s.sets(true)));
    assertTrue(s.toString().contains("not run on all these sets: [b]"), s::toString);
  }

  @Test
  void aMeasureThatIsNotKnownIsNotRanked() {
    QualitySummary s = new QualitySummary(List.of(row("x", "a", 90, 1), row("x", "b", 80, 1)), "a");
    assertEquals(Map.of(), s.meanRanks(s.sets(true), QualityMeasure.LOG_LOSS));
  }

  @Test
  void winsAndLossesAndTimesAreToldRivalByRival() {
    QualitySummary s = new QualitySummary(List.of(row("x", "a", 90, 1), row("x", "b", 91.2, 20), row("y", "a", 70, 2),
        QualityRow.notFinished("y", "b", true, 100, 10.0), row("z", "a", 70, 3), row("z", "b", 70.9, 10)), "a");
    String text = s.toString();
    assertTrue(text.contains("1       0       2      <0.150  1: x (1.2)"), text);
    assertTrue(text.contains(">40.0  20.0 (x)"), text);
    assertTrue(text.contains("6.0  3.0 (z)"), text);
  }

  @Test
  void logLossAndBrierAreThoseOfTheDefinitions() {
    List<Prediction> p = List.of(new NominalPrediction(0, new double[] {0.5, 0.3, 0.2}, 3),
        new NominalPrediction(2, new double[] {0, 1, 0}, 1));
    assertEquals((3 * Math.log(2) + 15 * Math.log(10)) / 4, QualityMeasure.logLoss(p), 1e-9);
    assertEquals((3 * (0.25 + 0.09 + 0.04) + 2) / 4, QualityMeasure.brier(p), 1e-12);
  }
}
