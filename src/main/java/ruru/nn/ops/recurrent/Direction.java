package ruru.nn.ops.recurrent;

/** Which way a recurrent layer runs along a series. */
public enum Direction {
  /** From the first step to the last. */
  FORWARD,
  /** From the last step to the first. */
  BACKWARD,
  /** Both, each with weights of its own. */
  BOTH;

  /** For the help. */
  public static final String MEANING = "forward, backward, or both, which gives twice as many outputs";
}
