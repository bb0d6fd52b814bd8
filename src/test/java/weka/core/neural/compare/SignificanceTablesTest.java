package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Tables of made-up results of ten folds, worked out by hand. */
class SignificanceTablesTest {

  private static final Scheme BASE = Scheme.parse("weka.classifiers.lazy.IBk");
  private static final Scheme OTHER = Scheme.parse("weka.classifiers.lazy.IBk -K 3");
  private static final Lineup LINEUP = new Lineup(List.of(BASE, OTHER), 0);

  /**
   * Five folds differ by a + 1, five by a - 1: standard deviation sqrt(10/9), so that the plain t is 3 a. With nine
   * times as many training as test rows the corrected one is 3 a sqrt(0.1 / (0.1 + 1/9)) = 2.065 a. The 5 % point for
   * nine degrees of freedom is 2.262: the plain test marks from a = 0.75, the corrected from 1.096.
   */
  @ParameterizedTest
  @CsvSource({"0, NONE", "1, NONE", "1.09, NONE", "1.1, LARGER", "-1.09, NONE", "-1.1, SMALLER"})
  void marksAreThoseOfTheCorrectedTest(double difference, Mark expected) throws Exception {
    Instances results = header();
    for (int fold = 1; fold <= 10; fold++) {
      add(results, fold, 0, 80);
      add(results, fold, 1, 80 + difference + (fold % 2 == 0 ? 1 : -1));
    }
    ResultTable table = new SignificanceTables(Task.CLASSIFICATION, List.of(LINEUP), results).table(Measure.ACCURACY);
    assertEquals(List.of("set"), table.dataSets());
    assertEquals(80, table.cells()[0][0].mean(), 1e-12);
    assertEquals(80 + difference, table.cells()[0][1].mean(), 1e-12);
    assertEquals(Math.sqrt(10 / 9.0), table.cells()[0][1].standardDeviation(), 1e-6);
    assertEquals(expected, table.cells()[0][1].mark());
  }

  @Test
  void aMeasureThatOneFoldLacksIsAGap() throws Exception {
    Instances results = header();
    for (int fold = 1; fold <= 10; fold++) {
      add(results, fold, 0, 80);
      add(results, fold, 1, fold == 7 ? Double.NaN : 90);
    }
    ResultTable table = new SignificanceTables(Task.CLASSIFICATION, List.of(LINEUP), results).table(Measure.ACCURACY);
    assertEquals(80, table.cells()[0][0].mean(), 1e-12);
    assertNull(table.cells()[0][1]);
  }

  @Test
  void eachDataSetIsComparedWithTheBaseOfItsOwnLineup() throws Exception {
    Scheme baseOfSecond = Scheme.parse("weka.classifiers.lazy.IBk -K 5");
    Instances results = header();
    for (int fold = 1; fold <= 10; fold++) {
      int noise = fold % 2 == 0 ? 1 : -1;
      add(results, fold, 0, 80);
      add(results, fold, 1, 85 + noise);
      add(results, 1, fold, 1, 85);
      add(results, 1, fold, 2, 90 + noise);
    }
    Lineup second = new Lineup(List.of(baseOfSecond.withLabel(BASE.label()), OTHER), 0);
    ResultTable table =
        new SignificanceTables(Task.IMAGES, List.of(LINEUP, second), results).table(Measure.ACCURACY);
    assertEquals("Accuracy (%), images", table.title());
    assertEquals(List.of("IBk", "IBk-2"), table.schemes());
    assertEquals(List.of("set", "other set"), table.dataSets());
    assertEquals(80, table.cells()[0][0].mean(), 1e-12);
    assertEquals(90, table.cells()[1][0].mean(), 1e-12);
    assertEquals(Mark.LARGER, table.cells()[0][1].mark());
    assertEquals(Mark.SMALLER, table.cells()[1][1].mark());
  }

  private static Instances header() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("Key_Dataset", List.of("set", "other set")));
    attributes.add(new Attribute("Key_Run", List.of("1")));
    attributes.add(new Attribute("Key_Fold", List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")));
    attributes.add(new Attribute("Key_Scheme", List.of(BASE.className())));
    attributes.add(new Attribute("Key_Scheme_options", List.of(BASE.options(), OTHER.options(),
        Scheme.parse("weka.classifiers.lazy.IBk -K 5").options())));
    attributes.add(new Attribute("Key_Scheme_version_ID", List.of(BASE.version())));
    attributes.add(new Attribute("Number_of_training_instances"));
    attributes.add(new Attribute("Number_of_testing_instances"));
    attributes.add(new Attribute("Percent_correct"));
    return new Instances("results", attributes, 20);
  }

  private static void add(Instances results, int fold, int scheme, double accuracy) {
    add(results, 0, fold, scheme, accuracy);
  }

  private static void add(Instances results, int dataSet, int fold, int scheme, double accuracy) {
    results.add(new DenseInstance(1, new double[] {dataSet, 0, fold - 1, 0, scheme, 0, 90, 10, accuracy}));
  }
}
