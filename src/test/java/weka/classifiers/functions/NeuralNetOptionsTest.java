package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.assertClose;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.core.neural.options.BeanOptions;
import weka.gui.GenericObjectEditor;
import weka.gui.ProgrammaticProperty;

class NeuralNetOptionsTest {
  /** Legal values of each option but the flags, none of them the default. */
  private static final String[][] LEGAL = {
      {"layers", "output", "dense 8 relu", "dense 4 tanh as a, dense 4, add a, relu, dropout 0.2",
          "output init=constant(0.5) step"},
      {"loss", "crossentropy", "hinge", "perceptron", "squared", "absolute", "percentage 0.1", "huber 2"},
      {"optimizer", "sgd", "momentum", "adam beta2=0.95", "adamw", "lbfgs", "lbfgs 5"},
      {"rate", "1", "0.01", "1e-4"},
      {"schedule", "constant", "cosine", "step 10 0.5", "plateau", "onecycle"},
      {"bins", "0", "2", "1000"},
      {"relative", "none", "Lag_.*", "Lag_price-[0-9]+|open"},
      {"targets", "1", "2-last", "height,'red, green'", "meka"},
      {"pretrain", "rbm", "autoencoder"},
      {"effort", "fast", "best"},
      {"epochs", "1", "7", "1000"},
      {"batch", "1", "all", "128"},
      {"validation", "0", "1", "12.5", "90"},
      {"patience", "0", "3"},
      {"decay", "0", "0.01"},
      {"l1", "0.001", "1.0E-5"},
      {"clip", "5.0"},
      {"class-weights", "balanced", "1,2,3"},
      {"scaling", "range", "none"},
      {"threads", "1", "16"},
      {"shards", "1", "4"},
      {"members", "1", "8"},
      {"intervals", "none", "2", "10"},
      {"input", "28x28x1", "8x6x3 order=chw"},
      {"series", "steps", "channels"},
      {"text", "words", "chars", "none"},
      {"words", "1", "500"},
      {"longest", "1", "200"},
      {"images", "some/folder"},
      {"image-cache", "0", "64"},
      {"draw-filters", "sheet.png"},
      {"augment", "flip", "shift 2, rotate 10"},
      {"trace", "1", "20"},
      {"S", "-3", "7"},
      {"num-decimal-places", "3"},
      {"batch-size", "7"}};
  private static final String[] FLAGS = {"keep-order", "images-anywhere", "resume", "print-weights", "diagnose",
      "output-debug-info", "do-not-check-capabilities"};

