package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** With one thread no worker of the JVM does anything, not for predictions either. */
class PredictionThreadsTest {
  private static final int ROWS = 3000;

  private interface Work {
    void run() throws Exception;
  }

  /** Nanoseconds of processor time by worker. */
  private static Map<Long, Long> workers() {
    Map<Long, Long> times = new TreeMap<>();
    for (Thread t : Thread.getAllStackTraces().keySet()) {
      if (t.getName().startsWith("ruru-worker")) {
        times.put(t.getId(), ManagementFactory.getThreadMXBean().getThreadCpuTime(t.getId()));
      }
    }
    return times;
  }

  private static void assertAlone(Work work) throws Exception {
    Map<Long, Long> earlier = null;
    Map<Long, Long> before = workers();
    // Workers of earlier tests look around for a moment before they sleep.
    for (int i = 0; i < 50 && !before.equals(earlier); i++) {
      Thread.sleep(20);
      earlier = before;
      before = workers();
    }
    work.run();
    assertEquals(before, workers());
  }

  @Test
  void oneThreadIsOne() throws Exception {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "there is only one core");
    Instances data = Samples.mixed(ROWS, 1, true);
    AbstractClassifier net = (AbstractClassifier) AbstractClassifier.forName("weka.classifiers.functions.NeuralNet",
        Utils.splitOptions("-threads 1 -layers \"dense 8 tanh\" -epochs 1 -members 2"));
    assertAlone(() -> {
      net.buildClassifier(data);
      net.distributionsForInstances(data);
    });
    Instances rows = new Instances(data);
    rows.setClassIndex(-1);
    rows.deleteAttributeAt(data.classIndex());
    for (String layers : List.of("auto", "none")) {
      NeuralClusterer clusterer = new NeuralClusterer();
      clusterer.setOptions(new String[] {"-threads", "1", "-layers", layers, "-epochs", "1"});
      assertAlone(() -> {
        clusterer.buildClusterer(rows);
        clusterer.distributionsForInstances(rows);
      });
    }
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-threads 1 -epochs 1 -output code,reconstruction,error"));
    encoder.setInputFormat(rows);
    assertAlone(() -> Filter.useFilter(rows, encoder));
  }
}
