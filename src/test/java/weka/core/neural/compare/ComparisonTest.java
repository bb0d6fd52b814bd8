package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

class ComparisonTest {

  private static final int FOLDS = 2;
  private static final int RUNS = 3;
  /** Two-sided 5 % point of Student's t with 5 degrees of freedom, from a printed table. */
  private static final double T_5 = 2.571;

  private static final String STUMP = "weka.classifiers.trees.DecisionStump";
  private static final String ZERO_R = "weka.classifiers.rules.ZeroR";
  private static final String NEIGHBOUR = "weka.classifiers.lazy.IBk -K 3";

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void tablesHoldWhatWekasEvaluationFindsOnTheSameFolds() throws Exception {
    Path nominal = SampleData.nominal(folder, "n.arff", "classes");
    Path numeric = SampleData.numeric(folder, "r.arff", "numbers");
    Comparison.Outcome outcome = run(lineup(1, ZERO_R, STUMP, NEIGHBOUR), List.of(nominal, numeric));

    assertEquals(List.of(), outcome.problems());
    assertEquals(List.of("Accuracy (%), classification", "Root relative squared error (%), regression",
        "Training time (seconds), classification", "Training time (seconds), regression"),
        outcome.tables().stream().map(ResultTable::title).toList());
    checkAgainstEvaluation(outcome.tables().get(0), nominal);
    checkAgainstEvaluation(outcome.tables().get(1), numeric);
  }

  private static void checkAgainstEvaluation(ResultTable table, Path file) throws Exception {
    assertEquals(List.of("DecisionStump", "ZeroR", "IBk"), table.schemes());
    double[] base = evaluate(STUMP, file);
    int marked = 0;
    for (int i = 0; i < 3; i++) {
      double[] values = evaluate(List.of(STUMP, ZERO_R, NEIGHBOUR).get(i), file);
      ResultTable.Cell cell = table.cells()[0][i];
      assertEquals(FOLDS * RUNS, cell.count());
      assertEquals(mean(values), cell.mean(), 1e-5);
      assertEquals(deviation(values), cell.standardDeviation(), 1e-5);
      assertEquals(i == 0 ? Mark.NONE : expectedMark(base, values), cell.mark());
      marked += cell.mark() == Mark.NONE ? 0 : 1;
    }
    assertTrue(marked > 0, "the data should let the test find a difference");
    boolean accuracy = table.measure() == Measure.ACCURACY;
    assertEquals(accuracy ? Mark.SMALLER : Mark.LARGER, table.cells()[0][1].mark());
    assertEquals(1, table.count(1, "worse"));
    assertEquals(0, table.count(1, "better"));
  }

  /** Per fold: percent correct, or root relative squared error. */
  private static double[] evaluate(String scheme, Path file) throws Exception {
    Instances data = new DataSource(file.toString()).getDataSet();
    data.setClassIndex(data.numAttributes() - 1);
    List<Double> values = new ArrayList<>();
    for (int run = 1; run <= RUNS; run++) {
      Random random = new Random(run);
      Instances shuffled = new Instances(data);
      shuffled.randomize(random);
      if (data.classAttribute().isNominal()) {
        shuffled.stratify(FOLDS);
      }
      for (int fold = 0; fold < FOLDS; fold++) {
        Instances train = shuffled.trainCV(FOLDS, fold, random);
        Classifier classifier = AbstractClassifier.makeCopy(Scheme.parse(scheme).classifier());
        classifier.buildClassifier(train);
        Evaluation evaluation = new Evaluation(train);
        evaluation.evaluateModel(classifier, shuffled.testCV(FOLDS, fold));
        values.add(data.classAttribute().isNominal() ? evaluation.pctCorrect()
            : evaluation.rootRelativeSquaredError());
      }
    }
    return values.stream().mapToDouble(v -> v).toArray();
  }

  /** t = mean difference / sqrt((1/n + test/train) variance), with as many test as training rows. */
  private static Mark expectedMark(double[] base, double[] values) {
    double[] difference = new double[base.length];
    Arrays.setAll(difference, i -> values[i] - base[i]);
    double t = mean(difference) / (deviation(difference) * Math.sqrt(1.0 / base.length + 1));
    return Math.abs(t) < T_5 ? Mark.NONE : t > 0 ? Mark.LARGER : Mark.SMALLER;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
  }

  @Test
  void resultsAreAnArffFileThatHoldsEveryFold() throws Exception {
    Comparison.Outcome outcome = run(lineup(1, ZERO_R, STUMP),
        List.of(SampleData.nominal(folder, "a.arff", "it's 100% \"mine\""), SampleData.nominal(folder, "b.arff", "b")));

    assertEquals(List.of(), outcome.problems());
    assertEquals(List.of(results().resolve("classification.arff")), outcome.files());
    Instances results = new DataSource(outcome.files().get(0).toString()).getDataSet();
    assertEquals(2 * 2 * FOLDS * RUNS, results.numInstances());
    for (String name : List.of("Key_Dataset", "Key_Run", "Key_Fold", "Key_Scheme", "Key_Scheme_options",
        "Percent_correct", "Area_under_ROC", "Elapsed_Time_training")) {
      assertNotNull(results.attribute(name), name);
    }
    assertEquals(List.of("it's 100% \"mine\"", "b"), outcome.tables().get(0).dataSets());
    assertFalse(Files.exists(results().resolve("regression.arff")), "no numeric set, no file");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestRuns() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.arff"),
        "@relation x\n@attribute a numeric\n@data\n1\nfoo\n");
    Path words = Files.writeString(folder.resolve("words.arff"), "@relation x\n@attribute a string\n@data\nfoo\n");
    Path small = Files.writeString(folder.resolve("small.arff"), "@relation x\n@attribute a numeric\n@data\n1\n");
    Path missing = folder.resolve("missing.arff");
    Path good = SampleData.nominal(folder, "good.arff", "good");
    Comparison.Outcome outcome = run(lineup(1, ZERO_R, STUMP), List.of(broken, missing, words, small, good));

