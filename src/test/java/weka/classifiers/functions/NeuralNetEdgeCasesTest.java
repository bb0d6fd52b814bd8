package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.instance.NonSparseToSparse;

/** Unusual data: a right answer or a clear error. */
class NeuralNetEdgeCasesTest {
  private static double correct(NeuralNet net, Instances data) throws Exception {
    Evaluation e = new Evaluation(data);
    e.evaluateModel(net, data);
    return e.pctCorrect();
  }

  private static void assertDistributions(NeuralNet net, Instances data) throws Exception {
    for (double[] p : predictions(net, data)) {
      assertEquals(1, Utils.sum(p), 1e-9, Arrays.toString(p));
      assertTrue(Arrays.stream(p).allMatch(v -> v >= 0 && v <= 1), Arrays.toString(p));
    }
  }

  private static void assertFinite(NeuralNet net, Instances data) throws Exception {
    for (double[] p : predictions(net, data)) {
      assertTrue(Double.isFinite(p[0]), Arrays.toString(p));
    }
  }

  /** Rows of x and y = 1 for x above the middle, else 0, nominal or not. */
  private static Instances halves(double start, double step, boolean nominal) throws Exception {
    StringBuilder rows = new StringBuilder("@attribute x numeric\n@attribute y " + (nominal ? "{0,1}" : "numeric")
        + "\n@data\n");
    for (int i = 0; i < 40; i++) {
      rows.append(start + i * step).append(',').append(i / 20).append('\n');
    }
    return arff(rows.toString());
  }

  @Test
  void oneRow() throws Exception {
    Instances one = new Instances(iris(), 60, 1);
    NeuralNet net = built("", one);
    assertEquals(1, net.classifyInstance(one.instance(0)));
    Instances number = arff("@attribute x numeric", "@attribute y numeric", "@data", "3,17.5");
    assertEquals(17.5, built("", number).classifyInstance(number.instance(0)), 1e-6);
  }

  @Test
  void twoRows() throws Exception {
    Instances two = arff("@attribute x numeric", "@attribute y {a,b}", "@data", "1,a", "2,b");
    assertEquals(100, correct(built("", two), two));
    Instances numbers = arff("@attribute x numeric", "@attribute y numeric", "@data", "1,100", "2,300");
    NeuralNet net = built("", numbers);
    assertEquals(100, net.classifyInstance(numbers.instance(0)), 10);
    assertEquals(300, net.classifyInstance(numbers.instance(1)), 10);
    assertDistributions(built("-validation 50", two), two);
  }

  @Test
  void oneClassValue() throws Exception {
    Instances data = arff("@attribute x numeric", "@attribute y {only}", "@data", "1,only", "2,only", "4,only");
    message(() -> built("", data), "Cannot handle unary class");
    Instances two = arff("@attribute x numeric", "@attribute y {a,b}", "@data", "1,b", "2,b", "4,b", "7,b", "9,b");
    for (String loss : new String[] {"crossentropy", "hinge", "perceptron", "squared"}) {
      assertEquals(100, correct(built("-loss " + loss, two), two), loss);
    }
  }

  @Test
  void unusedClassLabels() throws Exception {
    Instances data = arff("@attribute x numeric", "@attribute y {u,a,v,b,w}", "@data", "1,a", "2,a", "3,a", "7,b",
        "8,b", "9,b");
    NeuralNet net = built("-class-weights balanced", data);
    assertEquals(100, correct(net, data));
    assertDistributions(net, data);
  }

