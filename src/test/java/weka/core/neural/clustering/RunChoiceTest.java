package weka.core.neural.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunChoiceTest {
  private static final int[] HALVES = {0, 0, 1, 1};
  private static final int[] CROSSED = {0, 1, 0, 1};

  /** Indices of two alike and one crossed, see ConsensusTest: 1/4, 1/4, -1/2. */
  @Test
  void theRunThatAgreesBestWithTheOthersIsKept() {
    assertEquals(new RunChoice(1,
        "Agreement of each of 3 runs with the others: -0.500, 0.250, 0.250; run 2 is kept.\n\n"),
        RunChoice.of(List.of(CROSSED, HALVES, HALVES), null));
  }

  @Test
  void stabilityIsAdded() {
    List<int[]> runs = List.of(CROSSED, HALVES, HALVES);
    assertEquals(2, RunChoice.of(runs, new double[] {0.9, 0.2, 0.25}).best());
    assertEquals(new RunChoice(0, "Agreement of each of 3 runs with the others (and with itself when images are "
        + "changed): -0.500 (1.000), 0.250 (0.200), 0.250 (0.100); run 1 is kept.\n\n"),
        RunChoice.of(runs, new double[] {1, 0.2, 0.1}));
  }

  @Test
  void ofOneRunNothingIsSaid() {
    assertEquals(new RunChoice(0, ""), RunChoice.of(List.of(HALVES), null));
  }
}
