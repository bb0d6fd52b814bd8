package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.assertClose;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.predictions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;

/** Numbers at the ends of what float32 and double hold: the same as ever, or an error, never silence. */
class NeuralNetExtremesTest {
  private static final String SMALL = "-layers \"dense 4 tanh\" -epochs 20 ";

  private static Instances weighted(double weight, boolean nominal) throws Exception {
    Instances data = mixed(60, 1, nominal);
    data.forEach(row -> row.setWeight(weight));
    return data;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p-1070, 0x1p-200, 0x1p-61, 0x1p61, 0x1p130, 0x1p1020})
  void weightsOfAnySizeCountByTheirRatios(double weight) throws Exception {
    Instances data = mixed(60, 1, false);
    assertSame(predictions(built(SMALL, data), data), predictions(built(SMALL, weighted(weight, false)), data),
        "numbers");
    Instances classes = mixed(60, 1, true);
    assertSame(predictions(built(SMALL, classes), classes), predictions(built(SMALL, weighted(weight, true)), classes),
        "classes");
  }

  @Test
  void anInfiniteWeightIsRefused() throws Exception {
    Instances data = mixed(60, 1, false);
    data.instance(2).setWeight(Double.POSITIVE_INFINITY);
    message(() -> built(SMALL, data), "row 3", "finite weight", "Infinity");
    message(() -> built("-class-weights 1,1e10,1", mixed(60, 1, true)), "-class-weights", "1e9");
  }

  @Test
  void theOnlyRowThatCountsCanBeLearnt() throws Exception {
    Instances data = mixed(60, 1, true);
    for (int r = 0; r < 60; r++) {
      data.instance(r).setClassValue(r == 7 ? 0 : 1);
    }
    NeuralNet net = built("-class-weights 1,0,0 -members 1", data);
    assertTrue(net.distributionForInstance(data.instance(7))[0] > 0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers \"\" -optimizer adam", "-layers \"\" -optimizer rmsprop",
      "-layers \"dense 4 relu\" -optimizer adam", "-layers \"\" -optimizer lbfgs"})
  void gradientsTooLargeForFloatsAreAnError(String options) throws Exception {
    Instances data = mixed(60, 1, false);
    data.forEach(row -> {
      row.setClassValue(1e20 * row.classValue());
      row.setValue(1, 1e18 * row.value(1));
    });
    message(() -> built(options + " -scaling none", data), "check the data for extreme values");
  }

  @Test
  void aPenaltyTooLargeForFloatsIsAnError() throws Exception {
    message(() -> built(SMALL + "-decay 1e30", mixed(60, 1, false)), "gradient", "too large");
    Instances data = mixed(60, 1, false);
    double mean = data.meanOrMode(data.classIndex());
    double[][] constant = new double[60][];
    java.util.Arrays.fill(constant, new double[] {mean});
    assertClose(constant, predictions(built("-layers \"dense 4 tanh\" -epochs 200 -decay 1e6", data), data), 5,
        "a strong penalty");
  }
}