  @Test
  void attributesWithoutAnyValue() throws Exception {
    Instances data = mixed(60, 1, true);
    Instances one = new Instances(data);
    one.forEach(row -> row.setMissing(1));
    NeuralNet net = built("", one);
    assertTrue(net.toString().contains("left out: b"), net::toString);
    assertSame(predictions(net, one), predictions(net, data),
        "the attribute without values in training changes nothing");
    Instances all = new Instances(data);
    all.forEach(row -> {
      for (int i = 0; i < 4; i++) {
        row.setMissing(i);
      }
    });
    NeuralNet none = built("", all);
    double[] shares = none.distributionForInstance(data.instance(0));
    assertEquals(1, Utils.sum(shares), 1e-9);
    assertEquals(Utils.maxIndex(data.attributeStats(4).nominalCounts), Utils.maxIndex(shares),
        "the most frequent class");
    assertTrue(none.toString().contains("nothing to learn from"), none::toString);
    assertTrue(none.graph().startsWith("digraph"), "a graph without a network");
    assertEquals(0, none.getMeasure("measureEpochs"));
  }

  @Test
  void constantAttribute() throws Exception {
    Instances data = halves(1, 1, true);
    Instances with = new Instances(data);
    with.insertAttributeAt(new weka.core.Attribute("five"), 0);
    with.forEach(row -> row.setValue(0, 5));
    NeuralNet net = built("", with);
    assertTrue(net.toString().contains("constant in the training data, left out: five"), net::toString);
    assertSame(predictions(built("", data), data), predictions(net, with), "with and without");
    Instance other = (Instance) with.instance(3).copy();
    other.setDataset(with);
    other.setValue(0, 1e9);
    assertArrayEquals(net.distributionForInstance(with.instance(3)), net.distributionForInstance(other));
  }

  /** Only whether it is missing can be learned of such an attribute; other values must not get random weights. */
  @Test
  void constantWhereNotMissing() throws Exception {
    Instances data = arff("@attribute n numeric", "@attribute c {p,q}", "@attribute y {0,1}", "@data",
        "5,p,0", "?,p,1", "5,p,0", "?,p,1", "5,?,0", "?,?,1", "5,p,0", "?,p,1");
    NeuralNet net = built("", data);
    assertEquals(100, correct(net, data));
    Instance other = (Instance) data.instance(0).copy();
    other.setDataset(data);
    other.setValue(0, 1000);
    other.setValue(1, "q");
    assertArrayEquals(net.distributionForInstance(data.instance(0)), net.distributionForInstance(other), 1e-9);
    assertTrue(net.toString().contains("2 attributes become 2 inputs"), net::toString);
  }

