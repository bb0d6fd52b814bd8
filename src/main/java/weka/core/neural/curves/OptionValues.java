package weka.core.neural.curves;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weka.classifiers.Classifier;

/**
 * Values of one option of the classifier: those of a validation curve.
 *
 * @param flag   the option's, without the dash
 * @param values as typed
 */
public record OptionValues(String flag, List<String> values) implements Variation {
  private static final String NUMBER = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + ":" + NUMBER + ":(\\d+)(:log)?");
  private static final int MOST = 1000;
  private static final MathContext DIGITS = new MathContext(6);

  public OptionValues {
    values = List.copyOf(values);
  }

  /**
   * Reads values as typed: with commas between them, or with bars if there is one, as values may contain commas; or a
   * range FROM:TO:COUNT with equal steps, FROM:TO:COUNT:log with equal factors.
   *
   * @param flag with or without its dash
   * @throws IllegalArgumentException if there is no flag, a value is empty, or the range is none
   */
  public static OptionValues parse(String flag, String text) {
    String name = flag.strip().replaceFirst("^-", "");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("option: expected a flag of the classifier, such as C, got '" + flag + "'");
    }
    Matcher range = RANGE.matcher(text.strip());
    List<String> values = range.matches()
        ? range(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)), range.group(3),
            range.group(4) != null)
        : Arrays.stream(text.split(text.indexOf('|') >= 0 ? "\\|" : ",", -1)).map(String::strip).toList();
    if (values.contains("")) {
      throw new IllegalArgumentException(
          "values: expected them with commas (or |) between them, such as 0.1,1,10, or a "
              + "range such as 0.01:100:5:log; got '" + text + "'");
    }
    return new OptionValues(name, values);
  }

  private static List<String> range(double from, double to, String points, boolean logarithmic) {
    int count = points.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(points);
    if (count < 2 || count > MOST) {
      throw new IllegalArgumentException("values: expected from 2 to " + MOST + " points of a range, got " + points);
    }
    if (logarithmic && !(from > 0 && to > 0)) {
      throw new IllegalArgumentException("values: equal factors need a range above 0, got " + text(from) + ":"
          + text(to));
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double part = (double) i / (count - 1);
      values.add(text(logarithmic ? from * Math.pow(to / from, part) : from + part * (to - from)));
    }
    return values;
  }

  /** Six digits, and no point for a whole number, which options for such would not read. */
  static String text(double value) {
    BigDecimal d = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return d.signum() == 0 ? "0" : Math.abs(value) >= 1e9 ? d.toString() : d.toPlainString();
  }

  @Override
  public String axis() {
    return "-" + flag;
  }

  @Override
  public List<Setting> settings(Classifier template, int trainingRows) {
    SchemeOption<Classifier> option = new SchemeOption<>(Classifier.class, template, flag);
    List<Setting> settings = new ArrayList<>();
    Map<List<String>, String> seen = new HashMap<>();
    for (String value : values) {
      Classifier made = option.with(value);
      String same = seen.put(option.of(made), value);
      if (same != null) {
        throw new IllegalArgumentException("option -" + flag + ": the values '" + same + "' and '" + value
            + "' make no difference; perhaps another option of the classifier switches it off");
      }
      settings.add(new Setting(value, number(value), rows -> rows, made));
    }
    return settings;
  }

  private static double number(String value) {
    try {
      double d = Double.parseDouble(value);
      return Double.isFinite(d) ? d : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
