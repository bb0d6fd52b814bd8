package weka.filters.unsupervised.attribute;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;

/** What the filter gives, against what can be worked out otherwise. */
class NeuralEncoderTest {
  static NeuralEncoder encoder(String options) throws Exception {
    NeuralEncoder f = new NeuralEncoder();
    f.setOptions(Utils.splitOptions(options));
    return f;
  }

  private static Instances apply(NeuralEncoder f, Instances data) throws Exception {
    f.setInputFormat(data);
    return Filter.useFilter(data, f);
  }

  private static double variance(Instances data, int attribute) {
    return data.variance(attribute);
  }

  @Test
  void linearCodeReconstructsAsWellAsPrincipalComponents() throws Exception {
    Instances data = iris();
    Instances back = apply(encoder("-layers none -code 2 -output reconstruction -epochs 2000 -rate 0.005"), data);
    assertEquals(data.numAttributes(), back.numAttributes());
    assertEquals(data.classIndex(), back.classIndex());
    double error = 0;
    for (int a = 0; a < 4; a++) {
      assertEquals(data.attribute(a).name(), back.attribute(a).name());
      for (int r = 0; r < data.numInstances(); r++) {
        error += Math.pow(data.instance(r).value(a) - back.instance(r).value(a), 2) / variance(data, a);
      }
    }
    // Two components leave 4.19 % of the variance of the standardised attributes (eigenvalues 2.918, 0.914, 0.147,
    // 0.021).
    assertEquals(0.0419, error / (4 * 149), 0.002);
    for (int r = 0; r < data.numInstances(); r++) {
      assertEquals(data.instance(r).classValue(), back.instance(r).classValue());
    }
  }

  @Test
  void severalOutputsStandSideBySide() throws Exception {
    Instances data = mixed(60, 1, true);
    Instances out = apply(encoder("-output error,code,original,reconstruction -code 3 -epochs 5"), data);
    int n = data.numAttributes() - 1;
    assertEquals(n + 3 + n + 1 + 1, out.numAttributes());
    assertEquals(out.numAttributes() - 1, out.classIndex());
    assertEquals(data.attribute(0).name(), out.attribute(0).name());
    assertEquals("code1", out.attribute(n).name());
    assertTrue(out.attribute(n + 3).name().endsWith(" reconstructed"));
    assertEquals("reconstruction error", out.attribute(2 * n + 3).name());
    for (int r = 0; r < data.numInstances(); r++) {
      for (int a = 0; a < n; a++) {
        assertEquals(data.instance(r).value(a), out.instance(r).value(a));
        assertFalse(out.instance(r).isMissing(n + 3 + a));
      }
      assertEquals(data.instance(r).weight(), out.instance(r).weight());
    }
  }

