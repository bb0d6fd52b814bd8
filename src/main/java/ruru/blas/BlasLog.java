package ruru.blas;

/** The log that reports how a {@link Blas} was found, and the wording of failures. */
final class BlasLog {
  static final String NAME = "ruru.blas";

  private BlasLog() {}

  /** The innermost cause on one line. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? "" : cause.getMessage().strip().lines().findFirst().orElse("");
    if (cause instanceof IllegalCallerException) {
      message += "; start Java with --enable-native-access=ALL-UNNAMED";
    }
    return cause instanceof IllegalStateException ? message : cause.getClass().getSimpleName() + ": " + message;
  }
}