  @Test
  void duplicateAttributes() throws Exception {
    Instances data = arff("@attribute x numeric", "@attribute x2 numeric", "@attribute y numeric", "@data",
        "1,1,3", "2,2,5", "3,3,7", "4,4,9", "5,5,11");
    NeuralNet net = built("-layers \"\" -optimizer lbfgs", data);
    for (Instance row : data) {
      assertEquals(row.classValue(), net.classifyInstance(row), 1e-3);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e12,1", "1e12,0.01", "-1e12,1000", "0,1e300", "-1e308,4e306", "0,1e-300", "1e-300,1e-302",
      "1e300,1e286"})
  void sizesOfNumbers(double start, double step) throws Exception {
    Instances data = halves(start, step, true);
    for (String scaling : new String[] {"standardise", "range"}) {
      NeuralNet net = built("-rate 0.03 -scaling " + scaling, data);
      assertEquals(100, correct(net, data), scaling);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e12,1", "0,1e300", "-1e308,4e306", "0,1e-300", "1e15,1"})
  void sizesOfANumericClass(double start, double step) throws Exception {
    StringBuilder rows = new StringBuilder("@attribute x numeric\n@attribute y numeric\n@data\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i).append(',').append(start + i * step).append('\n');
    }
    Instances data = arff(rows.toString());
    NeuralNet net = built("-layers \"\" -optimizer lbfgs", data);
    for (Instance row : data) {
      assertEquals(row.classValue() / step, net.classifyInstance(row) / step, 0.01);
    }
  }

  @Test
  void scalingNoneKeepsLargeNumbers() throws Exception {
    Instances data = arff("@attribute x numeric", "@attribute y numeric", "@data", "1,3000000", "2,5000000",
        "3,7000000");
    NeuralNet net = built("-layers \"\" -optimizer lbfgs -scaling none", data);
    for (Instance row : data) {
      assertEquals(row.classValue(), net.classifyInstance(row), 1000);
    }
    Instances inputs = arff("@attribute x numeric", "@attribute y numeric", "@data", "3000000,3", "5000000,5",
        "7000000,7");
    net = built("-layers \"\" -optimizer lbfgs -scaling none", inputs);
    for (Instance row : inputs) {
      assertEquals(row.classValue(), net.classifyInstance(row), 0.2);
    }
    message(() -> built("-scaling none", halves(0, 1e300, true)), "not a finite number",
        "check the data for extreme values");
  }

  @Test
  void infiniteValues() throws Exception {
    Instances data = iris();
    data.instance(7).setValue(2, Double.POSITIVE_INFINITY);
    message(() -> built("", data), "attribute 'petallength', row 8", "finite", "Infinity");
    Instances numbers = mixed(20, 1, false);
    numbers.instance(4).setClassValue(Double.NEGATIVE_INFINITY);
    message(() -> built("", numbers), "class 'class', row 5", "finite", "-Infinity");
  }

  @Test
  void wildValuesAtPrediction() throws Exception {
    Instances data = iris();
    NeuralNet net = built("", data);
    Instances wild = new Instances(data, 0, 3);
    wild.instance(0).setValue(0, 1e300);
    wild.instance(1).setValue(1, Double.NEGATIVE_INFINITY);
    wild.instance(2).setValue(2, -1e30);
    assertDistributions(net, wild);
    Instances numbers = mixed(40, 1, false);
    NeuralNet number = built("", numbers);
    numbers.instance(0).setValue(0, Double.POSITIVE_INFINITY);
    numbers.instance(1).setValue(1, 1e200);
    assertFinite(number, numbers);
  }

  @Test
  void manyCategories() throws Exception {
    StringBuilder labels = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      labels.append(i == 0 ? "" : ",").append("v").append(i);
      rows.append("v").append(i).append(',').append(i % 2 == 0 ? "a" : "b").append('\n');
    }
    Instances data = arff("@attribute x {" + labels + "}", "@attribute y {a,b}", "@data", rows.toString());
    assertEquals(100, correct(built("-epochs 60", data), data));
    Instances classes = arff("@attribute x numeric", "@attribute y {" + labels + "}", "@data", "1,v3", "2,v499",
        "3,v77");
    assertEquals(100, correct(built("-epochs 300", classes), classes));
  }

  @Test
  void valuesUnseenInTraining() throws Exception {
    Instances data = arff("@attribute x {p,q,r,s}", "@attribute z {m,n,o}", "@attribute y {a,b}", "@data",
        "p,m,a", "q,n,b", "r,m,a", "p,n,b", "q,m,a", "r,n,b");
    NeuralNet net = built("-epochs 200", data);
    assertEquals(100, correct(net, data));
    Instances unseen = arff("@attribute x {p,q,r,s}", "@attribute z {m,n,o}", "@attribute y {a,b}", "@data", "s,m,?",
        "s,o,?");
    assertDistributions(net, unseen);
    assertEquals(0, net.classifyInstance(unseen.instance(0)), "z = m says a, whatever x is");
    Instances wider = arff("@attribute x {p,q,r,s,t,u,v}", "@attribute z {m,n,o}", "@attribute y {a,b}", "@data",
        "v,m,?");
    assertArrayEquals(net.distributionForInstance(unseen.instance(0)), net.distributionForInstance(wider.instance(0)),
        "a category that the training data did not even declare");
  }

  @Test
  void onlyAClass() throws Exception {
    Instances data = arff("@attribute y {a,b}", "@data", "a", "b", "b", "b");
    NeuralNet net = built("", data);
    assertEquals(1, net.classifyInstance(data.instance(0)));
    assertTrue(net.toString().contains("ZeroR"), net::toString);
    Instances numbers = arff("@attribute y numeric", "@data", "4", "6");
    assertEquals(5, built("", numbers).classifyInstance(numbers.instance(0)), 1e-9);
  }

  /** A fold or a filter may leave nothing that varies: what the user chose holds there, too. */
  @Test
  void withoutInputsTheClassHasItsWeightsAllTheSame() throws Exception {
    Instances data = arff("@attribute x numeric", "@attribute y {a,b}", "@data", "1,a", "1,b", "1,b", "1,b");
    assertArrayEquals(new double[] {2 / 6.0, 4 / 6.0}, built("", data).distributionForInstance(data.instance(0)), 1e-9);
    assertArrayEquals(new double[] {0.5, 0.5},
        built("-class-weights balanced", data).distributionForInstance(data.instance(0)), 1e-9);
    assertArrayEquals(new double[] {10 / 14.0, 4 / 14.0},
        built("-class-weights 9,1", data).distributionForInstance(data.instance(0)), 1e-9);
    message(() -> built("-class-weights 9,1,1", data), "class weights", "expected 2 numbers");
    message(() -> built("-class-weights 0,0", data), "all rows have weight 0");
    message(() -> built("-loss absolute", data), "does not fit a nominal class");
  }

  @Test
  void classFirst() throws Exception {
    Instances last = iris();
    Instances first = arff("@attribute class {Iris-setosa,Iris-versicolor,Iris-virginica}", "@attribute a numeric",
        "@attribute b numeric", "@attribute c numeric", "@attribute d numeric", "@data");
    first.setClassIndex(0);
    for (Instance row : last) {
      first.add(new DenseInstance(1,
          new double[] {row.classValue(), row.value(0), row.value(1), row.value(2), row.value(3)}));
    }
    assertSame(predictions(built("", last), last), predictions(built("", first), first), "class last and first");
  }

  @Test
  void nothingToLearnFrom() throws Exception {
    Instances data = iris();
    message(() -> built("", new Instances(data, 0)), "Not enough training instances");
    Instances unknown = new Instances(data);
    unknown.forEach(Instance::setClassMissing);
    message(() -> built("", unknown), "Not enough training instances with class labels");
    Instances weightless = new Instances(data);
    weightless.forEach(row -> row.setWeight(0));
    message(() -> built("", weightless), "all rows have weight 0");
    Instances negative = new Instances(data);
    negative.instance(3).setWeight(-0.5);
    message(() -> built("", negative), "row 4", "weight", "at least 0", "-0.5");
    Instances constant = arff("@attribute x numeric", "@attribute y {a,b}", "@data", "1,a", "1,b");
    constant.instance(1).setWeight(-2);
    message(() -> built("", constant), "row 2", "at least 0");
    message(() -> built("-class-weights 0,0,0", data), "all rows have weight 0");
  }

  @Test
  void missingClassesAreLeftOut() throws Exception {
    Instances data = mixed(80, 3, true);
    Instances with = new Instances(data);
    for (int i = 0; i < 20; i++) {
      Instance row = (Instance) data.instance(i).copy();
      row.setDataset(with);
      row.setValue(0, 100 + i);
      row.setClassMissing();
      with.add(row);
    }
    assertSame(predictions(built("", data), data), predictions(built("", with), data), "rows without a class");
  }

  @Test
  void stringAttribute() throws Exception {
    Instances data = arff("@attribute s string", "@attribute y {a,b}", "@data", "'some text',a", "'other',b");
    message(() -> built("-text none", data), "'s' is a string attribute", "'some text'", "StringToWordVector");
  }

  @Test
  void dates() throws Exception {
    StringBuilder rows = new StringBuilder("@attribute d date yyyy-MM-dd\n@attribute y {early,late}\n@data\n");
    StringBuilder classes = new StringBuilder("@attribute x numeric\n@attribute d date yyyy-MM-dd\n@data\n");
    for (int day = 1; day <= 28; day++) {
      rows.append(String.format("2026-02-%02d,%s%n", day, day <= 14 ? "early" : "late"));
      classes.append(String.format("%d,2026-02-%02d%n", day, day));
    }
    Instances data = arff(rows.toString());
    assertEquals(100, correct(built("-rate 0.03", data), data));
    Instances dates = arff(classes.toString());
    NeuralNet net = built("-layers \"\" -optimizer lbfgs", dates);
    double day = 24 * 3600 * 1000.0;
    for (Instance row : dates) {
      assertEquals(0, (row.classValue() - net.classifyInstance(row)) / day, 0.05);
    }
  }

  @Test
  void sparseRows() throws Exception {
    Instances data = mixed(80, 5, true);
    NonSparseToSparse filter = new NonSparseToSparse();
    filter.setInputFormat(data);
    Instances sparse = Filter.useFilter(data, filter);
    NeuralNet net = built("", data);
    assertSame(predictions(net, data), predictions(net, sparse), "dense and sparse rows to predict");
    assertSame(predictions(net, data), predictions(built("", sparse), data), "dense and sparse rows to learn from");
  }

  @Test
  void moreMissingAtPrediction() throws Exception {
    Instances data = iris();
    NeuralNet net = built("-layers \"dense 16 relu\"", data);
    Instances gaps = new Instances(data);
    for (Instance row : gaps) {
      row.setMissing(0);
      row.setMissing(1);
    }
    assertDistributions(net, gaps);
    assertTrue(correct(net, gaps) > 80, "the petals alone tell the species");
    Instance nothing = (Instance) gaps.instance(0).copy();
    nothing.setDataset(gaps);
    for (int i = 0; i < 4; i++) {
      nothing.setMissing(i);
    }
    assertEquals(1, Utils.sum(net.distributionForInstance(nothing)), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"squared", "absolute", "huber", "percentage"})
  void constantNumericClass(String loss) throws Exception {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("@attribute x numeric\n@attribute y numeric\n@data\n");
    for (int i = 0; i < 200; i++) {
      rows.append(random.nextGaussian()).append(",-12345\n");
    }
    Instances data = arff(rows.toString());
    NeuralNet net = built("-loss " + loss, data);
    for (Instance row : data) {
      assertEquals(-12345, net.classifyInstance(row), 600, loss);
    }
  }

  @Test
  void allLossesOnNumbers() throws Exception {
    Instances data = mixed(300, 9, false);
    for (String loss : new String[] {"squared", "absolute", "huber", "percentage"}) {
      for (String scaling : new String[] {"standardise", "range"}) {
        Evaluation e = new Evaluation(data);
        e.evaluateModel(built("-loss " + loss + " -scaling " + scaling, data), data);
        assertTrue(e.rootRelativeSquaredError() < 50, loss + " " + scaling + " " + e.rootRelativeSquaredError());
      }
    }
  }

  /** A percentage changes when its target is shifted, so the class is divided only. */
  @Test
  void percentagesAreOfTheClassItself() throws Exception {
    Instances data = mixed(60, 9, false);
    String text = built("-loss percentage -epochs 2", data).toString();
    assertTrue(text.matches("(?s).*class = output \\* \\S+ \\+ 0\n.*"), text);
    assertFalse(built("-loss absolute -epochs 2", data).toString().contains("+ 0\n"));
  }

  @Test
  void noPredictionWithoutAModel() throws Exception {
    Instances data = iris();
    NeuralNet net = net("-rate 1e30 -optimizer sgd -scaling none -layers \"dense 8 linear, dense 8 linear\" -loss "
        + "squared");
    message(() -> net.classifyInstance(data.instance(0)), "no model built yet");
    assertEquals("NeuralNet: no model built yet", net.toString());
    message(() -> net.buildClassifier(data), "not a finite number", "lower the rate");
    message(() -> net.classifyInstance(data.instance(0)), "no model built yet");
    assertEquals("NeuralNet: no model built yet", net.toString());
    message(net::graph, "no model built yet");
    net.setOptions(new String[0]);
    net.buildClassifier(data);
    assertTrue(correct(net, data) > 90);
    Instances text = arff("@attribute s string", "@attribute y {a,b}", "@data", "x.png,a");
    message(() -> net.buildClassifier(text), "no file");
    assertFalse(net.toString().contains("Layers"), "a build that fails leaves no older model behind");
  }
}
