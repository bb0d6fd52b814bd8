package weka.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ruru.fuzz.Fuzz;
import ruru.fuzz.Refusal;
import ruru.nn.text.Excerpt;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.neural.Scaling;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Any rows are learnt from and predicted, or refused in words; what is predicted is finite, and a copy predicts it. */
class RowsFuzzTest {
  private interface Use {
    void of(Instances rows) throws Exception;
  }

  /** Uses rows, or finds them refused in words. */
  private static void use(OptionHandler scheme, Instances rows, Use use) {
    try {
      use.of(rows);
    } catch (Exception | Error e) {
      try {
        if (e instanceof AssertionError) {
          throw e;
        }
        Refusal.require(e);
      } catch (AssertionError | Exception fault) {
        throw new AssertionError(Utils.toCommandLine(scheme) + "\n" + described(rows), fault);
      }
    }
  }

  private static String described(Instances rows) {
    return rows.toString().lines().limit(60).map(line -> Excerpt.of(line, 300)).collect(Collectors.joining("\n"));
  }

  @Test
  void anyRowsAreClassifiedOrRefused() {
    Fuzz.run("rows for NeuralNet", 120, random -> {
      Instances rows = RandomRows.of(random);
      NeuralNet net = SmallSchemes.net(random);
      use(net, rows, table -> {
        net.buildClassifier(table);
        assertTrue(net.toString().length() > 20);
        NeuralNet copy = copied(net);
        for (Instance row : RandomRows.asked(table, random)) {
          use(net, rows, any -> {
            double[] predicted = net.distributionForInstance(row);
            requireDistribution(predicted, net.getScaling() == Scaling.NONE,
                table.classAttribute().isNominal() ? table.numClasses() : 0);
            assertArrayEquals(predicted, copy.distributionForInstance(row), "a copy");
            assertArrayEquals(predicted, net.distributionsForInstances(only(row))[0], "at once");
            if (table.classAttribute().isNumeric() && !Double.isNaN(predicted[0])) {
              requireInterval(net, row, random.nextDouble());
            }
          });
        }
      });
    });
  }

  private static void requireInterval(NeuralNet net, Instance row, double confidence) throws Exception {
    double[] interval = net.predictIntervals(row, confidence)[0];
    assertTrue(interval[0] <= interval[1], () -> Arrays.toString(interval));
    net.logDensity(row, confidence);
  }

  private static void requireDistribution(double[] predicted, boolean maybeUnknown, int classes) {
    assertEquals(Math.max(1, classes), predicted.length);
    double sum = 0;
    for (double p : predicted) {
      assertTrue((Double.isFinite(p) || maybeUnknown && Double.isNaN(p)) && (classes == 0 || p >= 0),
          () -> Arrays.toString(predicted));
      sum += p;
    }
    // All zero, or no number, is Weka's "unclassified", for unscaled numbers too large to compute with.
    if (classes > 0 && !(maybeUnknown && sum == 0)) {
      assertEquals(1, sum, 1e-6, () -> Arrays.toString(predicted));
    }
  }

  @Test
  void anyRowsAreClusteredOrRefused() {
    Fuzz.run("rows for NeuralClusterer", 60, random -> {
      Instances rows = SmallSchemes.withoutClass(RandomRows.of(random));
      NeuralClusterer clusterer = SmallSchemes.clusterer(random);
      use(clusterer, rows, table -> {
        clusterer.buildClusterer(table);
        assertTrue(clusterer.toString().length() > 20);
        NeuralClusterer copy = copied(clusterer);
        for (Instance row : RandomRows.asked(table, random)) {
          use(clusterer, rows, any -> {
            double[] memberships = clusterer.distributionForInstance(row);
            requireDistribution(memberships, false, clusterer.numberOfClusters());
            assertArrayEquals(memberships, copy.distributionForInstance(row), "a copy");
            assertTrue(clusterer.clusterInstance(row) < clusterer.numberOfClusters());
          });
        }
      });
    });
  }

  @Test
  void anyRowsAreEncodedOrRefused() {
    Fuzz.run("rows for NeuralEncoder", 60, random -> {
      Instances rows = RandomRows.of(random);
      NeuralEncoder encoder = SmallSchemes.encoder(random);
      // Other outputs are missing where nothing is known of an attribute.
      boolean finite = encoder.getOutput().equals("code") && encoder.getGenerate() == 0;
      use(encoder, rows, table -> filter(encoder, table, finite, random));
    });
  }

  @Test
  void anyRowsHaveFeaturesOrAreRefused() {
    Fuzz.run("rows for NeuralFeatures", 60, random -> {
      Instances rows = RandomRows.of(random);
      Filter features = SmallSchemes.features(random);
      use(features, rows, table -> filter(features, table, true, random));
    });
  }

  private static void filter(Filter filter, Instances table, boolean finite, Random random) throws Exception {
    filter.setInputFormat(table);
    Instances out = Filter.useFilter(table, filter);
    assertTrue(filter.toString().length() > 20 && out.toString().length() > 0);
    if (finite) {
      out.forEach(row -> requireFinite(row));
    }
    Filter copy = copied(filter);
    for (Instance row : RandomRows.asked(table, random)) {
      use(filter, table, any -> {
        Instances one = Filter.useFilter(only(row), filter);
        if (finite && !one.isEmpty()) {
          requireFinite(one.get(0));
        }
        assertEquals(one.toString(), Filter.useFilter(only(row), copy).toString(), "a copy");
      });
    }
  }

  private static void requireFinite(Instance row) {
    for (int a = 0; a < row.numAttributes(); a++) {
      if (a != row.classIndex()) {
        assertTrue(Double.isFinite(row.value(a)), () -> row.toString());
      }
    }
  }

  private static Instances only(Instance row) {
    Instances only = new Instances(row.dataset(), 1);
    only.add(row);
    return only;
  }

  @SuppressWarnings("unchecked")
  private static <T> T copied(T scheme) throws Exception {
    return (T) new SerializedObject(scheme).getObject();
  }
}
