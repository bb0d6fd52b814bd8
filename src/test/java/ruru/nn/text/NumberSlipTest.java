package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to write instead of a number as it is written elsewhere. */
class NumberSlipTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "0,01 | 0.01", ",5 | 0.5", "-0,5 | -0.5", "1,5e-3 | 1.5e-3", "20% | 0.2", "12,5 % | 0.125", "35% | 0.35",
      "1e2% | 1",
      "1e99999999999% | -",
      "1,000 | 1.000 or 1000", "1,000,000 | 1000000", "1 000 | 1000", "\uff10\uff0c\uff12 | 0.2", "2\uff05 | 0.02",
      "fast | -", "'' | -",
      "0.5f | -", "0.5 | -", "NaN | -", "1,2,3 | -", "% | -", "0x1p3 | -"})
  void numbers(String text, String better) {
    assertEquals(better == null ? "" : "; write " + better, NumberSlip.hint(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "20% | 20", "12,5% | 12.5", "12,5 | 12.5", "0,2 | 20", "0,57 | 57", "1,0 | 1.0", "0,5% | 0.5", "20 percent | -"})
  void percentages(String text, String better) {
    assertEquals(better == null ? "" : "; write " + better, NumberSlip.hintOnPercentage(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "1,000 | 1000", "1.000 | 1000", "1'000'000 | 1000000", "5.0 | 5", "1e3 | 1000", "\uff18 | 8", "1.5 | -",
      "1,5 | -", "20% | -", "99999999999 | -", "2147483647,0 | 2147483647", "2147483648,0 | -", "many | -"})
  void wholeNumbers(String text, String better) {
    assertEquals(better == null ? "" : "; write " + better, NumberSlip.hintOnWhole(text));
  }
}
