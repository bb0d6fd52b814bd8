package weka.core.neural.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as texts that can be calculated with, with the digits 0 to 9 in every locale. */
public final class Numbers {
  /** From here on fixed notation with decimals is less precise than all digits of the double. */
  private static final double LARGE = 1e9;
  private static final int MOST_DECIMALS = 12;

  private Numbers() {}

  /** With the given number of decimals; a number too small for that in scientific notation. */
  public static String text(double value, int decimals) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    if (!(size < LARGE) || decimals > MOST_DECIMALS) {
      return Double.toString(value);
    }
    return size < Math.min(0.01, Math.pow(10, 3 - decimals))
        ? String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "e", value) : rounded(value, decimals);
  }

  /**
   * With at most the given number of decimals. Weka's own Utils.doubleToString uses the locale's digits and minus sign.
   */
  public static String rounded(double value, int decimals) {
    DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** With all of its digits and never an exponent, to be read again. */
  public static String exact(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** With at most nine decimals and never an exponent. */
  public static String plain(double value) {
    return String.format(Locale.ROOT, "%.9f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  public static String text(float[] values, int decimals) {
    StringBuilder s = new StringBuilder();
    for (float v : values) {
      s.append(s.length() == 0 ? "" : " ").append(text(v, decimals));
    }
    return s.toString();
  }
}
