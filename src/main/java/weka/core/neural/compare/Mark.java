package weka.core.neural.compare;

/** How a scheme's value stands to that of the base scheme, by the t-test; written as the Experimenter writes it. */
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