    assertEquals(List.of(broken, missing, words, small).toString(),
        outcome.problems().stream().map(Problem::where).toList().toString());
    assertTrue(reason(outcome, 0).contains("line 5"), reason(outcome, 0));
    assertEquals("there is no such file or folder", reason(outcome, 1));
    assertTrue(reason(outcome, 2).contains("'a' is of type string"), reason(outcome, 2));
    assertEquals("it has 1 rows, fewer than the 2 folds (-folds)", reason(outcome, 3));
    assertEquals(List.of("good"), outcome.tables().get(0).dataSets());
    outcome.problems().forEach(p -> assertTrue(text().contains("! " + p), text()));
  }

  @Test
  void aSchemeThatFailsInALaterFoldLeavesAGapAndNoResults() throws Exception {
    Comparison.Outcome outcome = run(lineup(0, FailsOnFewRows.class.getName(), STUMP),
        List.of(SampleData.nominal(folder, "n.arff", "n"), SampleData.numeric(folder, "r.arff", "r")));

    assertEquals("[n, FailsOnFewRows: too few rows: 15]", outcome.problems().toString());
    ResultTable table = outcome.tables().get(0);
    assertNull(table.cells()[0][0]);
    assertNotNull(table.cells()[0][1]);
    assertEquals(Mark.NONE, table.cells()[0][1].mark(), "no base, nothing to compare with");
    assertTrue(table.notes().toString().contains("Empty: the scheme failed"), table.notes().toString());
    Instances results = new DataSource(outcome.files().get(0).toString()).getDataSet();
    assertEquals(FOLDS * RUNS, results.numInstances());
    assertNotNull(outcome.tables().get(1).cells()[0][0], "the other data set is not touched by it");
  }

  @Test
  void relationsOfTheSameNameBecomeTwoDataSets() throws Exception {
    Comparison.Outcome outcome = run(lineup(1, ZERO_R, STUMP), List.of(SampleData.nominal(folder, "a.arff", "same"),
        SampleData.nominal(folder, "b.arff", "same"), SampleData.nominal(folder, "c.arff", "same-2")));

    ResultTable table = outcome.tables().get(0);
    assertEquals(List.of("same", "same-2", "same-2-2"), table.dataSets());
    assertEquals(FOLDS * RUNS, table.cells()[1][0].count());
    assertTrue(text().contains("its relation is named 'same'; here it is called 'same-2'"), text());
  }

  @Test
  void oneLineOfProgressForEachDataSetAndScheme() throws Exception {
    run(lineup(1, ZERO_R, STUMP), List.of(SampleData.nominal(folder, "a.arff", "a"),
        SampleData.numeric(folder, "b.arff", "b")));
    assertEquals(2, text().lines().filter(line -> line.matches("  ZeroR +[0-9.]+ % (right|error) +[0-9.]+ s")).count(),
        text());
    assertEquals(2, text().lines().filter(line -> line.matches("  DecisionStump +[0-9.]+ % .*")).count(), text());
  }

  @Test
  void learningCurvesAreTakenFromSchemesThatHaveThem() throws Exception {
    Comparison.Outcome outcome = run(lineup(1, ZERO_R, CurvedStump.class.getName()),
        List.of(SampleData.nominal(folder, "a.arff", "a")));

    assertEquals(1, outcome.curves().size());
    LearningCurves curves = outcome.curves().get(0);
    assertEquals("a", curves.dataSet());
    assertEquals(List.of("training loss", "validation loss", "learning rate"), List.copyOf(curves.curves().keySet()));
    assertEquals(3, curves.curves().get("learning rate").length);
  }

  private Comparison.Outcome run(Lineup lineup, List<Path> files) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Lineups lineups = new Lineups(Map.of(Task.CLASSIFICATION, Map.of("", lineup), Task.REGRESSION, Map.of("", lineup)));
    Files.createDirectories(results());
    try (FoldStore store = new FoldStore(results().resolve("folds.txt"), new Basis(Map.of()))) {
      return new Comparison(lineups, FOLDS, RUNS, results(), store, out).run(files.stream().map(Source::file).toList());
    }
  }

  private static Lineup lineup(int base, String... schemes) {
    return new Lineup(Arrays.stream(schemes).map(Scheme::parse).toList(), base);
  }

  private Path results() {
    return folder.resolve("out").resolve("compare");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String reason(Comparison.Outcome outcome, int problem) {
    return outcome.problems().get(problem).reason();
  }
}
