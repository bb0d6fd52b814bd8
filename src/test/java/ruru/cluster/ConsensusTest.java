package ruru.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  /**
   * By hand, 4 rows: 2 and 2, the same by other names, and the pairs crossed. The same ones have index 1; crossed, no
   * pair is in both, 2 * 2 / 6 = 2/3 are expected, the mean of both is 2: -2/3 / (4/3) = -1/2.
   */
  @Test
  void theMeanIndexWithTheOthers() {
    int[] halves = {0, 0, 1, 1};
    int[] renamed = {1, 1, 0, 0};
    int[] crossed = {0, 1, 0, 1};
    assertArrayEquals(new double[] {0.25, 0.25, -0.5}, Consensus.agreement(List.of(halves, renamed, crossed)), 1e-12);
    assertArrayEquals(new double[] {-0.5, -0.5}, Consensus.agreement(List.of(halves, crossed)), 1e-12);
  }
}
