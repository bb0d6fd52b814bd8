package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemberKindTest {
  private static List<Integer> best(double first, double second, double better, int members) {
    List<MemberKind> kinds = List.of(new MemberKind(List.of(), true, Double.NaN, 1, first),
        new MemberKind(List.of(), false, Double.NaN, 2, second));
    return MemberKind.best(kinds, better, members).stream().map(MemberKind::epochs).toList();
  }

  @Test
  void aKindGoesWhereTheOtherIsBetter() {
    assertEquals(List.of(1, 2), best(1, 1.1, MemberKind.CLEARLY_BETTER, 8));
    assertEquals(List.of(1), best(1, 1.2, MemberKind.CLEARLY_BETTER, 8));
    assertEquals(List.of(2), best(1.2, 1, MemberKind.CLEARLY_BETTER, 8));
    assertEquals(List.of(1, 2), best(1, 9, MemberKind.FAR_BETTER, 8));
    assertEquals(List.of(1), best(1, 11, MemberKind.FAR_BETTER, 8));
    assertEquals(List.of(2), best(Double.POSITIVE_INFINITY, 1, MemberKind.FAR_BETTER, 8));
  }

  @Test
  void oneNetworkIsOfTheLowerKindAndWithoutLossesBothStay() {
    assertEquals(List.of(2), best(1.01, 1, MemberKind.CLEARLY_BETTER, 1));
    assertEquals(List.of(1, 2), best(Double.NaN, Double.NaN, MemberKind.CLEARLY_BETTER, 8));
  }

  private static final Scarcity NONE_RARE = rare(100, 2);

  private static Scarcity rare(int rarest, int measurable) {
    return new Scarcity(200, false, new RareClasses(rarest, 200, measurable));
  }

  /** The decays of the kinds chosen among two with hidden layers, of losses 1 and 1.05, and three linear ones. */
  private static List<Double> choose(double weak, double middle, double strong, double margin, Scarcity scarce) {
    List<MemberKind> kinds = List.of(new MemberKind(List.of(), true, Double.NaN, 1, 1),
        new MemberKind(List.of(), false, Double.NaN, 2, 1.05), new MemberKind(List.of(), false, 0.001, 3, weak),
        new MemberKind(List.of(), false, 0.01, 4, middle), new MemberKind(List.of(), false, 0.1, 5, strong));
    return MemberKind.choose(kinds, MemberKind.CLEARLY_BETTER, margin, 8, scarce).stream().map(MemberKind::decay)
        .toList();
  }

  @Test
  void theBestLinearKindAloneIsTakenIfItIsBetterThanAllOthers() {
    assertEquals(List.of(0.01), choose(1.2, 0.9, 0.95, 1, NONE_RARE));
    assertEquals(List.of(0.1), choose(1.2, 0.9, 0.85, 1, NONE_RARE));
    assertEquals(List.of(Double.NaN, Double.NaN), choose(1.2, 1.02, 1.01, 1, NONE_RARE));
    assertEquals(List.of(Double.NaN, Double.NaN), choose(1.2, 0.9, 0.95, 0.6, NONE_RARE));
    assertEquals(List.of(0.01), choose(1.2, 0.5, 0.95, 0.6, NONE_RARE));
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(List.of(Double.NaN, Double.NaN), choose(infinite, infinite, infinite, 1, rare(1, 1)));
  }

  @Test
  void ofLevelLinearKindsARareClassNeedsTheWeakestDecay() {
    Scarcity rare = rare(20, 2);
    assertEquals(List.of(0.001), choose(0.95, 0.9, 0.92, 1, rare));
    assertEquals(List.of(0.01), choose(1.0, 0.9, 0.92, 1, rare));
    assertEquals(List.of(0.01), choose(0.95, 0.9, 0.92, 1, NONE_RARE));
  }

  @Test
  void whereNothingCanBeMeasuredItIsLinear() {
    assertEquals(List.of(0.001), choose(5, 6, 7, 1, rare(1, 1)));
  }
}