  private static String[] sorted(String[] options) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < options.length; i++) {
      boolean flag = Arrays.asList(FLAGS).contains(options[i].substring(Math.min(1, options[i].length())));
      pairs.add(flag ? options[i] : options[i] + " '" + options[++i] + "'");
    }
    Collections.sort(pairs);
    return pairs.toArray(new String[0]);
  }

  private static String[] random(Random random) {
    List<String> options = new ArrayList<>();
    for (String[] option : LEGAL) {
      options.add("-" + option[0]);
      options.add(option[1 + random.nextInt(option.length - 1)]);
    }
    Stream.of(FLAGS).filter(f -> random.nextBoolean()).forEach(f -> options.add("-" + f));
    return options.toArray(new String[0]);
  }

  @Test
  void theLegalValuesAreOfAllOptions() {
    List<String> listed = Collections.list(new NeuralNet().listOptions()).stream().map(Option::name).sorted().toList();
    List<String> tested = Stream.concat(Arrays.stream(LEGAL).map(o -> o[0]), Arrays.stream(FLAGS)).sorted().toList();
    assertEquals(listed, tested);
  }

  @Test
  void roundTrip() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      String[] options = random(random);
      NeuralNet net = new NeuralNet();
      net.setOptions(options.clone());
      assertArrayEquals(sorted(options), sorted(net.getOptions()));
      NeuralNet second = new NeuralNet();
      second.setOptions(random(random));
      second.setOptions(net.getOptions());
      assertArrayEquals(net.getOptions(), second.getOptions());
      NeuralNet line = new NeuralNet();
      line.setOptions(Utils.splitOptions(Utils.joinOptions(net.getOptions())));
      assertArrayEquals(net.getOptions(), line.getOptions(), "as one line of text");
      assertArrayEquals(net.getOptions(), ((NeuralNet) GenericObjectEditor.makeCopy(net)).getOptions(),
          "copy of the GUI");
      second.setOptions(new String[0]);
      assertArrayEquals(new NeuralNet().getOptions(), second.getOptions(), "absent options have their defaults");
    }
  }

  /** Weka drops empty texts where it writes options as one line. */
  @Test
  void noHiddenLayerHasAName() throws Exception {
    assertEquals("output", net("-layers \"\"").getLayers());
    assertEquals(built("-layers \"\"", iris()).toString().replaceAll("in .* s;", ""),
        built("-layers output", iris()).toString().replaceAll("in .* s;", ""));
  }

  @Test
  void whatWasReadIsBlank() throws Exception {
    String[] options = random(new Random(2));
    new NeuralNet().setOptions(options);
    assertTrue(Stream.of(options).allMatch(String::isEmpty), Arrays.toString(options));
  }

  @Test
  void aValueMayLookLikeAnOption() throws Exception {
    for (String value : new String[] {"-epochs", "-resume", "--", "-"}) {
      NeuralNet net = new NeuralNet();
      net.setOptions(new String[] {"-draw-filters", value, "-rate", "0.1", "-epochs", "7"});
      assertEquals(value + " 0.1 7", net.getDrawFilters() + " " + net.getRate() + " " + net.getEpochs());
      assertFalse(net.getResume());
      NeuralNet again = new NeuralNet();
      again.setOptions(net.getOptions());
      assertArrayEquals(net.getOptions(), again.getOptions());
    }
  }

  /** What is trimmed away is not there, though Java does not call a control character blank. */
  @Test
  void controlCharactersAloneAreNothing() throws Exception {
    for (String option : new String[] {"-draw-filters", "-images", "-layers", "-augment"}) {
      NeuralNet net = new NeuralNet();
      net.setOptions(new String[] {option, "\u0000"});
      NeuralNet again = new NeuralNet();
      again.setOptions(net.getOptions());
      assertArrayEquals(net.getOptions(), again.getOptions());
      assertFalse(Arrays.asList(net.getOptions()).contains(""), option);
    }
  }

  @Test
  void autoAndCase() throws Exception {
    NeuralNet net = net("-loss AUTO -optimizer Adam -batch ALL -rate Auto -scaling RANGE -class-weights Balanced");
    assertEquals("auto", net.getLoss());
    assertEquals("adam", net.getOptimizer());
    assertEquals("all", net.getBatch());
    assertEquals("auto", net.getRate());
    assertEquals("balanced", net.getClassWeights());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "-loss crosentropy|-loss|did you mean 'crossentropy'",
      "-loss xyz|-loss|choose from absolute, binarycrossentropy, crossentropy",
      "-loss 'huber 0'|-loss|delta",
      "-optimizer adm|-optimizer|did you mean 'adam'",
      "-optimizer 'adam beta1=2'|-optimizer|beta1",
      "-optimizer 'adam foo=2'|-optimizer|foo",
      "-schedule cosin|-schedule|did you mean 'cosine'",
      "-schedule 'step 10 x'|-schedule|x",
      "-rate 0|-rate|above 0",
      "-rate -1|-rate|above 0",
      "-rate fast|-rate|'fast'",
      "-rate NaN|-rate|above 0",
      "-rate Infinity|-rate|above 0",
      "-rate ''|-rate|''",
      "-bins -1|-bins|from 0 to 1000",
      "-bins many|-bins|'many'",
      "-relative 'Lag_('|-relative|regular expression",
      "-relative ''|-relative|such as 'Lag_.*'",
      "-epochs -1|-epochs|at least 1",
      "-epochs 1.5|-epochs|whole number",
      "-epochs many|-epochs|'many'",
      "-epochs 99999999999|-epochs|whole number",
      "-batch 0|-batch|at least 1",
      "-batch half|-batch|'half'",
      "-validation 100|-validation|from 1 to 90",
      "-validation -1|-validation|from 1 to 90",
      "-validation x|-validation|'x'",
      "-patience -2|-patience|at least 0",
      "-decay -0.1|-decay|at least 0",
      "-decay lots|-decay|'lots'",
      "-l1 -1|-l1|at least 0",
      "-l1 x|-l1|'x'",
      "-clip NaN|-clip|at least 0",
      "-clip x|-clip|number",
      "-class-weights 1,x|-class-weights|'1,x'",
      "-class-weights 1,-1|-class-weights|from 0 to 1e9",
      "-class-weights ''|-class-weights|''",
      "-scaling log|-scaling|standardise, range, none",
      "-threads 0|-threads|from 1 to 1024",
      "-threads two|-threads|'two'",
      "-shards 5000|-shards|from 1 to 1024",
      "-members 0|-members|from 1 to 1000",
      "-members some|-members|'some'",
      "-text letters|-text|auto, words, chars, none",
      "-words 0|-words|at least 1",
      "-longest 0|-longest|at least 1",
      "-longest all|-longest|whole number|'all'",
      "-trace -1|-trace|at least 0",
      "-trace x|-trace|whole number",
      "-S x|-S|whole number",
      "-num-decimal-places -1|-num-decimal-places|at least 0",
      "-batch-size x|-batch-size|whole number",
      "-batch-size 0|-batch-size|at least 1",
      "-layers 'dense 8 relu, dens 4'|-layers|step 2|did you mean 'dense'|character 15",
      "-layers 'dense 0'|-layers|step 1 'dense 0'|units",
      "-layers 'dense 8 relu,, dense 4'|-layers|step 2|comma",
      "-layers 'dense (8'|-layers|step 1|bracket",
      "-decay 0,01|option -decay: expected a number of at least 0 or 'auto', got '0,01'; write 0.01",
      "-rate 0,01|option -rate: expected a number above 0 or 'auto', got '0,01'; write 0.01",
      "-l1 0,1|option -l1: expected a number, got '0,1'; write 0.1",
      "-validation 20%|option -validation: expected|got '20%'; write 20",
      "-validation 0,2|got '0,2'; write 20",
      "-epochs x|option -epochs: expected a whole number or 'auto', got 'x'",
      "-epochs 1.000|option -epochs: expected a whole number or 'auto', got '1.000'; write 1000",
      "-intervals 1|option -intervals: expected a whole number from 2 to 1000, 'none' or 'auto', got 1",
      "-num-decimal-places -1|option -num-decimal-places: expected at least 0 decimal places, got -1",
      "-class-weights x|option -class-weights: expected",
      "-optimizer 'adam 0,8'|got '0,8'; write 0.8",
      "-scaling standardize|expected one of standardise, range, none, got 'standardize'; did you mean 'standardise'?",
      "-scaling normalize|expected one of standardise, range, none, got 'normalize'",
      "-schedule linear|choose from constant, cosine",
      "-nonsense|unknown option|-nonsense",
      "-rate 1 -rate 2|option -rate is given twice; leave out one of the two",
      "-resume -epochs 3 -resume|option -resume is given twice",
      "-epochs 3 -rate|option -rate: a value is missing",
      "-lambda 3 stray|unknown option|-lambda 3 stray",
  })
  void badValues(String line) {
    String[] parts = line.split("\\|");
    message(() -> net(parts[0].replace('\'', '"')), Arrays.copyOfRange(parts, 1, parts.length));
  }

  @Test
  void aBadValueChangesNothingElseSilently() throws Exception {
    NeuralNet net = net("-epochs 5");
    message(() -> net.setOptions(Utils.splitOptions("-epochs 6 -rate -1")), "-rate");
    message(() -> net.setLayers("dens 3"), "did you mean 'dense'");
    message(() -> net.setRate("0"), "rate");
  }

  @Test
  void everyPropertyIsExplained() throws Exception {
    for (PropertyDescriptor p : properties()) {
      OptionMetadata meta = p.getReadMethod().getAnnotation(OptionMetadata.class);
      String text = meta != null ? meta.description()
          : (String) NeuralNet.class.getMethod(p.getName() + "TipText").invoke(new NeuralNet());
      assertNotNull(text, p.getName());
      assertTrue(text.length() > 10, p.getName());
      if (meta != null) {
        assertFalse(meta.displayName().isEmpty(), p.getName());
      }
    }
    List<Integer> order = properties().stream().map(p -> p.getReadMethod().getAnnotation(OptionMetadata.class))
        .filter(m -> m != null).map(OptionMetadata::displayOrder)
        .filter(place -> place != BeanOptions.AFTER_OWN).sorted().toList();
    assertEquals(order.stream().distinct().toList(), order, "two properties at the same place");
  }

  private static List<PropertyDescriptor> properties() throws IntrospectionException {
    return Stream.of(Introspector.getBeanInfo(NeuralNet.class).getPropertyDescriptors())
        .filter(p -> p.getReadMethod() != null && p.getWriteMethod() != null && !p.getName().equals("options"))
        .filter(p -> !hidden(p.getReadMethod()) && !hidden(p.getWriteMethod())).toList();
  }

  private static boolean hidden(Method m) {
    return m.isAnnotationPresent(ProgrammaticProperty.class);
  }

  @Test
  void helpIsReadable() {
    for (Option option : Collections.list(new NeuralNet().listOptions())) {
      assertTrue(option.synopsis().startsWith("-" + option.name()), option.synopsis());
      for (String line : option.description().split("\n")) {
        assertTrue(line.startsWith("\t") && line.length() <= 80, line);
      }
      boolean flag = Arrays.asList(FLAGS).contains(option.name());
      assertEquals(flag ? 0 : 1, option.numArguments(), option.name());
      assertEquals(!flag, option.description().contains("(default "), option.name());
    }
    String info = new NeuralNet().globalInfo();
    for (String word : new String[] {"backpropagation", "dense", "adam", "crossentropy", "cosine", "glorotuniform",
        "Goodfellow"}) {
      assertTrue(info.contains(word), word);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatDoesNotGoTogether(boolean nominal) throws Exception {
    Instances data = mixed(40, 1, nominal);
    String[][] both = {
        {"-optimizer lbfgs -rate 0.1", "rate", "searches its own step"},
        {"-optimizer lbfgs -l1 0.1", "l1", "smooth"},
        {"-optimizer lbfgs -clip 1", "clip", "lbfgs"},
        {"-optimizer lbfgs -batch 10", "batch", "all rows"},
        {"-optimizer lbfgs -schedule cosine", "schedule", "lbfgs"},
        {"-layers \"output, dense 7\"", "ends with shape [7]", "end the layers with 'output'"},
        {"-layers \"output, dropout 0.5 as x, dense 2 as y, add x\"", "step 4", "add"},
        {"-layers \"dense 3, add q\"", "no earlier step named 'q'"}};
    String[][] classes = {
        {"-loss absolute", "nominal", "binarycrossentropy, crossentropy, hinge, perceptron, squared"},
        {"-class-weights 1,2", "expected 3 numbers", "got 2"},
        {"-layers \"output, softmax\"", "crossentropy", "applies softmax"}};
    String[][] numbers = {
        {"-loss hinge", "numeric", "absolute, huber, percentage"},
        {"-class-weights balanced", "class weights", "numeric class"}};
    for (String[][] cases : new String[][][] {both, nominal ? classes : numbers}) {
      for (String[] c : cases) {
        message(() -> built(c[0], data), Arrays.copyOfRange(c, 1, c.length));
      }
    }
  }

  @Test
  void softmaxAtTheEndIsRightForSquaredLoss() throws Exception {
    NeuralNet net = built("-layers \"output, softmax\" -loss squared -epochs 100", iris());
    assertEquals(1, Utils.sum(net.distributionForInstance(iris().instance(0))), 1e-9);
  }

  /** Writes down in what parts its rows are taken. */
  private static final class Watched extends Instances {
    private static final long serialVersionUID = 1;
    private final List<Integer> parts = new ArrayList<>();

    Watched(Instances data) {
      super(data);
    }

    @Override
    public List<Instance> subList(int from, int to) {
      parts.add(to - from);
      return super.subList(from, to);
    }
  }

  @Test
  void manyRowsArePredictedInBatches() throws Exception {
    Instances data = mixed(50, 1, true);
    NeuralNet net = built("-layers \"dense 3 relu\" -epochs 2", data);
    double[][] rowByRow = predictions(net, data);
    for (Object[] expected : new Object[][] {{"4096", List.of(50)}, {"20", List.of(20, 20, 10)},
        {"2147483647", List.of(50)}}) {
      net.setOptions(new String[] {"-batch-size", (String) expected[0]});
      Watched watched = new Watched(data);
      assertClose(rowByRow, net.distributionsForInstances(watched), 1e-5, "batches of " + expected[0]);
      assertEquals(expected[1], watched.parts);
    }
    assertEquals("4096", new NeuralNet().getBatchSize());
  }

  @Test
  void numbersThatWouldDoNothingAreRefused() throws Exception {
    message(() -> net("-validation 0.15"), "validation", "less than one percent", "for 15% of the rows, write 15");
    message(() -> net("-bins 1"), "bins", "0 for none", "from 2 to 1000");
    message(() -> net("-epochs 0"), "epochs", "at least 1");
    NeuralNet net = new NeuralNet();
    net.setValidation("20");
    message(() -> net.setValidation("0.2"), "write 20");
    assertEquals("20", net.getValidation());
  }

  /** Written as elsewhere: softmax over such outputs would level them. */
  @Test
  void boundedOutputsOfClassesHaveALossOfTheirOwn() throws Exception {
    for (String[] c : new String[][] {{"dense 8 tanh, output sigmoid", "binarycrossentropy"},
        {"dense 8 tanh, output tanh", "squared"}}) {
      String layers = c[0];
      NeuralNet net = built("-layers \"" + layers + "\" -epochs 80", iris());
      assertTrue(net.toString().contains("loss " + c[1]), net.toString());
      double[] share = net.distributionForInstance(iris().firstInstance());
      assertTrue(share[0] > 0.9, Arrays.toString(share));
      message(() -> built("-loss crossentropy -layers \"" + layers + "\"", iris()), "applies softmax to the output "
          + "itself", "leave the loss at 'auto'");
    }
  }

  @Test
  void outputsOfClassesThatAreBoundedOnOneSideAreSaid() throws Exception {
    for (String[] c : new String[][] {{"relu", "0"}, {"softplus", "0"}, {"gelu", "-0.17"}, {"elu", "-1"}}) {
      String text = built("-layers \"dense 8 tanh, output " + c[0] + "\" -epochs 1", iris()).toString();
      assertTrue(text.contains("crossentropy"), text);
      assertTrue(text.contains("ends in '" + c[0] + "', so no class can score below " + c[1] + ","), text);
    }
    for (String end : List.of("output", "output tanh", "output leakyrelu")) {
      String text = built("-layers \"dense 8 tanh, " + end + "\" -epochs 1", iris()).toString();
      assertFalse(text.contains("can score"), text);
    }
  }

  /** What cannot act is said where it does no harm, and refused where the user would wait for what it promises. */
  @Test
  void optionsThatHaveNothingToActOnAreSaid() throws Exception {
    Instances numbers = iris();
    numbers.setClassIndex(0);
    String layers = "-layers \"dense 4 tanh\" -epochs 1 ";
    assertTrue(built(layers + "-intervals 5", iris()).toString().contains("Not used, as the class is nominal: "
        + "-intervals 5\n"));
    assertTrue(built(layers + "-image-cache 64", iris()).toString().contains("Not used, as there are no image files: "
        + "-image-cache 64\n"));
    assertTrue(built(layers + "-images-anywhere -image-cache 64", iris()).toString().contains("Not used, as there are "
        + "no image files: -images-anywhere, -image-cache 64\n"));
    assertTrue(built(layers + "-series channels", iris()).toString().contains("Not used, as there is no relational "
        + "attribute: -series channels\n"));
    assertTrue(built(layers + "-text chars -words 7 -longest 9", iris()).toString().contains("Not used, as there is no "
        + "text attribute: -text chars, -words 7, -longest 9\n"));
    assertFalse(built(layers + "-text none", iris()).toString().contains("Not used"));
    assertFalse(built(layers + "-intervals none", iris()).toString().contains("Not used"));
    assertFalse(built(layers + "-intervals 5", numbers).toString().contains("Not used"));
    message(() -> built(layers + "-bins 4 -input 2x2x1", iris()), "bins: expected 'auto' or 0", "numbers of a table");
    built(layers + "-input 2x2x1", iris());
  }

  /** Two classes share an output, which would be the second's whatever it is. */
  @Test
  void lossesThatTakeTheSignNeedOne() throws Exception {
    Instances two = mixed(60, 1, true);
    for (String loss : List.of("hinge", "perceptron")) {
      message(() -> built("-loss " + loss + " -layers \"dense 4 tanh, output sigmoid\"", two), "by the sign of the "
          + "output", "never below 0 after 'sigmoid'");
      message(() -> built("-loss " + loss + " -layers \"dense 4 tanh, output gelu\"", two), "never below -0.17 after");
    }
    built("-loss hinge -layers \"dense 4 tanh, output tanh\" -epochs 1", two);
    built("-loss perceptron -layers \"output step\" -epochs 1", two);
  }

  /** The loss works on the logits, whether its sigmoid is written or not. */
  @Test
  void theSigmoidOfBinaryCrossEntropyIsItsOwn() throws Exception {
    for (Instances data : List.of(iris(), mixed(60, 1, true))) {
      NeuralNet written = built("-layers \"dense 8 tanh, output sigmoid\" -epochs 30", data);
      NeuralNet left = built("-layers \"dense 8 tanh\" -loss binarycrossentropy -epochs 30", data);
      assertClose(predictions(left, data), predictions(written, data), 0, data.relationName());
    }
    for (String end : List.of("softmax", "tanh")) {
      message(() -> built("-loss binarycrossentropy -layers \"output " + end + "\"", iris()),
          "applies a sigmoid to every output", "'output sigmoid'");
    }
  }

  @Test
  void boundedOutputsOfNumbersAreSaid() throws Exception {
    Instances numbers = iris();
    numbers.setClassIndex(0);
    assertTrue(built("-layers \"dense 8 tanh, output sigmoid\" -epochs 1", numbers).toString().contains("ends in "
        + "'sigmoid', so no scaled number below 0 or above 1 can be predicted"));
    assertTrue(built("-layers \"output relu\" -epochs 1", numbers).toString().contains("no scaled number below 0 can"));
    assertFalse(built("-layers \"dense 8 tanh, output\" -epochs 1", numbers).toString().contains("no scaled number"));
    message(() -> built("-layers \"output softmax\" -epochs 1", numbers), "softmax of a single output is always 1");
  }

  /** The output layer, which is added automatically, written as elsewhere. */
  @Test
  void aSoftmaxAtTheEndIsSaidToBeAddedAutomatically() throws Exception {
    message(() -> built("-layers \"dense 4 softmax\"", iris()), "the output layer is added automatically",
        "remove it from the end of 'dense 4 softmax'", "write 'output' after it");
    message(() -> built("-layers \"dense 8 relu, dense 3, softmax\"", iris()), "is added automatically");
    message(() -> built("-layers \"output softmax\"", iris()), "crossentropy' applies softmax to the output itself");
    built("-layers \"dense 4 softmax, output\" -epochs 1", iris());
  }
}
