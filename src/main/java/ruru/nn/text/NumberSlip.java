package ruru.nn.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the number meant by a text in another locale's format: a decimal comma, groups of thousands, a percent sign,
 * the full-width digits of an East Asian keyboard.
 */
public final class NumberSlip {
  private static final Pattern DECIMAL = Pattern.compile("([+-]?)(\\d*)[.,](\\d+)((?:[eE][+-]?\\d{1,3})?)");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:([,.' _\u00a0\u202f\u2019])\\d{3})"
      + "(?:\\1\\d{3})*");
  private static final Pattern PERCENT = Pattern.compile("(.*\\d)\\s*%");
  private static final int LONGEST = 40;

  private NumberSlip() {}

  /** What to write instead of a text that is not a number, as in "; write 0.01"; empty if unknown. */
  public static String hint(String text) {
    String plain = plain(text);
    Matcher percent = PERCENT.matcher(plain);
    String number = percent.matches() ? number(percent.group(1)) : number(plain);
    return number == null || number.equals(text) ? "" : "; write "
        + (percent.matches() ? movedRight(number, -2) : number)
        + (percent.matches() || !isGrouped(plain) || number.equals(ungrouped(plain)) ? "" : " or " + ungrouped(plain));
  }

  /** The same where a percentage is wanted, from 1. */
  public static String hintOnPercentage(String text) {
    String plain = plain(text);
    Matcher percent = PERCENT.matcher(plain);
    String number = number(percent.matches() ? percent.group(1) : plain);
    if (number == null) {
      return "";
    }
    boolean fraction = !percent.matches() && Math.abs(Double.parseDouble(number)) < 1;
    return "; write " + (fraction ? movedRight(number, 2) : number);
  }

  /** The same where a whole number is wanted. */
  public static String hintOnWhole(String text) {
    String plain = plain(text);
    String number = isGrouped(plain) ? ungrouped(plain) : number(plain);
    double value = number == null ? Double.NaN : Double.parseDouble(number);
    return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE ? "; write " + (int) value : "";
  }

  /** Full-width letters, digits and commas become ASCII. */
  static String plain(String text) {
    return text.length() > LONGEST ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).trim();
  }

  private static @Nullable String number(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return decimal.group(1) + (decimal.group(2).isEmpty() ? "0" : decimal.group(2)) + "." + decimal.group(3)
          + decimal.group(4);
    } else if (isGrouped(text)) {
      return ungrouped(text);
    }
    return text.matches("[+-]?\\d+(?:[eE][+-]?\\d{1,3})?") ? text : null;
  }

  private static boolean isGrouped(String text) {
    return THOUSANDS.matcher(text).matches();
  }

  private static String ungrouped(String text) {
    return text.replaceAll("(?<=\\d)\\D", "");
  }

  /** Exact, as a double times 100 is not: 0.57 is 57 %. */
  private static String movedRight(String number, int digits) {
    return Decimal.shortest(new BigDecimal(number).movePointRight(digits).doubleValue());
  }
}
