package weka.clusterers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ruru.cluster.Agreement;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.neural.LogLines;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Normalize;

/** What the clusterer finds, against K-means of Weka and known clusters. */
class NeuralClustererTest {
  static NeuralClusterer built(String options, Instances data) throws Exception {
    NeuralClusterer c = new NeuralClusterer();
    c.setOptions(Utils.splitOptions(options));
    c.buildClusterer(data);
    return c;
  }

  static Instances headless(Instances data) {
    Instances copy = new Instances(data);
    int last = data.classIndex();
    copy.setClassIndex(-1);
    copy.deleteAttributeAt(last);
    return copy;
  }

  private static int[] assignments(Clusterer c, Instances data) throws Exception {
    int[] result = new int[data.numInstances()];
    for (int r = 0; r < result.length; r++) {
      result[r] = c.clusterInstance(data.instance(r));
    }
    return result;
  }

  private static double agreement(Clusterer c, Instances labelled) throws Exception {
    Instances rows = headless(labelled);
    return Agreement.of(assignments(c, rows), labelled.stream().mapToInt(r -> (int) r.classValue()).toArray())
        .adjustedRand();
  }

  private static double within(NeuralClusterer c, String space) {
    Matcher m = Pattern.compile("Within-cluster sum of squares, " + space + ": (\\S+)").matcher(c.toString());
    assertTrue(m.find(), c.toString());
    return Double.parseDouble(m.group(1));
  }

