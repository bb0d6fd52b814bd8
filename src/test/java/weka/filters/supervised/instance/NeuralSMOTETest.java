package weka.filters.supervised.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.Logistic;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.Filter;

/** What new rows are like, how many there are, and what is refused. */
class NeuralSMOTETest {
  /**
   * Two numbers that depend on each other in each class, one that is 0 in most rows, a whole number, and a colour that
   * goes with the class; a fifth of the rows is of the second class.
   */
  private static Instances data(int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("x"), new Attribute("y"),
        new Attribute("gain"), new Attribute("age"), new Attribute("colour", List.of("red", "green", "blue")),
        new Attribute("class", List.of("common", "rare", "none"))));
    Instances data = new Instances("two", attributes, rows);
    data.setClassIndex(5);
    Random random = new Random(1);
    for (int i = 0; i < rows; i++) {
      int rare = i % 5 == 0 ? 1 : 0;
      double x = random.nextGaussian();
      data.add(new DenseInstance(1, new double[] {x, (rare == 1 ? -2 : 2) * x + 0.2 * random.nextGaussian(),
          random.nextInt(4) > 0 ? 0 : 10 + Math.round(100 * random.nextDouble()) / 100.0,
          20 + random.nextInt(50), random.nextInt(10) > 0 ? rare : 2, rare}));
    }
    return data;
  }

  private static Instances run(Instances data, String options) throws Exception {
    NeuralSMOTE f = new NeuralSMOTE();
    f.setOptions(Utils.splitOptions(options));
    f.setInputFormat(data);
    return Filter.useFilter(data, f);
  }

  private static double correlation(Instances rows) {
    return Utils.correlation(rows.attributeToDoubleArray(0), rows.attributeToDoubleArray(1), rows.size());
  }

  private static double mean(Instances rows, ToDoubleFunction<Instance> of) {
    return rows.stream().mapToDouble(of).average().orElseThrow();
  }

  private static Instances only(Instances rows, int label) {
    Instances result = new Instances(rows, 0);
    rows.stream().filter(row -> row.classValue() == label).forEach(result::add);
    return result;
  }

  private static List<String> texts(Instances rows) {
    return rows.stream().map(Instance::toString).toList();
  }

  @Test
  void newRowsAreLikeThoseOfTheirClass() throws Exception {
    Instances data = data(600);
    Instances made = run(data, "-C all -only-new");
    assertEquals(600, made.size());
    assertEquals(120, only(made, 1).size());
    for (int label = 0; label < 2; label++) {
      Instances real = only(data, label);
      Instances fresh = only(made, label);
      assertEquals(correlation(real), correlation(fresh), 0.06);
      assertEquals(mean(real, row -> row.value(2) == 0 ? 1 : 0), mean(fresh, row -> row.value(2) == 0 ? 1 : 0), 0.12);
      int colour = label;
      assertEquals(0.9, mean(fresh, row -> row.value(4) == colour ? 1 : 0), 0.1);
      assertEquals(real.variance(0), fresh.variance(0), 0.3 * real.variance(0));
    }
    made.forEach(row -> {
      assertEquals(Math.rint(row.value(3)), row.value(3), "a whole number stays one");
      assertEquals(Math.rint(100 * row.value(2)) / 100, row.value(2), "two decimals stay two");
      assertTrue(row.value(2) == 0 || row.value(2) >= 10, "no number lies between 0 and the others: " + row);
      assertTrue(row.value(3) >= 20 && row.value(3) < 70, "no number lies outside the range: " + row);
    });
    assertThat(texts(made)).doesNotContainAnyElementsOf(texts(data));
  }

  @Test
  void smotesOptionsMeanWhatSmoteMeans() throws Exception {
    Instances data = data(100);
    Instances doubled = run(data, "-epochs 2");
    assertEquals(120, doubled.size());
    assertEquals(texts(data), texts(doubled).subList(0, 100));
    assertEquals(40, only(doubled, 1).size());
    assertEquals(100 + 200, run(data, "-epochs 2 -P 250 -C 1").size());
    assertEquals(50, run(data, "-epochs 2 -P 250 -C 2 -only-new").size());
    assertEquals(100, run(data, "-P 0").size());
    assertEquals(texts(run(data, "-epochs 2 -threads 4")), texts(run(data, "-epochs 2 -threads 1")));
    assertNotEquals(texts(run(data, "-epochs 2 -K 1")), texts(run(data, "-epochs 2 -K 9")));
    assertNotEquals(texts(run(data, "-epochs 2")), texts(run(data, "-epochs 2 -S 2")));
  }

  @Test
  void testDataAreLeftAsTheyAre() throws Exception {
    Instances data = data(100);
    NeuralSMOTE f = new NeuralSMOTE();
    f.setOptions(Utils.splitOptions("-epochs 2 -only-new"));
    f.setInputFormat(data);
    assertEquals(20, Filter.useFilter(data, f).size());
    assertEquals(texts(new Instances(data, 0, 7)), texts(Filter.useFilter(new Instances(data, 0, 7), f)));
    assertThat(f.toString()).contains("variational");
  }

  @Test
  void aRareClassIsFoundMoreOften() throws Exception {
    Instances data = data(300);
    data.deleteAttributeAt(4);
    data.forEach(row -> row.setValue(1, row.value(1) + 3 * row.value(0)));
    FilteredClassifier classifier = new FilteredClassifier();
    NeuralSMOTE f = new NeuralSMOTE();
    f.setOptions(Utils.splitOptions("-P 300 -epochs 100"));
    classifier.setFilter(f);
    classifier.setClassifier(new Logistic());
    assertTrue(recall(classifier, data) > recall(new Logistic(), data) + 0.2);
  }

  private static double recall(weka.classifiers.Classifier classifier, Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(classifier, data, 3, new Random(1));
    return evaluation.recall(1);
  }

  @Test
  void rowsWithoutAClassOrAValueAreNoTrouble() throws Exception {
    Instances data = data(60);
    for (int i = 0; i < 60; i += 7) {
      data.get(i).setMissing(i % 5);
    }
    data.get(3).setClassMissing();
    data.get(4).setWeight(0);
    Instances all = run(data, "-epochs 2 -C all");
    assertEquals(60 + 58, all.size());
    assertTrue(all.get(3).classIsMissing());
    assertThat(all.stream().skip(60)).noneMatch(row -> row.classIsMissing());
  }

  @Test
  void aClassOfOneRowIsEnough() throws Exception {
    Instances data = data(21);
    for (int i = 1; i < 21; i++) {
      data.get(i).setClassValue(0);
    }
    Instances made = run(data, "-epochs 2 -P 500 -only-new");
    assertEquals(5, made.size());
    assertThat(made).allMatch(row -> row.classValue() == 1);
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    for (String[] bad : new String[][] {{"-P -1", "-P"}, {"-P NaN", "-P"}, {"-K 0", "-K"}, {"-C x", "-C"},
        {"-C -1", "-C"}, {"-beta -1", "beta"}, {"-code 0", "code"}}) {
      message(() -> new NeuralSMOTE().setOptions(Utils.splitOptions(bad[0])), bad[1]);
    }
    Instances data = data(30);
    message(() -> run(data, "-C 4"), "classValue", "0 to 3", "'class'", "got 4");
    message(() -> run(data, "-C 3"), "no row has the class 3, 'none'");
    Instances unknown = new Instances(data);
    unknown.forEach(Instance::setClassMissing);
    message(() -> run(unknown, ""), "no row of weight above 0 has a class");
    Instances numbers = new Instances(data);
    numbers.setClassIndex(0);
    message(() -> run(numbers, ""), "numeric class");
    Instances text = Samples.arff("@attribute s string\n@attribute c {a,b}\n@data", "x,a", "y,b");
    text.setClassIndex(1);
    message(() -> run(text, ""), "string attributes");
  }
}
