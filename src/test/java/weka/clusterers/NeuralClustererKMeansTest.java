package weka.clusterers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.clusterers.NeuralClustererTest.built;
import static weka.clusterers.NeuralClustererTest.headless;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.DenseInstance;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.ReplaceMissingValues;

/** Without layers: K-means as Weka means it. */
class NeuralClustererKMeansTest {
  /** Ranges are scaled to 2 here and to 1 by SimpleKMeans, so that its sum of squares is a quarter. */
  private static double within(NeuralClusterer c) {
    Matcher m = Pattern.compile("Within-cluster sum of squares, scaled inputs: (\\S+)").matcher(c.toString());
    assertTrue(m.find(), c.toString());
    return Double.parseDouble(m.group(1)) / 4;
  }

  private static Instances sample(String name) throws Exception {
    return headless(name.equals("iris") ? iris() : mixed(200, 3, true));
  }

  /** The squared distances of all pairs in a cluster, over its rows, sum to the squared distances from its mean. */
  @ParameterizedTest
  @CsvSource({"iris,3", "mixed,2", "mixed,6"})
  void theSumOfSquaresIsThatOfWekasDistances(String name, int k) throws Exception {
    Instances data = sample(name);
    NeuralClusterer c = built("-layers none -N " + k, data);
    ReplaceMissingValues replace = new ReplaceMissingValues();
    replace.setInputFormat(data);
    Instances known = Filter.useFilter(data, replace);
    EuclideanDistance distance = new EuclideanDistance(known);
    double[] sizes = new double[k];
    double[] sums = new double[k];
    for (int r = 0; r < data.numInstances(); r++) {
      int own = c.clusterInstance(data.instance(r));
      sizes[own]++;
      for (int s = 0; s < r; s++) {
        if (c.clusterInstance(data.instance(s)) == own) {
          sums[own] += Math.pow(distance.distance(known.instance(r), known.instance(s)), 2);
        }
      }
    }
    double expected = 0;
    for (int j = 0; j < k; j++) {
      expected += sums[j] / sizes[j];
    }
    assertEquals(expected, within(c), 1e-4 * expected);
  }

  /** SimpleKMeans puts modes where means of shares are nearer, so that with nominal attributes it cannot be lower. */
  @ParameterizedTest
  @CsvSource({"iris,2,1", "iris,3,1", "iris,3,7", "iris,5,1", "iris,8,2", "mixed,2,1", "mixed,4,1", "mixed,7,3"})
  void itIsNoWorseThanSimpleKMeans(String name, int k, int seed) throws Exception {
    Instances data = sample(name);
    SimpleKMeans weka = new SimpleKMeans();
    weka.setNumClusters(k);
    weka.setSeed(seed);
    weka.buildClusterer(data);
    NeuralClusterer c = built("-layers \"\" -N " + k + " -S " + seed, data);
    assertEquals(k, c.numberOfClusters());
    assertTrue(within(c) <= weka.getSquaredError() * (1 + 1e-5), within(c) + " against " + weka.getSquaredError());
  }

  @Test
  void thatAValueIsMissingMakesNoCluster() throws Exception {
    String header = "@attribute a numeric\n@attribute b {x,z}\n@attribute y {u,v}\n@data";
    for (String options : new String[] {"-N 2", "-N 2 -layers none", "-N auto", "-N 2 -layers \"dense 4 relu\""}) {
      assertEquals(1, built(options, headless(arff(header, "1,?,u", "?,x,u", "1,x,u"))).numberOfClusters(), options);
    }
    NeuralClusterer c = built("-N 2 -layers none", headless(arff(header, "1,x,u", "1,?,u", "9,x,u", "?,x,u", "9,z,u")));
    assertTrue(c.toString().contains("missing values replaced by mean or mode: 2\n"), c.toString());
  }

  @Test
  void valuesTooLargeForDistancesAreAnErrorOrCut() throws Exception {
    Instances data = headless(iris());
    for (double value : new double[] {1e300, Double.POSITIVE_INFINITY}) {
      DenseInstance row = new DenseInstance(1, new double[] {value, 1, 1, 1});
      row.setDataset(data);
      assertEquals(1, Utils.sum(built("-N 3 -layers none", data).distributionForInstance(row)), 1e-9);
      NeuralClusterer unscaled = built("-N 3 -layers none -scaling none", data);
      message(() -> unscaled.distributionForInstance(row), "float32", "scaling");
    }
  }

  /** In a property sheet another option may take away what one acts on: that is said. */
  @Test
  void optionsThatActOnNothingAreNamed() throws Exception {
    String none = built("-N 3 -layers none -noise \"gaussian 1\" -code 3 -refine-from 7", headless(iris())).toString();
    assertTrue(none.contains("Not used, as there is no autoencoder: -code 3, -noise gaussian 1, -refine-from 7\n"),
        none);
    String unchanged = built("-N 3 -layers none -input 2x2x1 -augment \"shift 1\"", headless(iris())).toString();
    assertTrue(unchanged.contains("Not used, as there is no autoencoder: -augment shift 1\n"), unchanged);
    String unrefined = built("-N 3 -layers \"dense 4 relu\" -epochs 2 -refine 0 -refine-weight 2", headless(iris()))
        .toString();
    assertTrue(unrefined.contains("Not used, as there is no refinement: -refine-weight 2\n"), unrefined);
    for (String used : List.of("-layers none", "-layers none -refine 0 -augment none",
        "-layers \"dense 4 relu\" -epochs 2 -code 1",
        "-layers \"dense 4 relu\" -epochs 2 -refine 2 -refine-weight 2")) {
      String text = built("-N 3 " + used, headless(iris())).toString();
      assertFalse(text.contains("Not used"), text);
    }
  }

  @Test
  void anAutoencoderMayStayUntrained() throws Exception {
    String text = built("-N 3 -layers \"dense 4 relu\" -epochs 0", headless(iris())).toString();
    assertTrue(text.contains("Not trained") && !text.contains("NaN"), text);
  }

  @Test
  void moreClustersThanRowsAreAsManyAsRows() throws Exception {
    assertEquals(147, built("-N 100000 -layers none -starts 1", headless(iris())).numberOfClusters());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-N 3 -layers none", "-N 3 -layers \"dense 4 tanh\" -epochs 3 -refine 3"})
  void weightsOfAnySizeCountByTheirRatios(String options) throws Exception {
    Instances data = headless(mixed(60, 1, true));
    NeuralClusterer plain = built(options, data);
    for (double weight : new double[] {0x1p-1070, 0x1p-200, 0x1p130, 0x1p1020}) {
      Instances weighted = new Instances(data);
      weighted.forEach(row -> row.setWeight(weight));
      NeuralClusterer c = built(options, weighted);
      for (int r = 0; r < 60; r++) {
        assertArrayEquals(plain.distributionForInstance(data.instance(r)), c.distributionForInstance(data.instance(r)),
            "weight " + weight);
      }
    }
    data.instance(4).setWeight(Double.POSITIVE_INFINITY);
    message(() -> built(options, data), "row 5", "finite weight", "Infinity");
  }
}
