package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.neural.report.Numbers;

/**
 * The piecewise linear encoding of a number. The training values are cut at their quantiles into bins of about equal
 * weight; bin k from a to b gives the input
 *
 * <pre>  clamp((x - a) / (b - a), 0, 1), standardised, times {@value #SHARE} </pre>
 *
 * so that a network can bend its answer at each quantile, as a tree can, without large weights. Source: Gorishniy,
 * Rubachev, Babenko 2022, "On embeddings for numerical features in tabular deep learning", arXiv:2203.05556, section
 * 3.2. The share is ours: it lets the number itself, which stands beside the bins, have the first say.
 *
 * @param edges increasing, one more than bins
 * @param codes one per bin
 */
public record QuantileBins(double[] edges, List<Affine> codes) implements Serializable {
  /** What the text of a bin's input begins with. */
  public static final String BIN = "(bin(";
  private static final double SHARE = 0.25;
  /** That of a bin with a millionth of the weight on one side; where there is less, inputs would be wild there. */
  private static final double LEAST_DEVIATION = 1e-3;

  /**
   * Cuts known values, each with a weight above 0, into at most so many bins; fewer where quantiles are equal.
   *
   * @return null if there would be fewer than 2 bins, which say no more than the number itself
   */
  static @Nullable QuantileBins fit(double[] values, double[] weights, int n, int bins) {
    double[] ordered = Arrays.copyOf(values, n);
    double[] orderedWeights = Arrays.copyOf(weights, n);
    sort(ordered, orderedWeights);
    double total = Arrays.stream(orderedWeights).sum();
    double[] edges = quantiles(ordered, orderedWeights, total, bins);
    return edges.length < 3 ? null : new QuantileBins(edges, codes(edges, ordered, orderedWeights, total));
  }

  /** The smallest values below or at which 0, 1/bins, ..., 1 of the weight lies, each once, in order. */
  private static double[] quantiles(double[] ordered, double[] weights, double total, int bins) {
    double[] edges = new double[bins + 1];
    double below = 0;
    int k = 0;
    for (int i = 0; i < ordered.length && k < bins; i++) {
      below += weights[i];
      while (k < bins && below >= total * k / bins) {
        edges[k++] = ordered[i];
      }
    }
    Arrays.fill(edges, k, bins + 1, ordered[ordered.length - 1]);
    // + 0: to distinct(), -0 and 0 are two numbers.
    return Arrays.stream(edges).map(e -> e + 0.0).distinct().toArray();
  }

  /** Mean and deviation of all values' places in each bin: 0 up to its lower edge, 1 from its upper edge on. */
  private static List<Affine> codes(double[] edges, double[] ordered, double[] weights, double total) {
    List<Affine> codes = new ArrayList<>();
    int first = 0;
    double below = 0;
    for (int k = 0; k + 1 < edges.length; k++) {
      for (; ordered[first] <= edges[k]; first++) {
        below += weights[first];
      }
      int end = first;
      double inside = 0;
      double sum = 0;
      for (; ordered[end] < edges[k + 1]; end++) {
        inside += weights[end];
        sum += weights[end] * place(ordered[end], edges[k], edges[k + 1]);
      }
      double above = Math.max(0, total - below - inside);
      double mean = (sum + above) / total;
      double squares = below * mean * mean + above * (1 - mean) * (1 - mean);
      for (int i = first; i < end; i++) {
        double d = place(ordered[i], edges[k], edges[k + 1]) - mean;
        squares += weights[i] * d * d;
      }
      codes.add(new Affine(mean, Math.max(LEAST_DEVIATION, Math.sqrt(squares / total))));
    }
    return codes;
  }

  /** Sorts values, and their weights with them. */
  private static void sort(double[] values, double[] weights) {
    if (Arrays.stream(weights).allMatch(w -> w == weights[0])) {
      Arrays.sort(values);
      return;
    }
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] unsortedValues = values.clone();
    double[] unsortedWeights = weights.clone();
    for (int i = 0; i < order.length; i++) {
      values[i] = unsortedValues[order[i]];
      weights[i] = unsortedWeights[order[i]];
    }
  }

  private static double place(double x, double from, double to) {
    // Halves: the difference of two large numbers may be too large for a double.
    return x <= from ? 0 : x >= to ? 1 : (x / 2 - from / 2) / (to / 2 - from / 2);
  }

  int count() {
    return codes.size();
  }

  /** Writes the inputs of a number to target[offset .. offset + count). */
  void encode(double x, float[] target, int offset) {
    for (int k = 0; k < count(); k++) {
      target[offset + k] = (float) (SHARE * codes.get(k).apply(place(x, edges[k], edges[k + 1])));
    }
  }

  /** How the input of a bin is worked out, with {@code bin(x, a, b) = clamp((x - a) / (b - a), 0, 1)}. */
  String text(int bin, String attribute, int decimals) {
    Affine width = new Affine(edges[bin], edges[bin + 1] - edges[bin]);
    Affine code = codes.get(bin);
    return BIN + attribute + ", " + width.text(edges[bin], decimals) + ", " + width.text(edges[bin + 1], decimals)
        + ") - " + code.centreText(decimals) + ") / " + Numbers.text(code.scale() / SHARE, decimals);
  }
}
