package weka.core.neural.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.cluster.Points;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.neural.clustering.ClusterReport;

class NumbersTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void putBack() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar-EG", "fa-IR", "hi-IN-u-nu-deva", "sv-SE", "de-DE", "tr-TR"})
  void numbersHaveTheSameDigitsInEveryLanguage(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));
    assertEquals("-1234.568", Numbers.text(-1234.5678, 3));
    assertEquals("1234567", Numbers.text(1234567, 3));
    assertEquals("1.234e-05", Numbers.text(0.00001234, 3));
    assertEquals("0.5", Numbers.text(0.5, 4));
    assertEquals("-0.000012", Numbers.plain(-0.000012));
    assertEquals("100000", Numbers.exact(100000));
    assertEquals("0.0000000000012", Numbers.exact(1.2e-12));
    assertEquals("0.03", Numbers.exact(0.03));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "sv-SE"})
  void centroidsHaveTheSameDigitsInEveryLanguage(String language) {
    String expected = report(Locale.ENGLISH);
    assertTrue(expected.contains("-2.5") && expected.contains("1970-01-07"), expected);
    assertEquals(expected, report(Locale.forLanguageTag(language)));
  }

  /** A date's format is made when the attribute is, so all of it is made in the language. */
  private static String report(Locale language) {
    Locale.setDefault(language);
    List<Attribute> attributes = List.of(new Attribute("x"), new Attribute("day", "yyyy-MM-dd"));
    Instances rows = new Instances("days", new ArrayList<>(attributes), 2);
    rows.add(new DenseInstance(1, new double[] {-1.25, 86_400_000.0}));
    rows.add(new DenseInstance(1, new double[] {-3.75, 86_400_000.0 * 10}));
    Points points = new Points(new float[] {0, 1}, 1, new float[] {1, 1});
    return ClusterReport.of(rows, new float[] {1, 1}, 1, points, null);
  }
}
