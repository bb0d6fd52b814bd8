package weka.core.neural.compare;

/** How a scheme's value compares with the base scheme's by the t-test; written as in the Experimenter. */
enum Mark {
  NONE(""),
  LARGER("v"),
  SMALLER("*");

  private final String symbol;

  Mark(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }
}
