package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.BatchPredictor;
import weka.core.Instances;
import weka.core.Utils;

/** Predictions of many rows can be given up, and leave nothing behind. */
class PredictionStopTest {
  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private static void assertGivenUp(Executable work) {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, work);
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
  }

  private static void assertGivenUp(BatchPredictor scheme, Instances rows) throws Exception {
    double[][] before = scheme.distributionsForInstances(rows);
    assertGivenUp(() -> scheme.distributionsForInstances(rows));
    assertArrayEquals(before, scheme.distributionsForInstances(rows));
  }

  @Test
  void ofClasses() throws Exception {
    Instances rows = Samples.mixed(300, 1, true);
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-epochs 2 -layers \"dense 4 relu\""));
    net.buildClassifier(rows);
    assertGivenUp(net, rows);
  }

  @Test
  void ofClusters() throws Exception {
    Instances rows = Samples.mixed(300, 1, true);
    rows.setClassIndex(-1);
    NeuralClusterer clusterer = new NeuralClusterer();
    clusterer.setOptions(Utils.splitOptions("-N 3 -epochs 1 -layers \"dense 4 relu\" -code 2"));
    clusterer.buildClusterer(rows);
    double[][] before = clusterer.distributionsForInstances(rows);
    assertGivenUp(() -> clusterer.distributionsForInstances(rows));
    assertArrayEquals(before, clusterer.distributionsForInstances(rows));
  }
}