  @Test
  void theSumOfSquaresIsThatOfTheAssignments() throws Exception {
    Instances data = headless(iris());
    NeuralClusterer c = built("-layers none -N 4", data);
    Normalize normalize = new Normalize();
    normalize.setInputFormat(data);
    Instances scaled = Filter.useFilter(data, normalize);
    int[] clusters = assignments(c, data);
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      Instances own = new Instances(scaled, 0);
      for (int r = 0; r < 150; r++) {
        if (clusters[r] == j) {
          own.add(scaled.instance(r));
        }
      }
      for (int a = 0; a < 4; a++) {
        sum += 4 * (own.numInstances() - 1) * own.variance(a);
      }
    }
    assertEquals(sum, within(c, "scaled inputs"), 1e-4 * sum);
  }

  @Test
  void anAutoencoderFindsThreeIrises() throws Exception {
    NeuralClusterer c = built("-N 3 -layers \"dense 32 relu\" -epochs 100", headless(iris()));
    assertTrue(agreement(c, iris()) > 0.7, "ARI " + agreement(c, iris()));
    assertTrue(c.toString().contains("Refined") && within(c, "code") > 0, c.toString());
  }

  /** Upright and lying bars somewhere in 8 x 8 pixels. */
  private static Instances bars() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      rows.append("@attribute p").append(i).append(" numeric\n");
    }
    rows.append("@attribute y {upright,lying}\n@data\n");
    java.util.Random random = new java.util.Random(1);
    for (int r = 0; r < 300; r++) {
      int across = 2 + random.nextInt(4);
      int along = random.nextInt(4);
      for (int i = 0; i < 64; i++) {
        int y = r % 2 == 0 ? i / 8 : i % 8;
        int x = r % 2 == 0 ? i % 8 : i / 8;
        rows.append(x == across && y >= along && y < along + 5 ? 255 : random.nextInt(20)).append(',');
      }
      rows.append(r % 2 == 0 ? "upright\n" : "lying\n");
    }
    return arff(rows.toString());
  }

  /** K-means goes by places; bars that are moved a little go over to clusters of bars of their own kind alone. */
  @Test
  void clustersBetweenWhichRowsAreMovedAreMerged() throws Exception {
    String options = "-N 2 -input 8x8x1 -layers \"dense 64 relu\" -code 8 -epochs 100 -augment \"shift 1\" -refine 40 "
        + "-refine-weight 1 -rate 0.002 ";
    NeuralClusterer parts = built(options + "-refine-from 16", headless(bars()));
    assertEquals(2, parts.numberOfClusters());
    assertTrue(parts.toString().contains("16 clusters, refined in 20 epochs, were merged"), parts.toString());
    double merged = agreement(parts, bars());
    double direct = agreement(built(options + "-refine-from 0", headless(bars())), bars());
    assertTrue(merged > 0.9 && merged > direct, merged + " against " + direct);
  }

  @Test
  void imagesAreChangedAtRandomUnlessSaidOtherwise() throws Exception {
    Instances data = headless(bars());
    String size = "-N 2 -input 8x8x1 -refine 5 ";
    NeuralClusterer left = built(size, data);
    String text = left.toString();
    assertTrue(text.contains("when images are changed at random") && text.contains("the code is used"), text);
    // In how many epochs clusters settle depends on the rounding of the BLAS that runs.
    assertTrue(text.matches("(?s).*4 clusters, refined in \\d+ epochs, were merged.*"), text);
    NeuralClusterer written = built(size + "-augment \"shift 1, rotate 10\" -layers \"dense 256 relu\" -code 10 "
        + "-epochs 150 -rate 0.002 -refine-weight 1 -refine-from 4", data);
    for (int r = 0; r < 300; r += 11) {
      assertArrayEquals(written.distributionForInstance(data.instance(r)),
          left.distributionForInstance(data.instance(r)));
    }
    assertTrue(built(size + "-augment none", data).toString().contains("found in two halves of the rows"));
    message(() -> built("-layers none -augment flip", data), "expected -input");
  }

  @Test
  void theNumberOfClustersIsFoundBySilhouette() throws Exception {
    StringBuilder rows = new StringBuilder("@attribute a numeric\n@attribute b numeric\n@attribute y {u}\n@data\n");
    java.util.Random random = new java.util.Random(1);
    for (int r = 0; r < 120; r++) {
      rows.append(10 * (r % 4 / 2) + random.nextGaussian()).append(',').append(10 * (r % 2) + random.nextGaussian())
          .append(",u\n");
    }
    Instances data = headless(arff(rows.toString()));
    assertEquals(4, built("-N auto -layers none", data).numberOfClusters());
    assertEquals(3, built("-N 2-3 -layers none", data).numberOfClusters());
    assertEquals(4, built("-N auto -epochs 20", data).numberOfClusters());
  }

  @Test
  void membershipsAreSharesAndTravel() throws Exception {
    Instances data = headless(mixed(80, 2, true));
    NeuralClusterer c = built("-N 3 -layers \"dense 16 tanh\" -code 3 -epochs 20 -refine 5", data);
    NeuralClusterer copy = (NeuralClusterer) new SerializedObject(c).getObject();
    NeuralClusterer again = built(Utils.joinOptions(c.getOptions()), data);
    int soft = 0;
    for (int r = 0; r < 80; r++) {
      double[] shares = c.distributionForInstance(data.instance(r));
      assertEquals(1, Utils.sum(shares), 1e-9);
      assertArrayEquals(shares, copy.distributionForInstance(data.instance(r)));
      assertArrayEquals(shares, again.distributionForInstance(data.instance(r)));
      soft += Arrays.stream(shares).max().orElse(1) < 0.99 ? 1 : 0;
    }
    assertTrue(soft > 20);
    assertEquals(c.toString(), again.toString());
  }

  @Test
  void threadsChangeNothing() throws Exception {
    assertSameWithAnyThreads("-N 3 -layers \"dense 256 relu\" -batch 256 -epochs 4 -refine 3 -refine-from 6",
        headless(mixed(600, 5, true)));
    assertSameWithAnyThreads("-N 2 -input 8x8x1 -layers \"conv 8 3x3 relu, maxpool 2, dropout 0.2\" -batch 128 -epochs "
        + "2 -refine 2 -noise \"gaussian 0.2\" -augment \"shift 1, rotate 10\"", headless(bars()));
  }

  private static void assertSameWithAnyThreads(String options, Instances data) throws Exception {
    NeuralClusterer one = built(options + " -threads 1", data);
    for (int threads : new int[] {2, 4}) {
      NeuralClusterer more = built(options + " -threads " + threads, data);
      for (int r = 0; r < data.numInstances(); r += 7) {
        assertArrayEquals(one.distributionForInstance(data.instance(r)),
            more.distributionForInstance(data.instance(r)));
      }
    }
  }

  @Test
  void progressIsTold() throws Exception {
    NeuralClusterer c = new NeuralClusterer();
    c.setOptions(Utils.splitOptions("-N 3 -layers \"dense 8 relu\" -epochs 20000"));
    Thread training = Thread.currentThread();
    LogLines told = new LogLines() {
      @Override
      public void statusMessage(String message) {
        super.statusMessage(message);
        training.interrupt();
      }
    };
    c.setLog(told);
    assertThrows(InterruptedException.class, () -> c.buildClusterer(headless(mixed(100, 1, true))));
    Thread.interrupted();
    String first = told.status().get(0);
    assertTrue(first.matches("NeuralClusterer: epoch \\d+ of 20000, loss \\S+, rate \\S+, at most .* to go"),
        first);
  }

  @Test
  void weightsCount() throws Exception {
    Instances data = headless(iris());
    Instances twice = new Instances(data);
    twice.addAll(data);
    Instances weighted = new Instances(data);
    weighted.forEach(row -> row.setWeight(2));
    assertEquals(within(built("-layers none -N 3", twice), "scaled inputs"),
        within(built("-layers none -N 3", weighted), "scaled inputs"), 0.01);
    Instances some = new Instances(data);
    for (int r = 50; r < 150; r++) {
      some.instance(r).setWeight(0);
    }
    assertEquals(within(built("-layers none -N 2", new Instances(data, 0, 50)), "scaled inputs"),
        within(built("-layers none -N 2", some), "scaled inputs"), 0.01);
  }

  @Test
  void weightsCountInRefiningToo() throws Exception {
    Instances data = headless(mixed(60, 1, true));
    Instances twice = new Instances(data);
    for (int r = 0; r < 60; r++) {
      if (data.instance(r).value(1) > 50) {
        for (int copy = 0; copy < 7; copy++) {
          twice.add(data.instance(r));
        }
        data.instance(r).setWeight(8);
      }
    }
    String options = "-N 2 -layers \"dense 6 tanh\" -code 1 -batch all -epochs 20 -refine 30 -refine-weight 3 "
        + "-rate 0.01";
    NeuralClusterer weighted = built(options, data);
    NeuralClusterer copied = built(options, twice);
    for (int r = 0; r < 60; r++) {
      assertEquals(Arrays.stream(weighted.distributionForInstance(data.instance(r))).max().orElseThrow(),
          Arrays.stream(copied.distributionForInstance(data.instance(r))).max().orElseThrow(), 2e-4);
    }
  }

  /** Noise is for the autoencoder alone: where that is not trained there is none. */
  @Test
  void refiningIsWithoutNoise() throws Exception {
    Instances data = headless(mixed(60, 1, true));
    String options = "-N 2 -layers \"dense 6 tanh\" -epochs 0 -refine 5";
    NeuralClusterer plain = built(options, data);
    NeuralClusterer noisy = built(options + " -noise \"gaussian 2\"", data);
    for (int r = 0; r < 60; r++) {
      assertArrayEquals(plain.distributionForInstance(data.instance(r)),
          noisy.distributionForInstance(data.instance(r)));
    }
  }

  @Test
  void unusualDataGiveAnswersOrClearErrors() throws Exception {
    String header = "@attribute a numeric\n@attribute b {x,z}\n@attribute y {u,v}\n@data";
    assertThrows(Exception.class, () -> built("", headless(arff(header))));
    assertEquals(1, built("-N 3", headless(arff(header, "1,x,u"))).numberOfClusters());
    assertEquals(1, built("-N 3", headless(arff(header, "?,?,u", "?,?,u"))).numberOfClusters());
    NeuralClusterer three = built("-N auto", headless(arff(header, "1,x,u", "2,z,u", "5,x,u")));
    assertTrue(three.numberOfClusters() >= 2 && !three.toString().contains("NaN"), three.toString());
    NeuralClusterer few = built("-N 9 -layers none", headless(arff(header, "1,x,u", "2,z,u", "1,x,u")));
    assertEquals(2, few.numberOfClusters());
    NeuralClusterer deep = built("-N 9 -layers \"dense 4 relu\" -epochs 3",
        headless(arff(header, "1,x,u", "2,z,u", "1,?,u")));
    assertTrue(deep.numberOfClusters() <= 3);
    assertTrue(message(() -> built("", headless(arff("@attribute s string\n@attribute y {u}\n@data", "'t',u"))))
        .contains("string"));
    Instances classed = iris();
    assertTrue(message(() -> built("", classed)).contains("class"));
    assertTrue(message(() -> new NeuralClusterer().distributionForInstance(iris().instance(0)))
        .contains("no clusterer built"));
    Instances weightless = headless(iris());
    weightless.forEach(row -> row.setWeight(0));
    assertTrue(message(() -> built("", weightless)).contains("weight 0"));
  }

  @Test
  void numberCanBeAskedForAsOfAnyClusterer() throws Exception {
    NeuralClusterer c = new NeuralClusterer();
    c.setNumClusters(5);
    assertEquals("5", c.getClusters());
    MakeDensityBasedClusterer density = new MakeDensityBasedClusterer();
    c.setLayers("none");
    density.setClusterer(c);
    density.setNumClusters(3);
    density.buildClusterer(headless(iris()));
    assertEquals(3, density.numberOfClusters());
    ClusterEvaluation e = new ClusterEvaluation();
    e.setClusterer(c);
    e.evaluateClusterer(iris());
    assertTrue(e.clusterResultsToString().contains("Classes to Clusters"));
  }

  @Test
  void stopIsHeeded() throws Exception {
    Instances data = headless(iris());
    for (String options : new String[] {"-layers \"dense 8 relu\" -epochs 1000000", "-layers none -starts 100000000",
        "-layers none -N auto -starts 100000000"}) {
      Throwable[] thrown = new Throwable[1];
      Thread t = new Thread(() -> {
        try {
          built(options, data);
        } catch (Throwable e) {
          thrown[0] = e;
        }
      });
      t.start();
      Thread.sleep(400);
      t.interrupt();
      t.join(1000);
      assertFalse(t.isAlive(), options);
      assertEquals(InterruptedException.class, thrown[0].getClass(), options);
    }
  }

  /** As the Explorer does: one object, set and built again and again. */
  @Test
  void nothingStaysOfWhatWasBefore() throws Exception {
    Instances data = headless(iris());
    String plain = built("-N 3 -layers none", data).toString();
    NeuralClusterer c = built("-N 5 -layers \"dense 4 relu\" -epochs 2 -refine 2 -input 2x2x1 -scaling none", data);
    c.setOptions(Utils.splitOptions("-N 3 -layers none"));
    c.buildClusterer(headless(mixed(40, 1, true)));
    c.buildClusterer(data);
    assertEquals(plain, c.toString());
    c.setOptions(new String[0]);
    assertArrayEquals(new NeuralClusterer().getOptions(), c.getOptions());
    assertThrows(Exception.class, () -> c.buildClusterer(iris()));
    assertTrue(message(() -> c.numberOfClusters()).contains("no clusterer built"));
    NeuralClusterer before = (NeuralClusterer) new SerializedObject(new NeuralClusterer()).getObject();
    before.buildClusterer(data);
  }

  @Test
  void sparseRowsAreRows() throws Exception {
    Instances data = headless(iris());
    Instances sparse = new Instances(data, 0);
    data.forEach(row -> sparse.add(new weka.core.SparseInstance(row)));
    assertEquals(built("-N 3 -epochs 3", data).toString(), built("-N 3 -epochs 3", sparse).toString());
  }

  @Test
  void wekasChecksPass() throws Exception {
    CheckOptionHandler options = new CheckOptionHandler();
    options.setOptionHandler(new NeuralClusterer());
    options.setSilent(true);
    options.doTests();
    assertTrue(options.getSuccess());
    CheckGOE goe = new CheckGOE();
    goe.setObject(new NeuralClusterer());
    goe.setSilent(true);
    goe.doTests();
    assertTrue(goe.getSuccess());
    assertTrue(SerializationHelper.hasUID(NeuralClusterer.class));
  }
}
