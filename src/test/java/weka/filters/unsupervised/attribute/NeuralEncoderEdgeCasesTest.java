package weka.filters.unsupervised.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.filters.unsupervised.attribute.NeuralEncoderTest.encoder;

import org.junit.jupiter.api.Test;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/** Rows and attributes that are not as usual: right answers or clear errors. */
class NeuralEncoderEdgeCasesTest {
  private static Instances apply(String options, Instances data) throws Exception {
    NeuralEncoder f = encoder(options);
    f.setInputFormat(data);
    return Filter.useFilter(data, f);
  }

  private static void assertSameCodes(Instances expected, Instances actual, String what) {
    for (int r = 0; r < expected.numInstances(); r++) {
      assertEquals(expected.instance(r).toStringNoWeight(), actual.instance(r).toStringNoWeight(), what);
    }
  }

  @Test
  void weightsOfAnySizeCountByTheirRatios() throws Exception {
    Instances data = mixed(60, 1, true);
    Instances plain = apply("-code 2 -epochs 5", data);
    for (double weight : new double[] {0x1p-1070, 0x1p-200, 0x1p130, 0x1p1020}) {
      Instances weighted = new Instances(data);
      weighted.forEach(row -> row.setWeight(weight));
      Instances codes = apply("-code 2 -epochs 5", weighted);
      assertSameCodes(plain, codes, "weight " + weight);
      assertEquals(weight, codes.instance(0).weight());
    }
    data.instance(4).setWeight(Double.POSITIVE_INFINITY);
    message(() -> apply("", data), "row 5", "finite weight", "Infinity");
  }

  @Test
  void theClassKeepsItsNameWhateverTheNewAttributesAreCalled() throws Exception {
    Instances data = mixed(60, 1, true);
    data.renameAttribute(data.classIndex(), "code1");
    Instances codes = apply("-code 2 -epochs 2", data);
    assertEquals("code1'", codes.attribute(0).name());
    assertEquals("code2", codes.attribute(1).name());
    assertEquals("code1", codes.classAttribute().name());
    data.renameAttribute(data.classIndex(), "reconstruction error");
    assertEquals("reconstruction error", apply("-epochs 2 -output error", data).classAttribute().name());
  }

  @Test
  void weightsOfAnyRatioAreLearnt() throws Exception {
    for (double[] weights : new double[][] {{1e46, 1}, {1e300, 1e-300}, {1, 1e-46}}) {
      Instances data = mixed(60, 1, true);
      data.forEach(row -> row.setWeight(weights[1]));
      data.instance(4).setWeight(weights[0]);
      Instances errors = apply("-code 2 -epochs 5 -output error", data);
      for (Instance row : errors) {
        assertTrue(row.value(0) >= 0 && row.value(0) < 1e13, row.toString());
      }
    }
  }

  /** Unscaled, a row may be too large for float32: an error, since a score that is missing would hide an anomaly. */
  @Test
  void valuesTooLargeToBeCalculatedWithAreNamed() throws Exception {
    Instances data = mixed(60, 1, true);
    for (String options : new String[] {"", "-layers none ", "-variational "}) {
      for (String output : new String[] {"code", "error", "reconstruction"}) {
        NeuralEncoder f = encoder("-scaling none -epochs 2 -code 2 " + options + "-output " + output);
        f.setInputFormat(data);
        Filter.useFilter(data, f);
        for (double value : new double[] {1e300, Double.POSITIVE_INFINITY}) {
          Instance row = (Instance) data.instance(0).copy();
          row.setDataset(data);
          row.setValue(1, value);
          message(() -> f.input(row), "attribute 'b': " + value, "-scaling");
        }
        assertTrue(f.input(data.instance(0)), "rows after it are not lost");
        assertFalse(f.output().isMissing(0));
      }
    }
  }

  @Test
  void theLargestDoublesAreGivenBackAsDoubles() throws Exception {
    Instances data = arff("@attribute a numeric\n@attribute b numeric\n@attribute y {u}\n@data", "1e308,1,u",
        "-1e308,2,u", "1.7e308,3,u", "-1.7e308,5,u", "0,4,u");
    for (String scaling : new String[] {"range", "standardise"}) {
      for (Instance row : apply("-epochs 5 -output reconstruction,error -scaling " + scaling, data)) {
        for (double value : row.toDoubleArray()) {
          assertTrue(Double.isFinite(value), row.toString());
        }
      }
    }
  }

  @Test
  void rowsWithoutWeightAreGivenButNotLearned() throws Exception {
    Instances data = mixed(80, 2, true);
    Instances some = new Instances(data, 0, 50);
    for (int r = 50; r < 80; r++) {
      data.instance(r).setWeight(0);
      data.instance(r).setValue(0, 1000);
    }
    Instances all = apply("-code 2 -epochs 5", data);
    assertEquals(80, all.numInstances());
    Instances alone = apply("-code 2 -epochs 5", some);
    for (int r = 0; r < 50; r++) {
      // Another number of rows takes other loops of the BLAS.
      assertEquals(alone.instance(r).value(0), all.instance(r).value(0), 1e-4);
    }
  }

