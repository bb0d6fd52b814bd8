package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/** A comparison that was stopped is gone on with, and gives what it would have given at once. */
class StoppedComparisonTest {
  private static final int FOLDS = 5;
  private static final String OPTIONS = " -I 2";

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Path data;
  private Path results;

  @BeforeEach
  void sample() throws Exception {
    data = SampleData.nominal(folder, "a.arff", "a\tb");
    results = folder.resolve("out");
    StoppedPerceptron.reset(0);
  }

  @Test
  void afterEachFoldItGoesOnWithTheNext() throws Exception {
    compare(OPTIONS, FOLDS);
    assertFalse(Files.exists(results.resolve("unfinished")));
    String expected = figures();
    for (int stop = 1; stop <= FOLDS; stop++) {
      stop(stop);
      assertEquals(expected, figures(), "the earlier results");
      StoppedPerceptron.reset(0);
      compare(OPTIONS, FOLDS);
      assertEquals(FOLDS - stop + 1, StoppedPerceptron.trainings);
      assertEquals(expected, figures());
      String read = (stop - 1) + " of 5 folds read";
      assertEquals(stop > 1, text().contains(read), text());
      assertEquals(stop > 1,
          Files.readString(results.resolve("report.html")).contains("what " + (stop - 1) + " folds"));
      assertFalse(Files.exists(results.resolve("unfinished")));
    }
  }

  @Test
  void timesAndDateAreThoseOfTheEvaluation() throws Exception {
    stop(2);
    List<String> line = Files.readAllLines(folds()).stream().filter(l -> l.contains("\tfold\t")).toList();
    assertEquals(1, line.size());
    compare(OPTIONS, FOLDS);
    Instances read = DataSource.read(results.resolve("classification.arff").toString());
    for (String name : List.of("Date_time", "Elapsed_Time_training", "Elapsed_Time_testing")) {
      assertTrue(line.get(0).contains("\t" + name + "=" + read.instance(0).value(read.attribute(name))), name);
    }
  }

  @Test
  void otherOptionsOfAllSchemesAreNamedAndNothingIsUsed() throws Exception {
    stop(4);
    compare(OPTIONS, 4);
    assertEquals(4, StoppedPerceptron.trainings);
    assertTrue(text().contains("3 folds in " + folds() + " cannot be used, because this comparison is another: "
        + "-folds was 5, is 4"), text());
  }

  @Test
  void foldsOfOtherOptionsAreThereWhenTheseAreBack() throws Exception {
    stop(4);
    StoppedPerceptron.reset(2);
    assertThrows(AssertionError.class, () -> compare(OPTIONS, 4));
    StoppedPerceptron.reset(0);
    compare(OPTIONS, FOLDS);
    assertEquals(2, StoppedPerceptron.trainings);
  }

  @Test
  void otherRowsAreNamedAndEvaluated() throws Exception {
    stop(4);
    String text = Files.readString(data);
    Files.writeString(data, text.replaceFirst("0\\.0000,", "0.0001,"));
    compare(OPTIONS, FOLDS);
    assertEquals(FOLDS, StoppedPerceptron.trainings);
    assertTrue(text().contains("3 of the folds in " + folds() + " cannot be used: its rows or attributes have changed"),
        text());
  }

  @Test
  void otherOptionsOfASchemeAreNamedAndEvaluated() throws Exception {
    stop(4);
    compare(" -I 3", FOLDS);
    assertEquals(FOLDS, StoppedPerceptron.trainings);
    assertTrue(text().contains("3 of the folds in " + folds() + " cannot be used: no scheme has the same options now"),
        text());
  }

  @Test
  void freshStartsAnew() throws Exception {
    stop(4);
    compare(OPTIONS, FOLDS, "-fresh");
    assertEquals(FOLDS, StoppedPerceptron.trainings);
    assertFalse(text().contains("Going on"), text());
  }

  /** Cut wherever it may be, and with any byte changed, the file gives whole folds or none. */
  @Test
  void tornLinesAreNotBelieved() throws Exception {
    stop(FOLDS);
    byte[] whole = Files.readAllBytes(folds());
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      if (whole[i] == '\n') {
        ends.add(i);
      }
    }
    assertEquals(1 + FOLDS - 1, ends.size());
    Basis basis = basis();
    for (int length = 0; length <= whole.length; length += 7) {
      Files.write(folds(), Arrays.copyOf(whole, length));
      // The line's end is no part of what the checksum is of.
      int cut = length;
      long complete = ends.stream().skip(1).filter(end -> end <= cut).count();
      assertEquals(complete, read(basis), "of " + length + " bytes");
      assertTrue(Files.size(folds()) <= length + 1);
      byte[] changed = whole.clone();
      changed[Math.min(length, whole.length - 1)] ^= 1;
      Files.write(folds(), changed);
      assertTrue(read(basis) < FOLDS - 1 || length <= ends.get(0), "byte " + length);
    }
    Files.write(folds(), Arrays.copyOf(whole, whole.length - 30));
    compare(OPTIONS, FOLDS);
    assertEquals(2, StoppedPerceptron.trainings);
    assertTrue(text().contains("1 line of " + folds() + " was torn"), text());
  }

  private Basis basis() throws Exception {
    return Basis.of(lineups(OPTIONS), FOLDS);
  }

  private int read(Basis basis) throws Exception {
    Fold any = Fold.anyOf(Task.CLASSIFICATION, "a_b", fingerprint(), Scheme.parse(specification(OPTIONS)));
    int found = 0;
    try (FoldStore store = new FoldStore(folds(), basis)) {
      for (int fold = 1; fold <= FOLDS; fold++) {
        found += store.find(any.at("1", Integer.toString(fold))).isPresent() ? 1 : 0;
      }
    }
    return found;
  }

  private String fingerprint() throws Exception {
    Instances rows = Source.file(data).read();
    rows.setRelationName("a_b");
    return Fingerprint.of(rows);
  }

  private Path folds() {
    return results.resolve("unfinished").resolve("folds.txt");
  }

  /** All results as Weka reads them, but times and date. */
  private String figures() throws Exception {
    Instances read = DataSource.read(results.resolve("classification.arff").toString());
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < read.numAttributes(); c++) {
      if (!read.attribute(c).name().matches("Date_time|.*(Elapsed|CPU).*")) {
        text.append(read.attribute(c)).append(Arrays.toString(read.attributeToDoubleArray(c))).append('\n');
      }
    }
    return text.toString();
  }

  /** Stops at a training. */
  private void stop(int training) {
    StoppedPerceptron.reset(training);
    assertThrows(AssertionError.class, () -> compare(OPTIONS, FOLDS));
    StoppedPerceptron.reset(0);
  }

  private static String specification(String options) {
    return StoppedPerceptron.class.getName() + options;
  }

  private void compare(String options, int folds, String... more) throws Exception {
    printed.reset();
    List<String> arguments = new ArrayList<>(List.of("-folds", Integer.toString(folds), "-o", results.toString(),
        data.toString()));
    arguments.addAll(List.of(more));
    Settings settings = Settings.parse(arguments.toArray(new String[0]));
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    List<Problem> problems = new ArrayList<>();
    assertEquals(0, Compare.compare(settings, Compare.sources(settings, problems), lineups(options), problems, out,
        out));
  }

  private static Lineups lineups(String options) {
    return new Lineups(Map.of(Task.CLASSIFICATION,
        Map.of("", new Lineup(List.of(Scheme.parse(specification(options))), 0))));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
