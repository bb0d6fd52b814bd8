package ruru.nn.text;

import java.math.BigDecimal;

/** Numbers as the notation writes them. */
final class Decimal {
  private Decimal() {}

  /** The shortest decimal that reads back as the same number. */
  static String shortest(double d) {
    if (d == 0) {
      // A record distinguishes -0 from 0, so the text must.
      return 1 / d < 0 ? "-0" : "0";
    }
    double size = Math.abs(d);
    if (size >= 1e-3 && size < 1e7) {
      return new BigDecimal(Double.toString(d)).stripTrailingZeros().toPlainString();
    }
    return Double.toString(d).replace(".0E", "e").replace('E', 'e');
  }
}
