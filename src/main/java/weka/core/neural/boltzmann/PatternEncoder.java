package weka.core.neural.boltzmann;

import java.io.Serializable;
import java.util.stream.IntStream;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Attributes as units of -1 and 1: a number is 1 above the middle of its range in the stored rows, a nominal attribute
 * is 1 at its second of two values. What is missing is 0. The class has no unit.
 */
public final class PatternEncoder implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] attributes;
  /** What -1 and 1 stand for. */
  private final double[] low;
  private final double[] high;

  /** @throws IllegalArgumentException naming an attribute that is no unit */
  public PatternEncoder(Instances rows) {
    int[] all = IntStream.range(0, rows.numAttributes()).filter(i -> i != rows.classIndex()).toArray();
    if (all.length == 0) {
      throw new IllegalArgumentException("there is no attribute beside the class, so there are no units");
    }
    attributes = all;
    low = new double[all.length];
    high = new double[all.length];
    for (int u = 0; u < all.length; u++) {
      Attribute a = rows.attribute(all[u]);
      if (a.isNominal() && a.numValues() != 2) {
        throw new IllegalArgumentException("attribute '" + Excerpt.of(a.name()) + "': expected a number or a nominal "
            + "attribute of two values, got " + a.numValues() + "; put NominalToBinary before it");
      }
      low[u] = a.isNominal() ? 0 : Double.POSITIVE_INFINITY;
      high[u] = a.isNominal() ? 1 : Double.NEGATIVE_INFINITY;
      for (Instance row : rows) {
        if (a.isNumeric() && !row.isMissing(a)) {
          low[u] = Math.min(low[u], row.value(a));
          high[u] = Math.max(high[u], row.value(a));
        }
      }
    }
  }

  /** The number of units. */
  public int units() {
    return attributes.length;
  }

  /** A row as a state. */
  public float[] encode(Instance row) {
    float[] state = new float[attributes.length];
    for (int u = 0; u < state.length; u++) {
      double x = row.value(attributes[u]);
      state[u] = row.isMissing(attributes[u]) ? 0 : x > low[u] / 2 + high[u] / 2 ? 1 : -1;
    }
    return state;
  }

  /** Writes a state into the values of a row; what was constant keeps its value. */
  public void decode(float[] state, double[] values) {
    for (int u = 0; u < state.length; u++) {
      values[attributes[u]] = state[u] > 0 ? high[u] : low[u];
      if (Double.isInfinite(values[attributes[u]])) {
        values[attributes[u]] = Double.NaN;
      }
    }
  }
}
