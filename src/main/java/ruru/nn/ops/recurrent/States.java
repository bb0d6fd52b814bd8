package ruru.nn.ops.recurrent;

/** Which states of a recurrent layer are its output. */
public enum States {
  /** The one after the last step that it takes. */
  LAST,
  /** Those after every step: a series again. */
  ALL;

  /** For the help. */
  public static final String MEANING =
      "last gives the state after the last step that it takes (the first of the series "
          + "if backward), all those at every step, a series again";
}
