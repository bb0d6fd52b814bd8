package weka.core.neural;

/** How numeric attributes, and a numeric class, are scaled before the network sees them. */
public enum Scaling {
  /** (x - mean) / standard deviation. */
  STANDARDISE,
  /** From the training data's smallest and largest value to [-1, 1]. */
  RANGE,
  /** Not at all: for lessons with numbers that can be followed by hand. */
  NONE
}
