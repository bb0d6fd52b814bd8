package weka.core.neural;

/** What a text, the value of a string attribute, is read as. */
public enum TextUnits {
  /** Words, unless the strings name image files. */
  AUTO,
  /** Words, in lower case. */
  WORDS,
  /** Characters, as they are. */
  CHARS,
  /** Nothing: strings are the names of image files. */
  NONE
}
