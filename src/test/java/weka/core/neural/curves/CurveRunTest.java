package weka.core.neural.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.lazy.IBk;
import weka.classifiers.rules.ZeroR;
import weka.classifiers.trees.J48;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;

@Timeout(60)
class CurveRunTest {
  private static final String NET = "-layers \"dense 4 tanh\" -epochs 20 -members 1";

  private static CurveResult run(Instances data, Classifier classifier, Variation variation, int folds, int threads) {
    return new CurveRun(data, classifier, variation, folds, 1, threads).run((soFar, all) -> {});
  }

  private static Variation sizes(String text) {
    return TrainingSizes.parse(text);
  }

  @Test
  void aConstantIsFlatAndNeitherBetterNorWorse() throws Exception {
    CurveResult result = run(Samples.iris(), new ZeroR(), sizes("20%,40%,100%"), 10, 2);
    for (int s = 0; s < 3; s++) {
      assertEquals(100 / 3.0, result.mean(s, 0, Part.TRAINING), 1e-9);
      assertEquals(100 / 3.0, result.mean(s, 0, Part.HELD_OUT), 1e-9);
      assertEquals(0, result.deviation(s, 0, Part.HELD_OUT), 1e-9);
      assertEquals(Math.log(3), result.mean(s, 1, Part.HELD_OUT), 1e-9);
    }
    assertEquals(List.of(27, 54, 135), result.scores().stream().map(f -> f.get(0).rows()).toList());
    assertEquals(100 / 3.0, result.baseline(), 1e-9);
    assertThat(BiasVariance.of(result)).contains("High bias").contains("More rows would hardly help")
        .doesNotContain("variance");
  }

  /** Two folds of two rows: the mean of one is predicted for the other. */
  @Test
  void aNumberByHand() throws Exception {
    Instances data = Samples.arff("@attribute x numeric", "@attribute y numeric", "@data", "0,0", "1,0",
        "2,4", "3,4");
    data.setClassIndex(1);
    CurveResult result = run(data, new ZeroR(), sizes("100%"), 2, 1);
    for (int f = 0; f < 2; f++) {
      FoldScore score = result.scores().get(0).get(f);
      boolean same = score.training()[1] == 0;
      // Two equal rows: they are predicted exactly, and the others are all 4 away. One of each: 2 is predicted.
      assertEquals(same ? 4 : 2, score.heldOut()[1], 1e-12);
      assertEquals(same ? 0 : 2, score.training()[1], 1e-12);
      assertEquals(100, score.heldOut()[0], 1e-12);
    }
  }

  @Test
  void rowsCountByTheirWeightAndThoseWithoutAClassDoNot() throws Exception {
    Instances data = Samples.arff("@attribute x numeric", "@attribute c {a,b}", "@data", "0,a,{3}",
        "1,a,{3}", "2,b", "3,b", "4,?", "5,b,{0}");
    data.setClassIndex(1);
    CurveResult result = run(data, new ZeroR(), sizes("100%"), 2, 1);
    assertEquals(75, result.baseline(), 1e-12);
    assertEquals(2, result.scores().get(0).get(0).rows());
    assertEquals(75, result.mean(0, 0, Part.HELD_OUT), 1e-12);
  }

  @Test
  void allRowsAreWekasOwnCrossValidation() throws Exception {
    Instances iris = Samples.iris();
    CurveResult result = run(iris, new J48(), sizes("30%,100%"), 10, 2);
    Evaluation evaluation = new Evaluation(iris);
    evaluation.crossValidateModel(new J48(), iris, 10, new Random(1));
    assertEquals(evaluation.pctCorrect(), result.mean(1, 0, Part.HELD_OUT), 1e-9);
    Instances numeric = Samples.mixed(100, 1, false);
    evaluation = new Evaluation(numeric);
    evaluation.crossValidateModel(new LinearRegression(), numeric, 10, new Random(1));
    double squares = run(numeric, new LinearRegression(), sizes("100%"), 10, 1).scores().get(0).stream()
        .mapToDouble(f -> f.heldOut()[1] * f.heldOut()[1]).average().orElseThrow();
    assertEquals(evaluation.rootMeanSquaredError(), Math.sqrt(squares), 1e-9);
  }

