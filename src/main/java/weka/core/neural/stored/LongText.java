package weka.core.neural.stored;

import java.io.Serializable;

/**
 * A long value of an attribute, which Weka holds as an object that is serialised in itself. Such an object could hold
 * anything, past all limits, so the body has the text alone.
 */
record LongText(String text) implements Serializable {
  private static final long serialVersionUID = 1;
}
