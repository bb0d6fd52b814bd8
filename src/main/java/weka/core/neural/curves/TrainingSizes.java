package weka.core.neural.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.classifiers.Classifier;

/**
 * Numbers of training rows: those of a learning curve.
 *
 * @param sizes in the order in which they grow
 */
public record TrainingSizes(List<Size> sizes) implements Variation {
  /** Equal steps on a logarithmic axis. */
  public static final String DEFAULT = "10%,18%,32%,56%,100%";

  /**
   * A number of rows, or a percentage of a fold's training rows.
   *
   * @param amount  the number or the percentage
   * @param percent which of them
   */
  public record Size(double amount, boolean percent) {
    int of(int trainingRows) {
      return percent ? (int) Math.max(1, Math.round(amount / 100 * trainingRows)) : (int) amount;
    }

    @Override
    public String toString() {
      return OptionValues.text(amount) + (percent ? "%" : "");
    }
  }

  public TrainingSizes {
    sizes = List.copyOf(sizes);
  }

  /**
   * Reads sizes as typed: whole numbers of rows and percentages, with commas between them.
   *
   * @throws IllegalArgumentException if a size is neither
   */
  public static TrainingSizes parse(String text) {
    List<Size> sizes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      sizes.add(size(part.strip()));
    }
    return new TrainingSizes(sizes);
  }

  private static Size size(String word) {
    boolean percent = word.endsWith("%");
    try {
      double amount = Double.parseDouble(percent ? word.substring(0, word.length() - 1) : word);
      if (percent ? amount > 0 && amount <= 100 : amount >= 1 && amount == Math.rint(amount) && amount < 1e9) {
        return new Size(amount, percent);
      }
    } catch (NumberFormatException e) {
      // The message below says what is expected.
    }
    throw new IllegalArgumentException(
        "sizes: expected numbers of rows from 1, or percentages above 0 up to 100%, with "
            + "commas between them, such as " + DEFAULT + "; got '" + word + "'");
  }

  @Override
  public String axis() {
    return "training rows";
  }

  @Override
  public List<Setting> settings(Classifier template, int trainingRows) {
    List<Setting> settings = new ArrayList<>();
    int before = 0;
    for (Size size : sizes) {
      int rows = size.of(trainingRows);
      if (rows > trainingRows) {
        throw new IllegalArgumentException("sizes: " + size + " rows are more than a fold has to train on, which is "
            + trainingRows);
      }
      if (rows < before) {
        throw new IllegalArgumentException(
            "sizes: expected them to grow, but " + size + " is less than the one before");
      }
      // In a small table two percentages can be the same rows.
      if (rows > before) {
        settings.add(new Setting(size.percent() ? String.format(Locale.ROOT, "%d (%s)", rows, size) : size.toString(),
            rows, size::of, template));
      }
      before = rows;
    }
    return settings;
  }
}