  @Test
  void fewerRowsAreAmongMoreAndHaveTheSameClasses() throws Exception {
    Folds folds = new Folds(Samples.iris(), 5, 3);
    List<String> more = folds.training(2, 60).stream().map(Object::toString).toList();
    Instances fewer = folds.training(2, 30);
    assertThat(more).containsAll(fewer.stream().map(Object::toString).toList());
    assertThat(fewer.attributeStats(4).nominalCounts).containsExactly(10, 10, 10);
  }

  @Test
  void threadsDoNotMatter() throws Exception {
    Variation rates = OptionValues.parse("-rate", "0.001:0.1:3:log");
    Instances iris = Samples.iris();
    String one = CurveTexts.arff(run(iris, Samples.net(NET), rates, 4, 1));
    assertEquals(one, CurveTexts.arff(run(iris, Samples.net(NET), rates, 4, 3)));
    assertThat(one.lines().filter(l -> l.startsWith("0.01,112,"))).hasSize(2);
  }

  @Test
  void moreNeighboursUnderfit() throws Exception {
    CurveResult result = run(Samples.iris(), new IBk(), OptionValues.parse("K", "1,5,99"), 10, 2);
    assertEquals(100, result.mean(0, 0, Part.TRAINING), 1e-9);
    assertThat(result.mean(2, 0, Part.HELD_OUT)).isLessThan(90);
    assertThat(BiasVariance.of(result)).contains("Towards -K 99 it under-fits");
  }

  @Test
  void aSwitchIsOffAndOn() throws Exception {
    CurveResult result = run(Samples.iris(), new J48(), OptionValues.parse("U", "false,true"), 3, 1);
    assertThat(result.mean(1, 0, Part.TRAINING)).isGreaterThanOrEqualTo(result.mean(0, 0, Part.TRAINING));
    assertThat(CurveTexts.arff(result)).contains("@attribute -U string");
  }

  @Test
  void anOptionOfTheSchemeWithin() throws Exception {
    weka.classifiers.meta.Bagging bagging = new weka.classifiers.meta.Bagging();
    bagging.setClassifier(new IBk());
    List<Setting> settings = OptionValues.parse("K", "3,7").settings(bagging, 10);
    assertEquals("3", Utils.getOption("K",
        ((IBk) ((weka.classifiers.meta.Bagging) settings.get(0).template()).getClassifier()).getOptions()));
  }

