package weka.core.neural.curves;

/** Why something failed, in the words of what failed. */
final class Reasons {
  private Reasons() {}

  /** The message on one line; the exception's name where that alone says nothing. */
  static String of(Throwable e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return e.getClass().getSimpleName();
    }
    String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
    return e instanceof NumberFormatException ? "not a number: " + line : line;
  }
}
