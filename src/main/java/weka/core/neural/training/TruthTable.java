package weka.core.neural.training;

import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;

/**
 * The truth table of a logic function, for which one small network is enough: two to four attributes and a class, each
 * nominal with two values, or a number that is 0 or 1 (or -1 or 1). Its rows may occur any number of times.
 */
final class TruthTable {
  private static final int FEWEST_ATTRIBUTES = 2;
  private static final int MOST_ATTRIBUTES = 4;
  /** Learnt every function tried, including the parity of four attributes, from the best of its starts. */
  private static final String LAYERS = "dense 8 tanh";

  private TruthTable() {}

  /** The settings as they are or, if the layers are left to the data and these are a truth table, with layers. */
  static NeuralSettings settings(NeuralSettings settings, Instances rows) {
    return settings.layers.isAuto() && !settings.images().hasInput() && is(rows)
        ? settings.withLayers(LAYERS) : settings;
  }

  private static boolean is(Instances rows) {
    int attributes = rows.numAttributes() - 1;
    return attributes >= FEWEST_ATTRIBUTES && attributes <= MOST_ATTRIBUTES
        && IntStream.rangeClosed(0, attributes).allMatch(a -> isLogical(rows, rows.attribute(a)));
  }

  private static boolean isLogical(Instances rows, Attribute attribute) {
    if (attribute.isNominal()) {
      return attribute.numValues() == 2 && rows.stream().noneMatch(row -> row.isMissing(attribute));
    }
    return attribute.isNumeric() && (hasOnly(rows, attribute, 0) || hasOnly(rows, attribute, -1));
  }

  /** Whether the values are this one and 1. */
  private static boolean hasOnly(Instances rows, Attribute attribute, double falseValue) {
    return rows.stream().mapToDouble(row -> row.value(attribute)).allMatch(v -> v == falseValue || v == 1);
  }
}
