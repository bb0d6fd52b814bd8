package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Rows of another table, values at the ends of what a double holds, classes of any kind: found by fuzzers. */
class OddRowsTest {
  private static Instance foreign(double... values) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      attributes.add(new Attribute("f" + i));
    }
    Instances other = new Instances("other", attributes, 1);
    other.add(new DenseInstance(1, values));
    return other.get(0);
  }

  private static <T extends Filter> T filter(T filter, String options, Instances rows) throws Exception {
    filter.setOptions(Utils.splitOptions(options));
    filter.setInputFormat(rows);
    return filter;
  }

  @Test
  void rowsWithTooFewAttributesAreRefused() throws Exception {
    Instances rows = mixed(40, 1, true);
    NeuralNet net = built("-layers \"dense 3\" -epochs 1", rows);
    message(() -> net.distributionForInstance(foreign(1, 2)), "2 attributes", "attribute 4", "InputMappedClassifier");
    NeuralClusterer clusterer = new NeuralClusterer();
    clusterer.setOptions(Utils.splitOptions("-layers none"));
    rows.setClassIndex(-1);
    clusterer.buildClusterer(rows);
    message(() -> clusterer.distributionForInstance(foreign(1, 2)), "2 attributes", "attribute 5");
    Instances pixels = Samples.fourNumbers(20);
    NeuralNet images = built("-input 2x2x1 -layers \"dense 3\" -epochs 1", pixels);
    message(() -> images.distributionForInstance(foreign(1, 2)), "2 attributes", "attribute 4");
  }

  @Test
  void filtersRefuseRowsOfAnotherTable() throws Exception {
    Instances rows = mixed(40, 1, true);
    String net = "-W \"weka.classifiers.functions.NeuralNet -epochs 1 -layers \\\"dense 3\\\"\"";
    for (Filter filter : List.of(filter(new NeuralEncoder(), "-epochs 1 -code 2", rows),
        filter(new NeuralFeatures(), net, rows))) {
      message(() -> filter.input(foreign(1, 2)), "2 attributes", "has 5");
      message(() -> filter.input(foreign(1, 2, 3, 0, 0)), "value 3.0", "attribute 'c'", "no such value");
      Filter.useFilter(rows, filter);
      message(() -> filter.input(foreign(1, 2)), "2 attributes", "has 5");
    }
  }

  @Test
  void anOutputChangedAfterTheFormatIsRefused() throws Exception {
    Instances rows = mixed(40, 1, true);
    NeuralEncoder encoder = filter(new NeuralEncoder(), "-epochs 1 -code 2", rows);
    Filter.useFilter(rows, encoder);
    encoder.setOutput("filled,code,error");
    message(() -> Filter.useFilter(rows, encoder), "made with -output code", "now it is -output filled,code,error");
    encoder.setInputFormat(rows);
    assertEquals(8, Filter.useFilter(rows, encoder).numAttributes());
  }

  @Test
  void featuresTooLargeForFloatsAreRefusedAndDoNotStay() throws Exception {
    Instances rows = mixed(40, 1, true);
    NeuralFeatures features = filter(new NeuralFeatures(),
        "-W \"weka.classifiers.functions.NeuralNet -epochs 1 -scaling none -layers \\\"dense 3\\\"\"", rows);
    Filter.useFilter(rows, features);
    Instance large = (Instance) rows.get(0).copy();
    large.setDataset(rows);
    large.setValue(0, 1e300);
    message(() -> {
      features.input(large);
      features.batchFinished();
    }, "attribute 'a'", "too large");
    assertEquals(40, Filter.useFilter(rows, features).size());
  }

  @Test
  void anEncoderBesideARelationalClassCanBeStored() throws Exception {
    Instances inner = new Instances("inner", new ArrayList<>(List.of(new Attribute("i"))), 0);
    Instances rows = new Instances("outer", new ArrayList<>(List.of(new Attribute("x"), new Attribute("y"),
        new Attribute("bag", inner))), 0);
    rows.setClassIndex(2);
    for (int r = 0; r < 20; r++) {
      Instances bag = new Instances(inner, 0);
      bag.add(new DenseInstance(1, new double[] {r}));
      rows.add(new DenseInstance(1, new double[] {Math.sin(r), Math.cos(r), rows.attribute(2).addRelation(bag)}));
    }
    NeuralEncoder encoder = filter(new NeuralEncoder(), "-epochs 1 -code 1", rows);
    String encoded = Filter.useFilter(rows, encoder).toString();
    NeuralEncoder copy = (NeuralEncoder) new SerializedObject(encoder).getObject();
    assertNotNull(copy);
    assertEquals(Filter.useFilter(rows, encoder).toString(), Filter.useFilter(rows, copy).toString());
    assertFalse(encoded.isEmpty());
  }

  @Test
  void aClassNearTheLargestNumberIsPredictedByANumber() throws Exception {
    Instances rows = mixed(40, 1, false);
    rows.get(3).setClassValue(Double.MAX_VALUE);
    for (String layers : new String[] {"", "-layers \"dense 3 relu\""}) {
      NeuralNet net = built(layers + " -epochs 2", rows);
      for (Instance row : rows) {
        double[] interval = net.predictIntervals(row, 0.9)[0];
        assertTrue(Double.isFinite(net.classifyInstance(row)) && interval[0] <= interval[1]);
      }
    }
  }

  @Test
  void withoutInputsTooAMeanIsANumber() throws Exception {
    Instances rows = arff("@attribute y numeric", "@data", "-1e308", "-1.5e308", "3");
    double mean = built("", rows).classifyInstance(rows.get(0));
    assertEquals(-1e308 / 3 - 1.5e308 / 3, mean, 1e293);
    Instances infinite = arff("@attribute y numeric", "@data", "1", "2");
    infinite.get(1).setClassValue(Double.POSITIVE_INFINITY);
    message(() -> built("", infinite), "class 'y', row 2", "finite number");
    rows = arff("@attribute y numeric", "@data", "1", "2", "3");
    rows.get(1).setWeight(1e46);
    double[] interval = built("", rows).predictIntervals(rows.get(0), 0.5)[0];
    assertTrue(interval[0] <= 2 && interval[1] >= 2, interval[0] + " to " + interval[1]);
  }

  @Test
  void aTextIsShownAsAnExcerpt() throws Exception {
    Instances rows = arff("@attribute t string", "@attribute x numeric", "@attribute class {a,b}", "@data", "t,1,a",
        "t,2,b");
    rows.get(0).setValue(0, "\u001b[2J");
    String told = message(() -> built("-text none", rows), "string attribute", "\\u001b[2J");
    assertFalse(told.contains("\u001b"));
    rows.get(0).setValue(0, "\u001b[2J.png");
    assertFalse(message(() -> built("", rows), "there is no file", "\\u001b[2J.png").contains("\u001b"));
  }
}
