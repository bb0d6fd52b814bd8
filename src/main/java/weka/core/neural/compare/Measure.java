package weka.core.neural.compare;

/** A figure by which schemes are compared: a column of the Experimenter's results, one value for each fold. */
enum Measure {

  /** Share of test rows whose class was predicted right. */
  ACCURACY("Accuracy (%)", "Percent_correct", true, 2,
      "Percentage of the test rows whose class was predicted right: mean (standard deviation) over the folds."),

  /** sqrt(sum (prediction - y)^2 / sum (mean of training rows - y)^2), in percent. */
  RELATIVE_ERROR("Root relative squared error (%)", "Root_relative_squared_error", false, 2,
      "Error in percent of that of always predicting the mean (0 = perfect, 100 = no better): "
          + "mean (standard deviation) over the folds."),

  /** Time on the clock, not processor time: what the user waits for. */
  TRAINING_TIME("Training time (seconds)", "Elapsed_Time_training", false, 3,
      "Seconds on the clock to train once, one scheme at a time: mean (standard deviation) over the folds.");

  private final String title;
  private final String column;
  private final boolean largerIsBetter;
  private final int decimals;
  private final String explanation;

  Measure(String title, String column, boolean largerIsBetter, int decimals, String explanation) {
    this.title = title;
    this.column = column;
    this.largerIsBetter = largerIsBetter;
    this.decimals = decimals;
    this.explanation = explanation;
  }

  String title() {
    return title;
  }

  /** The attribute of the results that holds it. */
  String column() {
    return column;
  }

  int decimals() {
    return decimals;
  }

  String explanation() {
    return explanation;
  }

  /** What a mark means here: "better" or "worse" than the base scheme, or "no difference". */
  String verdict(Mark mark) {
    return switch (mark) {
      case NONE -> "no difference";
      case LARGER -> largerIsBetter ? "better" : "worse";
      case SMALLER -> largerIsBetter ? "worse" : "better";
    };
  }

  /** The marks in words, because Weka's "v" says larger, not better, and so changes sides for errors. */
  String legend(String base) {
    return "v = significantly larger than " + base + ", here " + verdict(Mark.LARGER)
        + "; * = significantly smaller, here " + verdict(Mark.SMALLER) + " (corrected paired t-test, 5 %).";
  }
}
