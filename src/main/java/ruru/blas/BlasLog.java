package ruru.blas;

/** Where it is said how a {@link Blas} was found, and failures in the words for it. */
final class BlasLog {
  static final String NAME = "ruru.blas";

  private BlasLog() {}

  /** The innermost cause in one line. */
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
