package weka.core.neural.compare;

/** A figure by which schemes are compared: a column of the Experimenter's results, one value for each fold. */
enum Measure {

  /** Percentage of test rows whose class was predicted correctly. */
  ACCURACY("Accuracy (%)", "Percent_correct", true, 2,
      "Percentage of test rows whose class was predicted correctly: mean (standard deviation) over the folds."),

  /** sqrt(sum (prediction - y)^2 / sum (mean of training rows - y)^2), in percent. */
  RELATIVE_ERROR("Root relative squared error (%)", "Root_relative_squared_error", false, 2,
      "Error in percent of the error of always predicting the mean (0 = perfect, 100 = no better): "
          + "mean (standard deviation) over the folds."),

  /** Wall-clock time, not CPU time: what the user waits for. */
  TRAINING_TIME("Training time (seconds)", "Elapsed_Time_training", false, 3,
      "Wall-clock seconds to train once, one scheme at a time: mean (standard deviation) over the folds.");

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

  /** The attribute of the results that holds the measure. */
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

  /** Explains the marks, because Weka's "v" means larger, not better, and so means worse for errors. */
  String legend(String base) {
    return "v = significantly larger than " + base + ", here " + verdict(Mark.LARGER)
        + "; * = significantly smaller, here " + verdict(Mark.SMALLER) + " (corrected paired t-test, 5 %).";
  }
}
