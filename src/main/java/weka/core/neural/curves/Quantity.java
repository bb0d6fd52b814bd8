package weka.core.neural.curves;

import java.util.List;
import weka.core.Attribute;

/** What is measured of predictions. Every row counts by its weight. */
public enum Quantity {
  /** The percentage of right classes. */
  CORRECT("correct, %", "correct", true),
  /** The mean of -ln p, where p is the probability given to the right class, at least 1e-15. */
  LOG_LOSS("log loss", "logloss", false),
  /**
   * The mean absolute error in percent of that of a constant: the mean of all training rows of the fold, whatever part
   * of them is trained on.
   */
  RELATIVE_ERROR("relative absolute error, %", "relativeerror", false),
  /** The root of the mean squared error, in the unit of the class. */
  RMSE("root mean squared error", "rmse", false);

  private final String title;
  private final String key;
  private final boolean larger;

  Quantity(String title, String key, boolean larger) {
    this.title = title;
    this.key = key;
    this.larger = larger;
  }

  /** Those for a class, the score first. */
  public static List<Quantity> of(Attribute target) {
    return target.isNominal() ? List.of(CORRECT, LOG_LOSS) : List.of(RELATIVE_ERROR, RMSE);
  }

  /** For a table or an axis. */
  public String title() {
    return title;
  }

  /** For the name of an attribute. */
  public String key() {
    return key;
  }

  /** Whether more is better. */
  public boolean isLargerBetter() {
    return larger;
  }
}
