package weka.core.neural;

/** What is done to numeric attributes, and to a numeric class, before the network sees them. */
public enum Scaling {
  /** (x - mean) / standard deviation. */
  STANDARDISE,
  /** From the training data's smallest and largest value to [-1, 1]. */
  RANGE,
  /** Nothing: for lessons with numbers that can be followed by hand. */
  NONE
}
