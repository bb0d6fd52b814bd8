package weka.core.neural.curves.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.cluster.Points;
import weka.clusterers.Clusterer;
import weka.clusterers.EM;
import weka.clusterers.MakeDensityBasedClusterer;
import weka.clusterers.NeuralClusterer;
import weka.clusterers.SimpleKMeans;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.EuclideanDistance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;

class ClusterCurveRunTest {
  private static final ClusterCurveRun.Listener NOBODY = (done, all) -> {};

  /** Normal clouds around points far from each other, in the plane. */
  private static Instances clouds(int clouds, int rows) {
    Instances data =
        new Instances("clouds", new ArrayList<>(List.of(new Attribute("x"), new Attribute("y"))), rows);
    Random random = new Random(1);
    for (int i = 0; i < rows; i++) {
      int c = i % clouds;
      data.add(new DenseInstance(1,
          new double[] {c % 2 * 6 + random.nextGaussian(), c / 2 * 6 + random.nextGaussian()}));
    }
    return data;
  }

  private static Instances even(int rows) {
    Instances data = clouds(1, rows);
    Random random = new Random(2);
    data.forEach(row -> {
      row.setValue(0, random.nextDouble());
      row.setValue(1, random.nextDouble());
    });
    return data;
  }

  private static Clusterer means() throws Exception {
    NeuralClusterer clusterer = new NeuralClusterer();
    clusterer.setOptions(new String[] {"-layers", "none"});
    return clusterer;
  }

  private static ClusterCurve curve(Instances data, Clusterer clusterer, int most) {
    return new ClusterCurveRun(data, clusterer, "N", most, 10, 1, 2).run(NOBODY);
  }

  @Test
  void fourCloudsAreFound() throws Exception {
    for (Clusterer clusterer : List.of(means(), new EM())) {
      ClusterCurve curve = curve(clouds(4, 120), clusterer, 7);
      assertEquals(4, curve.byGap(), curve::toString);
      assertEquals(4, curve.elbow(), curve::toString);
      assertEquals(4, curve.bySilhouette(), curve::toString);
      assertFalse(curve.isStopped());
    }
  }

  @Test
  void theNumberMayBeAnOptionOfTheSchemeWithin() {
    ClusterCurve curve = curve(clouds(4, 80), new MakeDensityBasedClusterer(), 4);
    assertThat(curve.points()).extracting(ClusterCurve.Point::clusters).containsExactly(1, 2, 3, 4);
    assertTrue(curve.points().get(3).within() < 0.3 * curve.points().get(0).within(), curve::toString);
  }

  @Test
  void theGapAloneSaysThatEvenlySpreadRowsHaveNoClusters() throws Exception {
    ClusterCurve curve = curve(even(150), means(), 6);
    assertEquals(1, curve.byGap(), curve::toString);
    assertTrue(curve.elbow() > 1 && curve.bySilhouette() > 1, curve::toString);
  }

  @Test
  void theSumIsThatOfSimpleKMeans() throws Exception {
    Instances data = Samples.mixed(60, 1, true);
    data.setClassIndex(-1);
    for (int i = 0; i < data.numAttributes(); i++) {
      data.deleteWithMissing(i);
    }
    SimpleKMeans simple = new SimpleKMeans();
    simple.setNumClusters(1);
    simple.setPreserveInstancesOrder(true);
    simple.buildClusterer(data);
    double within = curve(data, new SimpleKMeans(), 2).points().get(0).within();
    // Weka's centre has the most frequent nominal values, which are no nearer than their mean.
    assertTrue(within <= simple.getSquaredError() && within > 0.4 * simple.getSquaredError(),
        within + " and " + simple.getSquaredError());
    Instances numbers = clouds(3, 50);
    simple.buildClusterer(numbers);
    assertEquals(simple.getSquaredError(), curve(numbers, new SimpleKMeans(), 2).points().get(0).within(), 1e-4);
  }

  @Test
  void distancesAreWekas() throws Exception {
    Instances data = Samples.mixed(30, 3, true);
    data.setClassIndex(-1);
    data.removeIf(Instance::hasMissingValue);
    Points points = new DistanceSpace(data).of(data);
    EuclideanDistance distance = new EuclideanDistance(data);
    assertThat(data.size()).isGreaterThan(5);
    for (int a = 0; a < data.size(); a++) {
      for (int b = 0; b < data.size(); b++) {
        assertEquals(distance.distance(data.get(a), data.get(b)),
            Math.sqrt(points.squaredDistance(a, points.values(), b)), 1e-5);
      }
    }
  }

  @Test
  void aRowOfWeightTwoCountsTwice() {
    Instances twice = clouds(2, 40);
    twice.addAll(new ArrayList<>(twice.subList(0, 10)));
    Instances weighted = clouds(2, 40);
    weighted.subList(0, 10).forEach(row -> row.setWeight(2));
    int[] assignment = new int[50];
    Arrays.setAll(assignment, r -> r % 2);
    DistanceSpace space = new DistanceSpace(twice);
    assertEquals(Within.sum(space.of(twice), assignment, 2),
        Within.sum(space.of(weighted), Arrays.copyOf(assignment, 40), 2), 1e-4);
  }

  @Test
  void theNumberOfThreadsMakesNoDifference() throws Exception {
    Instances data = clouds(3, 60);
    ClusterCurve one = new ClusterCurveRun(data, means(), "N", 4, 5, 1, 1).run(NOBODY);
    assertEquals(one.toString(), new ClusterCurveRun(data, means(), "N", 4, 5, 1, 4).run(NOBODY).toString());
    assertEquals(one.points(), new ClusterCurveRun(data, means(), "N", 4, 5, 1, 3).run(NOBODY).points());
  }

  @Test
  void anInterruptLeavesWhatIsComplete() throws Exception {
    Thread caller = Thread.currentThread();
    ClusterCurve curve = new ClusterCurveRun(clouds(3, 60), means(), "N", 6, 5, 1, 1).run((done, all) -> {
      if (done == 13) {
        caller.interrupt();
      }
    });
    assertTrue(curve.isStopped());
    assertEquals(2, curve.points().size());
    assertFalse(Thread.interrupted());
  }

  @Test
  void identicalRowsHaveNoGap() throws Exception {
    Instances same = clouds(1, 30);
    same.forEach(row -> {
      row.setValue(0, 1);
      row.setValue(1, 2);
    });
    ClusterCurve curve = curve(same, means(), 3);
    assertEquals(0, curve.byGap());
    assertThat(curve.points()).allMatch(p -> p.within() == 0 && Double.isNaN(p.gap()));
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    Instances text = Samples.arff("@attribute s string\n@data", "a", "b", "c", "d", "e");
    assertThatThrownBy(() -> curve(text, means(), 2)).hasMessageContaining("attribute 's'")
        .hasMessageContaining("neither a number nor nominal");
    Instances infinite = clouds(2, 20);
    infinite.get(3).setValue(1, Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> curve(infinite, means(), 2)).hasMessageContaining("'y'").hasMessageContaining("infinite");
    assertThatThrownBy(() -> curve(clouds(2, 5), means(), 5)).hasMessageContaining("more rows with a weight");
    assertThatThrownBy(() -> new ClusterCurveRun(clouds(2, 20), means(), "nothing", 3, 2, 1, 1))
        .hasMessageContaining("-nothing").hasMessageContaining("-N");
  }
}
