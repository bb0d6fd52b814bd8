package ruru.nn.ops.recurrent;

/** Which states of a recurrent layer are its output. */
public enum States {
  /** The one after the last step that it takes. */
  LAST,
  /** Those after every step: a series again. */
  ALL
}
