package weka.core.neural.chains;

/** What the symbols of a text are. */
public enum TextSymbols {
  /** Characters, as they are. */
  CHARS,
  /** What blanks separate. */
  WORDS
}
