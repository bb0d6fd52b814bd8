package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/** Results are the same in every language: with other digits, another minus sign, a letter i without a dot. */
class CompareLocaleTest {
  private final int year = LocalDate.now(ZoneOffset.UTC).getYear();

  private final Locale before = Locale.getDefault();

  @TempDir
  private Path folder;

  @AfterEach
  void setBack() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv-SE", "ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "hi-IN-u-nu-deva", "tr-TR", "de-DE"})
  void tablesReportAndResultsAreTheSame(String language) throws Exception {
    List<Path> files = List.of(SampleData.nominal(folder, "a.arff", "a"), SampleData.numeric(folder, "b.arff", "b"));
    List<String> expected = resultsIn(Locale.ENGLISH, files);
    assertTrue(expected.get(0).contains(" -0.") || expected.get(0).contains("[-"), "no minus sign: " + expected.get(0));
    assertEquals(expected, resultsIn(Locale.forLanguageTag(language), files));
  }

  /** Calendars too: the Experimenter's key of a fold is a date, which was of the year 2569 in Thailand. */
  @Test
  void everyLanguageOfJavaGivesTheSame() throws Exception {
    List<Path> files = List.of(SampleData.nominal(folder, "a.arff", "a"), SampleData.numeric(folder, "b.arff", "b"));
    List<String> expected = resultsIn(Locale.ENGLISH, files);
    Map<Object, Locale> distinct = new LinkedHashMap<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
      distinct.putIfAbsent(List.of(symbols.getZeroDigit(), symbols.getMinusSign(), symbols.getDecimalSeparator(),
          symbols.getExponentSeparator(), "Ii".toLowerCase(locale), Calendar.getInstance(locale).getCalendarType()),
          locale);
    }
    distinct.putIfAbsent("Thai digits", Locale.forLanguageTag("th-TH-u-nu-thai"));
    List<String> others = new ArrayList<>();
    for (Locale locale : distinct.values()) {
      if (!resultsIn(locale, files).equals(expected)) {
        others.add(locale.toLanguageTag());
      }
    }
    assertEquals(List.of(), others);
    assertTrue(distinct.size() > 20, "locales: " + distinct.keySet());
  }

  /** All figures but the times: of the results as Weka reads them, of the tables and of the report. */
  private List<String> resultsIn(Locale locale, List<Path> files) throws Exception {
    Locale.setDefault(locale);
    Path out = folder.resolve(locale.toLanguageTag());
    // Weka keeps number formats for each thread.
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Callable<Integer> job = () -> {
      Lineup lineup = new Lineup(List.of(Scheme.parse("weka.classifiers.lazy.IBk"),
          Scheme.parse("weka.classifiers.trees.DecisionStump")), 0);
      Settings settings = new Settings(false, false, false, false, 2, 1, out, List.of(), files);
      Lineups lineups = new Lineups(Map.of(Task.CLASSIFICATION, Map.of("", lineup),
          Task.REGRESSION, Map.of("", lineup)));
      return Compare.compare(settings, Compare.sources(settings, new ArrayList<>()), lineups, new ArrayList<>(),
          new PrintStream(new ByteArrayOutputStream()), System.err);
    };
    try {
      assertEquals(0, thread.submit(job).get());
    } finally {
      thread.shutdown();
    }
    List<String> results = new ArrayList<>();
    for (String name : List.of("classification.arff", "regression.arff")) {
      if (Files.exists(out.resolve(name))) {
        Instances read = DataSource.read(out.resolve(name).toString());
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < read.numAttributes(); c++) {
          String column = read.attribute(c).name();
          if (column.equals("Date_time")) {
            double ofFold = Math.floor(read.instance(0).value(c) / 10_000);
            text.append("years since ").append(year - ofFold).append('\n');
          } else if (!column.matches(".*(Elapsed|CPU).*")) {
            text.append(column).append(' ').append(Arrays.toString(read.attributeToDoubleArray(c)))
                .append('\n');
          }
        }
        results.add(text.toString());
      }
    }
    String report = Files.readString(out.resolve("report.html"), StandardCharsets.UTF_8);
    results.add(report.substring(0, report.indexOf("<h2>Training time")));
    return results;
  }
}
