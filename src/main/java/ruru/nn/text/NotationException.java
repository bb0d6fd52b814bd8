package ruru.nn.text;

/** A text that is no network, with the place of the error. */
public final class NotationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final int position;

  NotationException(String message, int position, Throwable cause) {
    super(message + " (at character " + (position + 1) + ")", cause);
    this.position = position;
  }

  /** Index of the character at which the faulty step starts, from 0. */
  public int position() {
    return position;
  }
}
