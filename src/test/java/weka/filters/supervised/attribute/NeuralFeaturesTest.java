package weka.filters.supervised.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.NeuralNet;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/** The activations of a trained network as attributes. */
class NeuralFeaturesTest {
  private static final String NET =
      "weka.classifiers.functions.NeuralNet -layers \"dense 6 tanh as a, dense 3 sigmoid\" -epochs 20";

  private static NeuralFeatures features(String layer) throws Exception {
    NeuralFeatures f = new NeuralFeatures();
    f.setOptions(new String[] {"-W", NET, "-layer", layer});
    return f;
  }

  private static Instances apply(NeuralFeatures f, Instances data) throws Exception {
    f.setInputFormat(data);
    return Filter.useFilter(data, f);
  }

  @Test
  void theClassKeepsItsNameWhateverTheLayerIsCalled() throws Exception {
    Instances data = iris();
    data.renameAttribute(data.classIndex(), "a_2");
    Instances result = apply(features("a"), data);
    assertEquals("a_1", result.attribute(0).name());
    assertEquals("a_2'", result.attribute(1).name());
    assertEquals("a_2", result.classAttribute().name());
  }

  @Test
  void aLayerCanBeNamedByItsStepOrItsPlace() throws Exception {
    assertEquals(7, apply(features("a"), iris()).numAttributes());
    Instances last = apply(features("auto"), iris());
    assertEquals(4, last.numAttributes());
    assertEquals("sigmoid1_1", last.attribute(0).name());
    assertEquals(3, last.classIndex());
    last.forEach(row -> assertTrue(row.value(0) > 0 && row.value(0) < 1));
    String error = message(() -> apply(features("nowhere"), iris()));
    assertTrue(error.contains("nowhere") && error.contains("sigmoid1"), error);
  }

  /** The logistic output on top of the activations is the network itself. */
  @Test
  void theyAreTheNetworksOwn() throws Exception {
    Instances data = iris();
    Instances last = apply(features("auto"), data);
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(NET.substring(NET.indexOf(' '))));
    net.buildClassifier(data);
    float[] values = net.fitted().models().get(0).network().values();
    int weights = net.fitted().models().get(0).network().parametersByName().get("output1/weight").offset();
    int bias = net.fitted().models().get(0).network().parametersByName().get("output1/bias").offset();
    for (int r = 0; r < 150; r += 10) {
      double[] z = new double[3];
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        z[c] = values[bias + c];
        for (int i = 0; i < 3; i++) {
          z[c] += last.instance(r).value(i) * values[weights + 3 * i + c];
        }
        sum += Math.exp(z[c]);
      }
      assertEquals(net.distributionForInstance(data.instance(r))[1], Math.exp(z[1]) / sum, 1e-4);
    }
  }

  @Test
  void theHeaderAloneMayComeFirst() throws Exception {
    NeuralFeatures f = features("a");
    f.setInputFormat(new Instances(iris(), 0));
    for (Instance row : iris()) {
      f.input(row);
    }
    assertTrue(f.batchFinished());
    assertEquals(apply(features("a"), iris()).instance(0).toString(), f.output().toString());
    assertTrue(message(() -> apply(features("a"), new Instances(iris(), 0))).contains("Not enough training instances"));
  }

  @Test
  void threadsChangeNothing() throws Exception {
    String wide = "weka.classifiers.functions.NeuralNet -layers \"dense 256 relu, dense 64 relu\" -batch 256 -epochs "
        + "3 -threads ";
    Instances[] out = new Instances[3];
    for (int i = 0; i < 3; i++) {
      NeuralFeatures f = new NeuralFeatures();
      f.setOptions(new String[] {"-W", wide + (1 << i)});
      out[i] = apply(f, mixed(600, 5, true));
      out[i].setRelationName("features");
      assertEquals(out[0].toString(), out[i].toString());
    }
  }

  @Test
  void stopIsHeeded() throws Exception {
    NeuralFeatures f = new NeuralFeatures();
    f.setOptions(new String[] {"-W",
        "weka.classifiers.functions.NeuralNet -layers \"dense 8 relu\" -validation 0 -epochs 1000000"});
    Throwable[] thrown = new Throwable[1];
    Thread t = new Thread(() -> {
      try {
        apply(f, iris());
      } catch (Throwable e) {
        thrown[0] = e;
      }
    });
    t.start();
    Thread.sleep(500);
    t.interrupt();
    // How soon is measured in the Explorer; here a busy machine must not matter.
    t.join(20_000);
    assertFalse(t.isAlive());
    assertEquals(InterruptedException.class, thrown[0].getClass());
  }

  @Test
  void otherSchemesLearnFromThem() throws Exception {
    FilteredClassifier c = new FilteredClassifier();
    c.setFilter(new NeuralFeatures());
    c.setClassifier(new J48());
    Evaluation e = new Evaluation(iris());
    e.crossValidateModel(c, iris(), 5, new Random(1));
    assertTrue(e.pctCorrect() > 90, "accuracy " + e.pctCorrect());
  }

  @Test
  void whatIsNoNetworkIsRefused() throws Exception {
    NeuralFeatures f = new NeuralFeatures();
    assertThrows(IllegalArgumentException.class, () -> f.setNetwork(new J48()));
    assertThrows(Exception.class, () -> f.setOptions(new String[] {"-W",
        "weka.classifiers.functions.NeuralNet -layers foo"}));
    assertThrows(Exception.class, () -> f.setOptions(new String[] {"-W", ""}));
    Instances none = iris();
    none.setClassIndex(-1);
    assertThrows(Exception.class, () -> apply(new NeuralFeatures(), none));
    CheckOptionHandler options = new CheckOptionHandler();
    options.setOptionHandler(features("a"));
    options.setSilent(true);
    options.doTests();
    assertTrue(options.getSuccess());
    CheckGOE goe = new CheckGOE();
    goe.setObject(new NeuralFeatures());
    goe.setSilent(true);
    goe.doTests();
    assertTrue(goe.getSuccess());
  }

  /** As when Stop is pressed while activations are calculated. */
  public static final class Stopped extends NeuralFeatures {
    private static final long serialVersionUID = 1;
    private boolean stops;

    @Override
    protected Instances process(Instances rows) throws InterruptedException {
      if (stops) {
        Thread.currentThread().interrupt();
      }
      return super.process(rows);
    }
  }

  @Test
  void rowsThatWereGivenUpAreNotInTheNextBatch() throws Exception {
    Stopped f = new Stopped();
    f.setOptions(new String[] {"-W", "weka.classifiers.functions.NeuralNet -epochs 1 -layers \"dense 3\""});
    f.setInputFormat(iris());
    Filter.useFilter(iris(), f);
    f.stops = true;
    assertThrows(InterruptedException.class, () -> f.input(iris()));
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    f.stops = false;
    assertEquals(20, Filter.useFilter(new Instances(iris(), 0, 20), f).numInstances());
  }
}
