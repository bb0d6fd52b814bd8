package ruru.nn.text;

/** A name that a catalog or a member of it does not have. */
final class UnknownNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final String problem;
  private final String hint;

  /**
   * @param problem what is wrong
   * @param hint    what to do; goes where something better is known
   */
  UnknownNameException(String problem, String hint) {
    super(problem + "; " + hint);
    this.problem = problem;
    this.hint = hint;
  }

  /** The same of one layer among others. */
  UnknownNameException of(String layer) {
    return new UnknownNameException(layer + ": " + problem, hint);
  }

  String problem() {
    return problem;
  }
}
