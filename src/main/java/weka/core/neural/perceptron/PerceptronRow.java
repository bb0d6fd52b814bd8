package weka.core.neural.perceptron;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ruru.nn.text.Excerpt;

/**
 * One row of the exercise.
 *
 * @param desired the output that it should have, 0 or 1
 */
public record PerceptronRow(BigDecimal x1, BigDecimal x2, int desired) {
  /** Rows that can still be followed. */
  public static final int MOST = 1000;
  private static final int MOST_DIGITS = 20;

  /** @throws IllegalArgumentException if the desired output is neither 0 nor 1 */
  public PerceptronRow {
    if (desired != 0 && desired != 1) {
      throw new IllegalArgumentException("desired output: expected 0 or 1, got " + desired);
    }
  }

  /**
   * Reads rows such as "0 0 0; 0 1 1": x1, x2 and the desired output of each.
   *
   * @throws IllegalArgumentException saying which row is wrong, and what was expected
   */
  public static List<PerceptronRow> parse(String text) {
    List<PerceptronRow> rows = new ArrayList<>();
    for (String part : text.split("[;\\n]")) {
      if (part.isBlank()) {
        continue;
      }
      String[] words = part.trim().split("[\\s,]+");
      String where = "row " + (rows.size() + 1) + " '" + Excerpt.of(part.trim()) + "'";
      if (words.length != 3 || !words[2].equals("0") && !words[2].equals("1")) {
        throw new IllegalArgumentException(where + ": expected x1, x2 and the desired output 0 or 1, such as '0 1 1'; "
            + "rows are separated by ';'");
      }
      rows.add(new PerceptronRow(number(where, words[0]), number(where, words[1]), Integer.parseInt(words[2])));
    }
    if (rows.isEmpty() || rows.size() > MOST) {
      throw new IllegalArgumentException("rows: expected from 1 to " + MOST + ", got " + rows.size());
    }
    return rows;
  }

  /**
   * Reads a number as it is written.
   *
   * @param where begins the message
   * @throws IllegalArgumentException if it is none, or has more than 20 digits
   */
  public static BigDecimal number(String where, String text) {
    String trimmed = text.trim();
    try {
      BigDecimal value = new BigDecimal(trimmed);
      if (value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new IllegalArgumentException(where + ": expected a number of at most " + MOST_DIGITS + " digits such as "
        + "0.5, got '" + Excerpt.of(trimmed) + "'");
  }

  /** What {@link #parse} reads back. */
  public static String print(List<PerceptronRow> rows) {
    return rows.stream().map(PerceptronRow::toString).collect(Collectors.joining("; "));
  }

  @Override
  public String toString() {
    return x1.toPlainString() + " " + x2.toPlainString() + " " + desired;
  }
}
