package weka.classifiers.functions;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.CheckClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.test.Regression;

/** Weka's own tests of classifiers, with the defaults and with other options. */
public class NeuralNetTest extends AbstractClassifierTest {
  private static final String[] OPTIONS = {"", "-layers \"\" -optimizer lbfgs", "-loss hinge", "-loss huber",
      "-resume -epochs 20",
      "-layers \"dense 5 relu, batchnorm, dropout 0.1\" -validation 30 -epochs 20",
      "-scaling range -optimizer sgd -class-weights balanced"};

  public NeuralNetTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    return new NeuralNet();
  }

  public static Test suite() {
    return new TestSuite(NeuralNetTest.class);
  }

  /** CheckClassifier says what went wrong in its output alone. */
  public void testCheckClassifierWithOptions() throws Exception {
    for (String options : OPTIONS) {
      CheckClassifier check = new CheckClassifier();
      check.setOptions(Utils.splitOptions("-W weka.classifiers.functions.NeuralNet -- " + options));
      String output = output(check::doTests);
      List<String> wrong = output.lines().map(String::trim)
          .filter(l -> l.contains("...no") && !l.contains("(OK error message)") || l.contains("FAIL"))
          .filter(l -> !l.startsWith("updateable classifier") && !l.startsWith("multi-instance classifier")).toList();
      assertTrue(options + ": " + wrong + "\n" + output, wrong.isEmpty());
      assertTrue(options, output.contains("weighted instances classifier...yes"));
    }
  }

  public void testCheckOptionHandlerAndCheckGoeWithOptions() throws Exception {
    for (String options : OPTIONS) {
      CheckOptionHandler handler = new CheckOptionHandler();
      handler.setOptionHandler(Samples.net(options));
      handler.setUserOptions(Utils.splitOptions(options));
      CheckGOE goe = new CheckGOE();
      goe.setObject(Samples.net(options));
      output(() -> {
        handler.doTests();
        goe.doTests();
      });
      assertTrue("CheckOptionHandler " + options, handler.getSuccess());
      assertTrue("CheckGOE " + options, goe.getSuccess());
    }
  }

  private static String output(Runnable run) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      run.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Weka's test compares predictions with a file to the last digit, which differ between BLAS libraries: sums in
   * float32 depend on their order. So the training here is short and steady, 20 times over all rows, and three decimals
   * are compared: of the probabilities, and of numbers in standard deviations of the class.
   */
  @Override
  public void testRegression() throws Exception {
    Regression regression = new Regression(getClass());
    for (boolean nominal : new boolean[] {true, false}) {
      Instances data = Samples.mixed(40, 7, nominal);
      for (String options : new String[] {"-layers \"dense 5 tanh\"",
          "-layers \"dense 6 relu, dense 4 sigmoid\" -optimizer momentum -decay 0.01",
          "-layers \"\" -scaling range -optimizer rmsprop"}) {
        NeuralNet net = Samples.built("-epochs 20 -batch all -rate 0.05 " + options, data);
        regression.println(options);
        for (double[] p : Samples.predictions(net, data)) {
          double[] scaled = nominal ? p : new double[] {(p[0] - data.meanOrMode(4)) / Math.sqrt(data.variance(4))};
          regression.println(String.join(" ", Arrays.stream(scaled).mapToObj(v -> String.format(Locale.ROOT, "%.3f", v))
              .toList()));
        }
      }
    }
    String difference = regression.diff();
    assertNotNull("there was no reference; it has been written, look at it and keep it", difference);
    assertEquals("", difference);
  }

  public void testCommandLine() throws Exception {
    Path file = Files.createTempFile("iris", ".arff");
    try {
      Files.writeString(file, Samples.iris().toString());
      String text = Evaluation.evaluateModel(new NeuralNet(),
          Utils.splitOptions("-x 3 -layers \"dense 6 tanh\" -t \"" + file + "\""));
      assertTrue(text, text.contains("Layers: dense 6 tanh, output"));
      assertTrue(text, text.contains("=== Stratified cross-validation ==="));
      try {
        Evaluation.evaluateModel(new NeuralNet(), Utils.splitOptions("-rate x -t \"" + file + "\""));
        fail("a bad value must be refused");
      } catch (Exception e) {
        assertTrue(e.getMessage(), e.getMessage().contains("option -rate"));
      }
    } finally {
      Files.delete(file);
    }
  }
}
