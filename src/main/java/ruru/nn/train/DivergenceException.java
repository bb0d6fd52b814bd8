package ruru.nn.train;

/** The loss, or a parameter, stopped being a finite number. */
public final class DivergenceException extends ArithmeticException {
  private static final long serialVersionUID = 1;
  private final long step;
  private final String layer;

  DivergenceException(String message, long step, String layer) {
    super(message);
    this.step = step;
    this.layer = layer;
  }

  /** The update at which it was detected, from 1. */
  public long step() {
    return step;
  }

  /** The layer of the parameter, or the first whose output was not finite; "input", or "loss" if all were. */
  public String layer() {
    return layer;
  }
}
