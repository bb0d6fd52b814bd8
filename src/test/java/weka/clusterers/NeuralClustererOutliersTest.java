package weka.clusterers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.clusterers.NeuralClustererTest.built;
import static weka.core.neural.Samples.arff;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Instances;

/** Rows far from all others, beside two groups of 50 rows. */
class NeuralClustererOutliersTest {
  private static Instances groupsAnd(String... others) throws Exception {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("@attribute x numeric\n@attribute y numeric\n@data\n");
    for (int r = 0; r < 100; r++) {
      rows.append(r % 2 * 5 + random.nextGaussian() / 2).append(',').append(r % 2 * 5 + random.nextGaussian() / 2)
          .append('\n');
    }
    for (String row : others) {
      rows.append(row).append('\n');
    }
    Instances data = arff(rows.toString());
    data.setClassIndex(-1);
    return data;
  }

  private static int[] members(NeuralClusterer c, Instances data) throws Exception {
    int[] members = new int[c.numberOfClusters()];
    for (int r = 0; r < data.numInstances(); r++) {
      members[c.clusterInstance(data.instance(r))]++;
    }
    return members;
  }

  @ParameterizedTest
  @CsvSource({"-N 3", "-N 3 -layers none", "-N 3 -S 2", "-N 3-4", "-N 3 -scaling standardise"})
  void aRowFarFromAllOthersHasItsOwnCluster(String options) throws Exception {
    for (String row : new String[] {"1e9,0", "-1e9,0", "0,1e9", "1000,1000", "-1e9,1e9"}) {
      Instances data = groupsAnd(row);
      NeuralClusterer c = built(options, data);
      assertEquals(1, members(c, data)[c.clusterInstance(data.instance(100))], options + ": " + row + "\n" + c);
    }
  }

  /** Ten starts of K-means often miss the smallest sum of squares with both ends of an axis, so there are more. */
  @ParameterizedTest
  @CsvSource({"-N 4, '1e9,0', '0,1e9'", "-N 4 -layers none, '1e9,0', '1e9,1e9'",
      "-N 4 -starts 1000, '1e9,0', '-1e9,0'"})
  void severalHaveTheirs(String options, String first, String second) throws Exception {
    Instances data = groupsAnd(first, second);
    NeuralClusterer c = built(options, data);
    assertNotEquals(c.clusterInstance(data.instance(100)), c.clusterInstance(data.instance(101)));
    assertEquals(1, members(c, data)[c.clusterInstance(data.instance(100))], c.toString());
    assertEquals(1, members(c, data)[c.clusterInstance(data.instance(101))], c.toString());
  }

  @Test
  void twoAtTheSamePlaceShareOne() throws Exception {
    Instances data = groupsAnd("1e9,0", "1e9,0");
    NeuralClusterer c = built("-N 3", data);
    assertEquals(c.clusterInstance(data.instance(100)), c.clusterInstance(data.instance(101)));
    assertEquals(2, members(c, data)[c.clusterInstance(data.instance(100))], c.toString());
  }

  @Test
  void whyTheInputsAreUsedIsSaid() throws Exception {
    String text = built("-N 3", groupsAnd("1e9,0")).toString();
    assertTrue(text.contains("would lose their clusters in the code: 1; so the inputs are used"), text);
  }
}