  @Test
  void anInterruptEndsItWithinASecondAndKeepsWhatWasMeasured() throws Exception {
    CurveRun run = new CurveRun(Samples.iris(), new Sleepy(), sizes("10%,20%,100%"), 2, 1, 2);
    Thread caller = Thread.currentThread();
    long[] interrupted = new long[1];
    CurveResult result = run.run((soFar, all) -> {
      assertEquals(6, all);
      if (soFar.measured() == 4) {
        interrupted[0] = System.nanoTime();
        caller.interrupt();
      }
    });
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - interrupted[0])).isLessThan(1000);
    assertTrue(result.isStopped());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertEquals(4, result.measured());
    assertThat(BiasVariance.of(result)).contains("to 15 (20%) rows");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      K    | 3,x      | option -K, value 'x'
      foo  | 1        | option -foo: IBk has no such option; it has
      I    | 1,2      | option -I is on or off, so its values are true and false; got '1'
      K    | 3,3      | option -K: the values '3' and '3' make no difference
      K    | 1,,2     | values: expected them with commas
      K    | 0:9:4:log | values: equal factors need a range above 0
      K    | 1:9:1    | values: expected from 2 to 1000 points of a range, got 1
      """)
  void wrongOptionsAreNamed(String flag, String values, String message) throws Exception {
    Instances iris = Samples.iris();
    assertThat(assertThrows(IllegalArgumentException.class,
        () -> run(iris, new IBk(), OptionValues.parse(flag, values), 10, 1))).hasMessageStartingWith(message);
  }

  @Test
  void whatTheClassifierRefusesIsInItsOwnWords() throws Exception {
    Instances iris = Samples.iris();
    String own = assertThrows(Exception.class, () -> Samples.net("-rate -1")).getMessage();
    assertThat(assertThrows(IllegalArgumentException.class,
        () -> run(iris, Samples.net(NET), OptionValues.parse("rate", "0.1,-1"), 10, 1)))
        .hasMessageContaining("option -rate, value '-1': " + own);
    assertThat(assertThrows(IllegalStateException.class,
        () -> run(iris, Samples.net(NET), OptionValues.parse("layers", "dense 3|conv 3"), 10, 1)))
        .hasMessageStartingWith("-layers conv 3, fold ").hasMessageContaining("conv");
  }

  @Test
  void dataThatCannotBeUsed() throws Exception {
    Instances iris = Samples.iris();
    assertThat(message(iris, "100%", 200))
        .isEqualTo("folds: 200 are too many for the 150 rows with a known class and a "
            + "weight above 0");
    assertThat(message(iris, "100%", 1)).startsWith("folds: expected a whole number from 2");
    assertThat(message(iris, "140", 10))
        .isEqualTo("sizes: 140 rows are more than a fold has to train on, which is 135");
    assertThat(message(iris, "50,20", 10)).startsWith("sizes: expected them to grow");
    assertThat(assertThrows(IllegalArgumentException.class, () -> sizes("10,0"))).hasMessageContaining("got '0'");
    iris.setClassIndex(-1);
    assertThat(message(iris, "100%", 10)).startsWith("the data have no class");
    Instances text = Samples.arff("@attribute x numeric", "@attribute 'a b' string", "@data", "1,a");
    text.setClassIndex(1);
    assertThat(message(text, "100%", 10)).startsWith("class 'a b' is a text");
    Instances numeric = Samples.mixed(50, 1, false);
    assertThat(assertThrows(IllegalArgumentException.class, () -> run(numeric, new J48(), sizes("100%"), 10, 1)))
        .hasMessageStartingWith("J48 cannot learn from these data").hasMessageContaining("numeric class");
  }

  private static String message(Instances data, String sizes, int folds) {
    return assertThrows(IllegalArgumentException.class, () -> run(data, new ZeroR(), sizes(sizes), folds, 1))
        .getMessage();
  }

  @Test
  void aMemorizerHasHighVariance() throws Exception {
    Instances noise = Samples.arff("@attribute x numeric", "@attribute c {a,b}", "@data", "0,a");
    noise.setClassIndex(1);
    Random random = new Random(5);
    for (int i = 0; i < 199; i++) {
      weka.core.Instance row = (weka.core.Instance) noise.get(0).copy();
      row.setValue(0, random.nextDouble());
      row.setValue(1, random.nextInt(2));
      noise.add(row);
    }
    assertThat(BiasVariance.of(run(noise, new IBk(), sizes("50%,100%"), 10, 2))).startsWith("High variance")
        .doesNotContain("High bias");
  }

  @Test
  void rangesHaveEqualStepsOrFactors() {
    assertEquals(List.of("1", "5", "9", "13"), OptionValues.parse("K", "1:13:4").values());
    assertEquals(List.of("0.001", "0.1", "10"), OptionValues.parse("K", "1e-3:10:3:log").values());
    assertEquals(List.of("dense 3, dense 4", "dense 5"),
        OptionValues.parse("-layers", "dense 3, dense 4 | dense 5").values());
  }
}
