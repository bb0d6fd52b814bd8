package ruru.nn.text;

/** A text that is wrong in a way for which something better is known, such as a name that is nearly another. */
final class HintedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final String problem;
  private final String hint;

  /**
   * @param problem what is wrong
   * @param hint    what to do; goes where something better is known
   */
  HintedException(String problem, String hint) {
    super(problem + "; " + hint);
    this.problem = problem;
    this.hint = hint;
  }

  /** The same of one layer among others. */
  HintedException of(String layer) {
    return behind(layer + ": ");
  }

  /** The same with words before it. */
  HintedException behind(String words) {
    return new HintedException(words + problem, hint);
  }

  String problem() {
    return problem;
  }
}
