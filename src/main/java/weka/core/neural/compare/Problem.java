package weka.core.neural.compare;

import java.nio.file.FileSystemException;

/**
 * A failure after which the rest went on.
 *
 * @param where the data set or file, and the scheme if the scheme failed
 * @param reason why, for the user
 */
record Problem(String where, String reason) {

  static Problem of(String where, Throwable cause) {
    return new Problem(where, reason(cause));
  }

  /** The message of an exception on one line, or its name if it has none. */
  static String reason(Throwable cause) {
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    // These two have only a bare file name as their message.
    if (cause instanceof FileSystemException && message.indexOf(' ') < 0) {
      return cause.getClass().getSimpleName() + ": " + message;
    }
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  @Override
  public String toString() {
    return where + ": " + reason;
  }
}
