package ruru.nn.text;

/** A text whose error comes with a hint, such as a name that is close to a valid one. */
final class HintedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final String problem;
  private final String hint;

  /**
   * @param problem what is wrong
   * @param hint    what to do; dropped where a better hint is known
   */
  HintedException(String problem, String hint) {
    super(problem + "; " + hint);
    this.problem = problem;
    this.hint = hint;
  }

  /** The same error, naming one layer of several. */
  HintedException of(String layer) {
    return after(layer + ": ");
  }

  /** The same error with a prefix. */
  HintedException after(String prefix) {
    return new HintedException(prefix + problem, hint);
  }

  String problem() {
    return problem;
  }
}
