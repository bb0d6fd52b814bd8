package ruru.nn.train;

/** The loss stopped being a finite number. */
public final class DivergenceException extends ArithmeticException {
  private static final long serialVersionUID = 1;
  private final long step;
  private final String layer;

  DivergenceException(String message, long step, String layer) {
    super(message);
    this.step = step;
    this.layer = layer;
  }

  /** The step at which it was seen, from 1. */
  public long step() {
    return step;
  }

  /** The first layer whose output was not finite; "loss" if all were. */
  public String layer() {
    return layer;
  }
}
