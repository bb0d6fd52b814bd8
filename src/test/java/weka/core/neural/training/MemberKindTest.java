package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemberKindTest {
  private static List<Integer> best(double first, double second, double better, int members) {
    List<MemberKind> kinds = List.of(new MemberKind(List.of(), true, 1, first),
        new MemberKind(List.of(), false, 2, second));
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
}