  @Test
  void theClassMayBeText() throws Exception {
    Instances data = arff("@attribute a numeric\n@attribute y string\n@data", "1,'one'", "2,'two'", "3,?", "4,'four'");
    for (String output : new String[] {"code", "reconstruction", "original,error"}) {
      Instances out = apply("-epochs 2 -output " + output, data);
      assertEquals("one", out.instance(0).stringValue(out.classIndex()), output);
      assertTrue(out.instance(2).classIsMissing());
      assertEquals("four", out.instance(3).stringValue(out.classIndex()), output);
    }
  }

  @Test
  void oneUpdatePerEpochWantsManyEpochs() throws Exception {
    NeuralEncoder f = encoder("-batch all");
    Instances data = iris();
    f.setInputFormat(data);
    Filter.useFilter(data, f);
    assertEquals(1000, f.autoencoder().report().epochs());
  }

  /** As a later batch of a file in which a value occurs for the first time. */
  @Test
  void aValueThatTrainingDidNotKnowIsNoneOfThoseKnown() throws Exception {
    Instances data = arff("@attribute a numeric\n@attribute b {p,q,r}\n@attribute y {u}\n@data", "1,p,u", "2,q,u",
        "3,p,u", "4,q,u", "5,?,u");
    NeuralEncoder f = encoder("-epochs 20 -output reconstruction,error,filled");
    f.setInputFormat(data);
    Instances known = Filter.useFilter(data, f);
    Instance later = (Instance) data.instance(0).copy();
    later.setValue(1, "r");
    f.input(later);
    Instance out = f.output();
    assertTrue(out.toString(3).equals("p") || out.toString(3).equals("q"), out.toString());
    assertEquals("r", out.toString(1), "what is known stays");
    assertTrue(out.value(4) > 5 && out.value(4) > known.instance(0).value(4), out.toString());
    Instance unknown = new DenseInstance(1, new double[] {Utils.missingValue(), Utils.missingValue(), 0});
    unknown.setDataset(data);
    f.input(unknown);
    Instance nothing = f.output();
    assertFalse(nothing.isMissing(0) || nothing.isMissing(1), nothing.toString());
    assertTrue(nothing.isMissing(4), "there is nothing to be wrong about: " + nothing);
  }

  @Test
  void stopIsHeededWhileRowsAreFiltered() throws Exception {
    for (String output : new String[] {"code", "error"}) {
      NeuralEncoder f = encoder("-epochs 1 -output " + output);
      Instances data = iris();
      f.setInputFormat(data);
      Filter.useFilter(data, f);
      Thread.currentThread().interrupt();
      try {
        assertThrows(InterruptedException.class, () -> Filter.useFilter(data, f), output);
      } finally {
        assertTrue(Thread.interrupted());
      }
    }
  }

  @Test
  void aVeryWideCodeIsNotTurned() throws Exception {
    assertTrue(uncorrelated(apply("-epochs 1 -code 512", iris())));
    assertFalse(uncorrelated(apply("-epochs 1 -code 513", iris())));
  }

  private static boolean uncorrelated(Instances codes) {
    double[] first = codes.attributeToDoubleArray(0);
    double[] second = codes.attributeToDoubleArray(1);
    return Math.abs(Utils.correlation(first, second, first.length)) < 1e-3;
  }

  @Test
  void rowsComeThroughOneByOneAsTheyDoTogether() throws Exception {
    Instances data = mixed(60, 1, true);
    for (String output : new String[] {"code", "reconstruction", "error", "original", "filled",
        "code,reconstruction,error,original,filled"}) {
      NeuralEncoder f = encoder("-code 3 -epochs 5 -output " + output);
      f.setInputFormat(data);
      Instances together = Filter.useFilter(data, f);
      for (int r = 0; r < 60; r++) {
        assertTrue(f.input(data.instance(r)));
        Instance one = f.output();
        for (int a = 0; a < together.numAttributes(); a++) {
          assertEquals(together.instance(r).value(a), one.value(a), 1e-3, output + ", " + together.attribute(a));
        }
      }
      assertEquals(0, f.numPendingOutput());
    }
  }

  /** As when Stop is pressed while rows are encoded. */
  public static final class Stopped extends NeuralEncoder {
    private static final long serialVersionUID = 1;
    private boolean stops;

    @Override
    protected Instances process(Instances rows) throws Exception {
      if (stops) {
        Thread.currentThread().interrupt();
      }
      return super.process(rows);
    }
  }

  @Test
  void rowsThatWereGivenUpAreNotInTheNextBatch() throws Exception {
    Stopped f = new Stopped();
    f.setOptions(Utils.splitOptions("-epochs 1 -code 2"));
    f.setInputFormat(iris());
    Filter.useFilter(iris(), f);
    f.stops = true;
    assertThrows(InterruptedException.class, () -> f.input(iris()));
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    f.stops = false;
    assertEquals(20, Filter.useFilter(new Instances(iris(), 0, 20), f).numInstances());
  }
}
