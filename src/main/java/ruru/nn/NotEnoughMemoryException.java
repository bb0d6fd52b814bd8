package ruru.nn;

/** What was asked for does not fit into Java's memory; the message says what would. */
public final class NotEnoughMemoryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public NotEnoughMemoryException(String message) {
    super(message);
  }
}