  /** b = 2 a, and c says whether a is above 0: what is missing can be known. */
  @Test
  void missingValuesAreFilledFromTheRest() throws Exception {
    StringBuilder rows = new StringBuilder(
        "@attribute a numeric\n@attribute b numeric\n@attribute c {no,yes}\n@attribute y {u}\n@data\n");
    for (int i = 0; i < 200; i++) {
      double a = i / 50.0 - 2 + 0.01;
      rows.append(i % 7 == 0 ? "?" : String.valueOf(a)).append(',').append(i % 7 == 1 ? "?" : String.valueOf(2 * a))
          .append(',').append(i % 7 == 2 ? "?" : a > 0 ? "yes" : "no").append(",u\n");
    }
    Instances data = arff(rows.toString());
    Instances filled = apply(encoder(
        "-output filled -layers \"dense 16 tanh\" -code 1 -noise \"mask 0.2\" -epochs 1000"), data);
    double squares = 0;
    int right = 0;
    int missing = 0;
    for (int i = 0; i < 200; i++) {
      double a = i / 50.0 - 2 + 0.01;
      Instance row = filled.instance(i);
      assertFalse(row.hasMissingValue());
      squares += i % 7 == 0 ? Math.pow(row.value(0) - a, 2) : i % 7 == 1 ? Math.pow(row.value(1) / 2 - a, 2) : 0;
      if (i % 7 == 2) {
        missing++;
        right += (row.value(2) == 1) == a > 0 ? 1 : 0;
      } else {
        assertEquals(data.instance(i).value(2), row.value(2));
      }
    }
    double error = Math.sqrt(squares / 58);
    assertTrue(error < 0.3, "filled in with an error of " + error + ", the deviation is 1.15");
    assertTrue(right >= missing - 2, right + " of " + missing + " nominal values right");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-variational", "-sparse 0.1", "-contractive 0.1", "-activity-l1 0.01", "-tied",
      "-noise \"salt 0.1\"",
      "-noise \"gaussian 0.3\" -tied -layers \"dense 12 tanh, dense 6 tanh\"", "-decoder \"dense 7 relu\"",
      "-scaling range",
      "-optimizer lbfgs -epochs 20", "-validation 20 -patience 3", "-tied -contractive 0.2", "-tied -sparse 0.2"})
  void everyKindLearnsAndTravels(String options) throws Exception {
    Instances data = mixed(120, 3, true);
    NeuralEncoder f = encoder("-code 4 -output code,error " + (options.contains("-epochs") ? "" : "-epochs 30 ")
        + options);
    Instances out = apply(f, data);
    double[] curve = f.autoencoder().report().training();
    assertTrue(curve[curve.length - 1] < curve[0], () -> Arrays.toString(curve));
    assertSameRows(out, apply(encoder(Utils.joinOptions(f.getOptions())), data), "options and seed");
    NeuralEncoder copy = (NeuralEncoder) new SerializedObject(f).getObject();
    for (int r = 0; r < 5; r++) {
      copy.input(data.instance(r));
      // One row alone takes other loops of the BLAS than many.
      assertArrayEquals(out.instance(r).toDoubleArray(), copy.output().toDoubleArray(), 1e-4);
    }
  }

  private static Instances codes(String options) throws Exception {
    return apply(encoder("-code 3 -epochs 100 " + options), iris());
  }

  /** The mean over rows and code numbers of what is done to each. */
  private static double mean(Instances codes, java.util.function.DoubleUnaryOperator what) {
    double sum = 0;
    for (Instance row : codes) {
      for (int i = 0; i < 3; i++) {
        sum += what.applyAsDouble(row.value(i)) / 3 / codes.numInstances();
      }
    }
    return sum;
  }

  private static double spread(Instances codes) {
    return Math.sqrt(codes.variance(0) + codes.variance(1) + codes.variance(2));
  }

  @Test
  void everyKindDoesWhatItsNameSays() throws Exception {
    assertEquals(0.1, mean(codes("-sparse \"0.1 20\""), v -> v), 0.03);
    assertEquals(0.6, mean(codes("-sparse \"0.6 20\""), v -> v), 0.03);
    assertTrue(mean(codes("-activity-l1 1"), Math::abs) < 0.5 * mean(codes("-activity-l1 0.0001"), Math::abs));
    assertTrue(spread(codes("-layers none -contractive 10")) < 0.7 * spread(
        codes("-layers none -contractive 0.00001")));
    assertTrue(mean(codes("-variational -beta 20"), Math::abs) < 0.3 * mean(codes("-variational -beta 0.01"),
        Math::abs));
  }

  @Test
  void columnsOfManyKindsAreCounted() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append("@attribute n").append(i).append(" numeric\n@attribute c").append(i).append(" {a,b,c}\n");
    }
    text.append("@data\n").append("1,a,".repeat(99)).append("1,a\n").append("2,b,".repeat(99)).append("2,c\n")
        .append("4,c,".repeat(99)).append("3,b\n");
    NeuralEncoder wide = encoder("-code 3 -epochs 1");
    apply(wide, arff(text.toString()));
    assertTrue(wide.toString().contains("loss over 100 numbers and 99 nominal attributes\n"), wide.toString());
    assertTrue(wide.toString().lines().allMatch(l -> l.length() <= 160), wide.toString());
  }

  @Test
  void layersAreThoseAskedFor() throws Exception {
    NeuralEncoder own = encoder("-code 3 -epochs 1 -layers \"dense 5 tanh\" -decoder \"dense 7 relu\"");
    apply(own, iris());
    assertTrue(own.toString().contains("dense 7 relu, dense 4\n"), own.toString());
    assertFalse(own.toString().contains("linear function"), own.toString());
    NeuralEncoder linear = encoder("-code 3 -epochs 1 -layers \"dense 5\"");
    apply(linear, iris());
    assertTrue(linear.toString().contains("\nThe code is a linear function of the inputs"), linear.toString());
    NeuralEncoder tied = encoder("-code 3 -epochs 1 -layers \"dense 5 tanh\" -tied");
    apply(tied, iris());
    // 4 to 5 to 3 and back with the same weights and other biases.
    assertEquals(4 * 5 + 5 * 3 + 5 + 3 + 5 + 4, tied.autoencoder().network().values().length);
    for (String[] noise : new String[][] {{"gaussian 0.3", "noise 0.3"}, {"mask 0.3", "corrupt 0.3"},
        {"salt 0.1", "corrupt 0.1"}}) {
      NeuralEncoder f = encoder("-epochs 1 -noise \"" + noise[0] + "\"");
      apply(f, iris());
      assertTrue(f.toString().contains("Layers: " + noise[1]), f.toString());
    }
  }

  @Test
  void everyLayerIsMirroredByItsOpposite() throws Exception {
    for (String[] pair : new String[][] {
        {"-layers \"conv 4 3x3 relu, maxpool 2, conv 6 3x3 relu, avgpool 3, dense 12 tanh\"",
            "dense 5 as code, dense 12 tanh, dense 6, reshape 1x1x6, upsample 3 relu, deconv 4 3x3, unpool e3 relu, "
                + "deconv 1 3x3"},
        {"-variational -layers \"conv 4 3x3 relu, maxpool 2\"",
            "variational as code, dense 36, reshape 3x3x4, upsample 2 relu, deconv 1 3x3"},
        {"-tied -layers \"dense 20 relu, dense 10 tanh\"", "dense 5 as code, tied code tanh, tied e3 relu, tied e1"}}) {
      NeuralEncoder f = encoder("-input 6x6x1 -code 5 -epochs 1 " + pair[0]);
      apply(f, squares());
      assertTrue(f.toString().contains(pair[1] + "\n"), f.toString());
    }
  }

  private static void assertSameRows(Instances expected, Instances actual, String what) {
    assertEquals(expected.numInstances(), actual.numInstances(), what);
    for (int r = 0; r < expected.numInstances(); r++) {
      assertTrue(Arrays.equals(expected.instance(r).toDoubleArray(), actual.instance(r).toDoubleArray()), what);
    }
  }

  @Test
  void threadsChangeNothing() throws Exception {
    Instances data = mixed(700, 2, true);
    String options = "-layers \"dense 256 relu, dense 128 relu\" -batch 256 -epochs 3 -output code,error -threads ";
    Instances one = apply(encoder(options + 1), data);
    assertSameRows(one, apply(encoder(options + 2), data), "2 threads");
    assertSameRows(one, apply(encoder(options + 4), data), "4 threads");
  }

  @Test
  void theClassTakesNoPart() throws Exception {
    Instances data = mixed(80, 4, true);
    Instances other = new Instances(data);
    other.forEach(row -> row.setClassMissing());
    Instances codes = apply(encoder("-epochs 4"), data);
    Instances without = apply(encoder("-epochs 4"), other);
    for (int r = 0; r < 80; r++) {
      for (int a = 0; a < codes.classIndex(); a++) {
        assertEquals(codes.instance(r).value(a), without.instance(r).value(a));
      }
    }
  }

  @Test
  void trainingDataAloneDecideWhatLaterRowsBecome() throws Exception {
    Instances data = iris();
    Instances train = data.trainCV(5, 0);
    Instances test = data.testCV(5, 0);
    FilteredClassifier c = new FilteredClassifier();
    c.setFilter(encoder("-epochs 10 -code 2"));
    c.setClassifier(new J48());
    c.buildClassifier(train);
    double[] alone = c.distributionForInstance(test.instance(0));
    test.forEach(row -> row.setValue(0, 1000));
    c.distributionForInstance(test.instance(1));
    assertTrue(Arrays.equals(alone, c.distributionForInstance(data.testCV(5, 0).instance(0))));
  }

  @Test
  void generatedRowsAreLikeTheData() throws Exception {
    Instances data = iris();
    for (int r = 0; r < 150; r += 50) {
      // Far out, so that its code is hardly ever drawn.
      data.instance(r).setValue(1, 12);
    }
    Instances made = apply(encoder("-variational -code 2 -generate 1000 -epochs 200"), data);
    assertEquals(1000, made.numInstances());
    assertTrue(made.equalHeaders(data));
    for (int a = 0; a < 4; a++) {
      double deviation = Math.sqrt(data.variance(a));
      assertEquals(data.meanOrMode(a), made.meanOrMode(a), 0.15 * deviation, data.attribute(a).name());
      assertEquals(deviation, Math.sqrt(made.variance(a)), 0.1 * deviation, data.attribute(a).name());
    }
    assertTrue(made.instance(0).classIsMissing());
    assertTrue(message(() -> apply(encoder("-generate 5"), data)).contains("-variational"));
  }

  @Test
  void oddOneOutHasTheLargestError() throws Exception {
    Instances data = new Instances(iris());
    Instance odd = (Instance) data.instance(0).copy();
    odd.setValue(0, 4.4);
    odd.setValue(1, 4.3);
    odd.setValue(2, 1);
    odd.setValue(3, 2.5);
    NeuralEncoder f = encoder("-output error -code 2 -epochs 100");
    Instances errors = apply(f, data);
    f.input(odd);
    double score = f.output().value(0);
    assertTrue(score > 2 * errors.attributeStats(0).numericStats.max,
        "the error of a row unlike all others is " + score);
  }

  @Test
  void imagesKeepTheirScale() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rows.append("@attribute p").append(i).append(" numeric\n");
    }
    rows.append("@attribute y {u}\n@data\n");
    for (int r = 0; r < 30; r++) {
      for (int i = 0; i < 12; i++) {
        rows.append(i == r % 12 ? 255 : 0).append(',');
      }
      rows.append("u\n");
    }
    Instances data = arff(rows.toString());
    Instances back = apply(encoder(
        "-input 3x2x2 -output reconstruction -layers \"dense 24 relu\" -code 12 -epochs 600"), data);
    double squares = 0;
    for (int r = 0; r < 30; r++) {
      for (int i = 0; i < 12; i++) {
        squares += Math.pow(back.instance(r).value(i) - data.instance(r).value(i), 2);
      }
    }
    assertTrue(Math.sqrt(squares / 360) < 25, "error " + Math.sqrt(squares / 360));
    assertTrue(message(() -> apply(encoder("-input 28x28x1"), data)).contains("784"));
  }

  /** Squares of 2 x 2 somewhere in 6 x 6 pixels. */
  private static Instances squares() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 36; i++) {
      rows.append("@attribute p").append(i).append(" numeric\n");
    }
    rows.append("@attribute y {u}\n@data\n");
    for (int r = 0; r < 100; r++) {
      int top = r % 5;
      int left = r / 5 % 5;
      for (int i = 0; i < 36; i++) {
        int down = i / 6 - top;
        int right = i % 6 - left;
        rows.append(down >= 0 && down < 2 && right >= 0 && right < 2 ? 200 : 0).append(',');
      }
      rows.append("u\n");
    }
    return arff(rows.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers \"conv 6 3x3 relu, maxpool 2, conv 8 3x3 relu\"",
      "-layers \"conv 6 3x3 relu, maxpool 2, conv 8 3x3 relu\" -variational -beta 0.01",
      "-layers \"conv 6 3x3 stride=2 relu, dense 24 relu\"", "-layers \"dense 40 relu\" -augment \"shift 1\"",
      "-layers \"conv 6 3x3 relu, avgpool 2, flatten, dense 24 relu\""})
  void convolutionsAreMirrored(String layers) throws Exception {
    NeuralEncoder f = encoder("-input 6x6x1 -code 8 -output reconstruction -epochs 80 " + layers);
    Instances data = squares();
    Instances back = apply(f, data);
    double squares = 0;
    for (int r = 0; r < 100; r++) {
      for (int i = 0; i < 36; i++) {
        squares += Math.pow((back.instance(r).value(i) - data.instance(r).value(i)) / 200, 2) / 3600;
      }
    }
    // The mean picture alone leaves 0.091.
    assertTrue(squares < 0.06, "mean squared error " + squares);
  }

  @Test
  void whatCannotBeMirroredIsRefused() throws Exception {
    Instances data = squares();
    assertTrue(message(() -> apply(encoder("-input 6x6x1 -layers \"conv 4 3x3 padding=valid stride=4\""), data))
        .contains("-decoder"));
    assertTrue(message(() -> apply(encoder("-input 6x6x1 -layers \"maxout 4\""), data)).contains("maxout"));
    assertEquals(9, apply(encoder("-epochs 1 -code 8 -layers \"maxout 4\" -decoder \"dense 8 relu\""), data)
        .numAttributes());
  }

  @Test
  void unusualDataGiveAnswersOrClearErrors() throws Exception {
    String header = "@attribute a numeric\n@attribute b {x,z}\n@attribute y {u,v}\n@data";
    assertTrue(message(() -> apply(encoder(""), arff(header))).contains("no rows"));
    assertTrue(message(() -> apply(encoder(""), arff(header, "1,x,u"))).contains("nothing to learn"));
    assertTrue(message(() -> apply(encoder(""), arff(header, "?,?,u", "?,?,v"))).contains("nothing to learn"));
    assertTrue(message(() -> apply(encoder(""), arff("@attribute s string\n@attribute y {u,v}\n@data", "'t',u",
        "'s',v"))).contains("string"));
    Instances two = apply(encoder("-output reconstruction -epochs 5"),
        arff(header, "1,x,u", "1,z,v", "1,x,?", "1,?,u"));
    assertEquals(1, two.instance(3).value(0), "a constant comes back as it was");
    assertFalse(two.instance(3).isMissing(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-code 0", "-noise loud", "-noise \"mask 1\"", "-sparse 2", "-output codes",
      "-contractive -1", "-input 28x", "-layers \"dense\"", "-generate -1", "-unknown 3", "-sparse 0.1 -variational"})
  void illegalOptionsAreRefused(String options) {
    assertThrows(Exception.class, () -> apply(encoder(options), iris()));
  }

  @Test
  void stopIsHeeded() throws Exception {
    Instances data = iris();
    NeuralEncoder f = encoder("-epochs 1000000");
    Throwable[] thrown = new Throwable[1];
    Thread t = new Thread(() -> {
      try {
        apply(f, data);
      } catch (Throwable e) {
        thrown[0] = e;
      }
    });
    t.start();
    Thread.sleep(500);
    t.interrupt();
    t.join(1000);
    assertFalse(t.isAlive());
    assertEquals(InterruptedException.class, thrown[0].getClass());
  }

  /** As the Explorer does: one object, set and applied again and again. */
  @Test
  void nothingStaysOfWhatWasBefore() throws Exception {
    Instances plain = apply(encoder("-epochs 3"), iris());
    NeuralEncoder f = encoder("-epochs 3 -variational -code 1 -output error -scaling none");
    apply(f, mixed(50, 1, true));
    f.setOptions(Utils.splitOptions("-epochs 3"));
    apply(f, mixed(50, 1, true));
    assertSameRows(plain, apply(f, iris()), "the second data set");
    f.setOptions(new String[0]);
    assertArrayEquals(new NeuralEncoder().getOptions(), f.getOptions());
    NeuralEncoder copy = (NeuralEncoder) new SerializedObject(encoder("-epochs 3")).getObject();
    assertSameRows(plain, apply(copy, iris()), "sent before training");
    Instances sparse = new Instances(iris(), 0);
    iris().forEach(row -> sparse.add(new weka.core.SparseInstance(row)));
    assertSameRows(plain, apply(encoder("-epochs 3"), sparse), "sparse rows");
  }

  @Test
  void theClassMayStandAnywhere() throws Exception {
    Instances first = iris();
    first.setClassIndex(-1);
    first.insertAttributeAt(first.attribute(4).copy("kind"), 0);
    first.forEach(row -> row.setValue(0, row.value(5)));
    first.deleteAttributeAt(5);
    first.setClassIndex(0);
    Instances back = apply(encoder("-epochs 3 -output reconstruction"), first);
    Instances usual = apply(encoder("-epochs 3 -output reconstruction"), iris());
    assertEquals(0, back.classIndex());
    for (int r = 0; r < 150; r++) {
      assertEquals(first.instance(r).classValue(), back.instance(r).classValue());
      assertEquals(usual.instance(r).value(0), back.instance(r).value(1));
    }
  }

  @Test
  void wekasChecksPass() throws Exception {
    CheckOptionHandler options = new CheckOptionHandler();
    options.setOptionHandler(new NeuralEncoder());
    options.setSilent(true);
    options.doTests();
    assertTrue(options.getSuccess());
    CheckGOE goe = new CheckGOE();
    goe.setObject(new NeuralEncoder());
    goe.setSilent(true);
    goe.doTests();
    assertTrue(goe.getSuccess());
    assertTrue(SerializationHelper.hasUID(NeuralEncoder.class));
    assertEquals(Attribute.NUMERIC, apply(encoder("-epochs 2"), iris()).attribute(0).type());
  }
}
