package weka.core.neural.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetScoresTest {
  private static final double NAN = Double.NaN;

  private static double[] sure(int value, int of) {
    double[] shares = new double[of];
    shares[value] = 1;
    return shares;
  }

  /**
   * Two labels and a number in four rows, worked by hand. Label a: right, missed, wrong, unknown;
   * label b: right three times (of which 1 once), missed once.
   */
  @Test
  void measuresAreThoseWorkedByHand() {
    TargetScores s = new TargetScores(List.of("a", "b", "y"), new int[] {2, 2, 0});
    s.add(new double[] {1, 1, 3}, new double[][] {sure(1, 2), sure(1, 2), {5}}, 1);
    s.add(new double[] {1, 0, NAN}, new double[][] {sure(0, 2), sure(0, 2), {9}}, 1);
    s.add(new double[] {0, 0, 7}, new double[][] {sure(1, 2), sure(0, 2), {7}}, 1);
    s.add(new double[] {NAN, 1, 1}, new double[][] {sure(1, 2), sure(0, 2), {3}}, 1);
    assertEquals(1 / 3.0, s.score(0), 1e-12);
    assertEquals(3 / 4.0, s.score(1), 1e-12);
    assertEquals(Math.sqrt((4 + 0 + 4) / 3.0), s.score(2), 1e-12);
    assertEquals(3 / 7.0, s.hammingLoss(), 1e-12);
    assertEquals(1 / 4.0, s.exactMatch(), 1e-12);
    // a: tp 1, fp 1, fn 1; b: tp 1, fp 0, fn 1.
    assertEquals(2.0 * 2 / (2 * 2 + 1 + 2), s.microF1(), 1e-12);
    assertEquals((0.5 + 2 / 3.0) / 2, s.macroF1(), 1e-12);
    assertEquals(2, s.nominal());
  }

  @Test
  void aWeightIsARowSoManyTimes() {
    TargetScores once = new TargetScores(List.of("a", "y"), new int[] {3, 0});
    TargetScores often = new TargetScores(List.of("a", "y"), new int[] {3, 0});
    once.add(new double[] {2, 1}, new double[][] {sure(2, 3), {2}}, 3);
    once.add(new double[] {1, 1}, new double[][] {sure(0, 3), {4}}, 1);
    for (int i = 0; i < 3; i++) {
      often.add(new double[] {2, 1}, new double[][] {sure(2, 3), {2}}, 1);
    }
    often.add(new double[] {1, 1}, new double[][] {sure(0, 3), {4}}, 1);
    assertEquals(often.score(0), once.score(0));
    assertEquals(often.score(1), once.score(1));
    assertEquals(often.macroF1(), once.macroF1());
    // Each value of three is a label: only the last one was ever right.
    assertEquals(1 / 3.0, once.macroF1(), 1e-12);
  }

  @Test
  void noPredictionIsNeverRight() {
    TargetScores s = new TargetScores(List.of("a"), new int[] {2});
    s.add(new double[] {0}, new double[][] {{0, 0}}, 1);
    s.add(new double[] {1}, new double[][] {{0, 0}}, 1);
    assertEquals(0, s.score(0));
    assertEquals(0, s.exactMatch());
    assertEquals(0, s.microF1());
  }

  @Test
  void whatIsNeverKnownHasNoScore() {
    TargetScores s = new TargetScores(List.of("a", "y"), new int[] {2, 0});
    s.add(new double[] {NAN, NAN}, new double[][] {sure(0, 2), {1}}, 1);
    assertTrue(Double.isNaN(s.score(0)) && Double.isNaN(s.score(1)) && Double.isNaN(s.hammingLoss())
        && Double.isNaN(s.exactMatch()));
  }
}
