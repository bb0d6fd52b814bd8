package weka.core.neural.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as texts from which one can calculate further, with the digits 0 to 9 in every language. */
public final class Numbers {
  /** From here on fixed notation with decimals says less than all digits of the double. */
  private static final double LARGE = 1e9;
  private static final int MOST_DECIMALS = 12;

  private Numbers() {}

  /** With so many decimals; a number too small for that with as many digits and its power of ten. */
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

  /** With at most so many decimals. Weka's own Utils.doubleToString has the digits and the minus of the language. */
  public static String rounded(double value, int decimals) {
    DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
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
