package weka.clusterers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.clusterers.NeuralClustererTest.built;
import static weka.clusterers.NeuralClustererTest.headless;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Weights and values at the ends of what double and float32 hold: clusters, or an error in words. */
class NeuralClustererExtremesTest {
  private static int[] assignments(NeuralClusterer c, Instances data) throws Exception {
    int[] result = new int[data.numInstances()];
    for (int r = 0; r < result.length; r++) {
      result[r] = c.clusterInstance(data.instance(r));
    }
    return result;
  }

  /** A row that weighs more than all others together draws a centroid to itself; how much more makes no difference. */
  @ParameterizedTest
  @CsvSource({"1e46, 1", "1e300, 1", "1e300, 1e-300", "1, 1e-46", "1, 1e-320", "1e30, 1e-10"})
  void oneRowMayWeighAnyTimesTheOthers(double heavy, double others) throws Exception {
    for (String options : new String[] {"-N 2", "-N 2 -layers none", "-N auto -layers none",
        "-N 2 -layers \"dense 4 tanh\" -refine-from 4"}) {
      Instances usual = headless(mixed(60, 1, true));
      usual.instance(7).setWeight(1e20);
      Instances extreme = headless(mixed(60, 1, true));
      extreme.forEach(row -> row.setWeight(others));
      extreme.instance(7).setWeight(heavy);
      NeuralClusterer expected = built(options + " -epochs 3 -refine 3", usual);
      NeuralClusterer c = built(options + " -epochs 3 -refine 3", extreme);
      assertEquals(Arrays.toString(assignments(expected, usual)), Arrays.toString(assignments(c, usual)), options);
      assertTrue(c.numberOfClusters() > 1 && !c.toString().contains("NaN"), c.toString());
    }
  }

  @Test
  void rowsOfNoWeightAreStillNone() throws Exception {
    Instances data = headless(mixed(60, 1, true));
    Instances some = new Instances(data, 0, 50);
    for (int r = 50; r < 60; r++) {
      data.instance(r).setWeight(0);
      data.instance(r).setValue(0, 1000);
    }
    data.instance(0).setWeight(1e46);
    some.instance(0).setWeight(1e46);
    assertEquals(Arrays.toString(assignments(built("-N 3 -layers none", some), some)),
        Arrays.toString(assignments(built("-N 3 -layers none", data), some)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e20, 1e38, 1e39, 1e300, -1.7e308})
  void valuesTooLargeToBeSquaredAreNamed(double value) throws Exception {
    for (String options : new String[] {"-layers none", "-layers none -N auto", "", "-layers \"dense 4 relu\""}) {
      Instances data = headless(mixed(40, 1, true));
      data.instance(3).setValue(1, value);
      message(() -> built("-scaling none " + options, data), "attribute 'b': " + value, "-scaling");
      for (String scaling : new String[] {"range", "standardise"}) {
        NeuralClusterer c = built("-epochs 3 -refine 3 -scaling " + scaling + " " + options, data);
        assertFalse(c.toString().contains("NaN") || c.toString().contains("Infinity"), c.toString());
        assertEquals(1, Utils.sum(c.distributionForInstance(data.instance(3))), 1e-9);
      }
    }
  }

  @Test
  void smallestValuesAreClusteredAsAnyOthers() throws Exception {
    Instances data = headless(mixed(40, 1, true));
    Instances small = new Instances(data);
    small.forEach(row -> row.setValue(1, row.value(1) * 0x1p-1000));
    assertEquals(Arrays.toString(assignments(built("-N 3 -layers none", data), data)),
        Arrays.toString(assignments(built("-N 3 -layers none", small), small)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers none", "", "-layers \"dense 4 relu\""})
  void aConstantOfTrainingChangesNoAssignment(String options) throws Exception {
    for (String flag : new String[] {"numeric|0", "{off,on}|off", "numeric|?"}) {
      String[] parts = flag.split("\\|");
      StringBuilder text = new StringBuilder("@attribute x numeric\n@attribute flag " + parts[0] + "\n@data\n");
      Random random = new Random(1);
      for (int r = 0; r < 60; r++) {
        text.append(r % 3 * 10 + random.nextGaussian()).append(',').append(parts[1]).append('\n');
      }
      Instances data = arff(text.toString());
      data.setClassIndex(-1);
      NeuralClusterer c = built("-N 3 -epochs 20 -refine 3 " + options, data);
      for (Instance row : data) {
        double[] before = c.distributionForInstance(row);
        Instance odd = (Instance) row.copy();
        odd.setDataset(data);
        odd.setValue(1, parts[0].equals("numeric") ? 1e9 : 1);
        assertEquals(Arrays.toString(before), Arrays.toString(c.distributionForInstance(odd)), flag);
      }
    }
  }
}
