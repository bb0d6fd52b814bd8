package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.neural.report.Numbers;

/**
 * The piecewise linear encoding of a number. The training values are divided at their quantiles into bins of about
 * equal weight; bin k from a to b gives the input
 *
 * <pre>  clamp((x - a) / (b - a), 0, 1), standardised, times {@value #FACTOR} </pre>
 *
 * so that a network's response can bend at each quantile, as a tree's can, without large weights. Source: Gorishniy,
 * Rubachev, Babenko 2022, "On embeddings for numerical features in tabular deep learning", arXiv:2203.05556, section
 * 3.2. The factor is ours: it gives priority to the number itself, which is an input beside the bins.
 *
 * @param edges increasing, one more than bins
 * @param codes one per bin
 */
public record QuantileBins(double[] edges, List<Affine> codes) implements Serializable {
  /** The prefix of the text of a bin's input. */
  public static final String BIN = "(bin(";
  private static final double FACTOR = 0.25;
  /** The deviation of a bin with a millionth of the weight on one side; with less, inputs would be extreme there. */
  private static final double LEAST_DEVIATION = 1e-3;

  /**
   * Divides known values, each with a weight above 0, into at most the given number of bins, fewer if quantiles
   * coincide.
   *
   * @return null if there would be fewer than 2 bins, which add nothing to the number itself
   */
  static @Nullable QuantileBins fit(double[] values, double[] weights, int n, int bins) {
    double[] ordered = Arrays.copyOf(values, n);
    double[] orderedWeights = Arrays.copyOf(weights, n);
    sort(ordered, orderedWeights);
    double total = Arrays.stream(orderedWeights).sum();
    double[] edges = quantiles(ordered, orderedWeights, total, bins);
    return edges.length < 3 ? null : new QuantileBins(edges, codes(edges, ordered, orderedWeights, total));
  }

  /** The quantiles 0, 1/bins, ..., 1 by weight, without duplicates, in order. */
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
    // + 0: distinct() treats -0 and 0 as two numbers.
    return Arrays.stream(edges).map(e -> e + 0.0).distinct().toArray();
  }

  /**
   * Mean and standard deviation of all values' positions in each bin: 0 up to its lower edge, 1 from its upper edge on.
   */
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
    // Halved: the difference of two large numbers may overflow a double.
    return x <= from ? 0 : x >= to ? 1 : (x / 2 - from / 2) / (to / 2 - from / 2);
  }

  int count() {
    return codes.size();
  }

  /** Writes the inputs of a number to target[offset .. offset + count). */
  void encode(double x, float[] target, int offset) {
    for (int k = 0; k < count(); k++) {
      target[offset + k] = (float) (FACTOR * codes.get(k).apply(place(x, edges[k], edges[k + 1])));
    }
  }

  /** How the input of a bin is computed, with {@code bin(x, a, b) = clamp((x - a) / (b - a), 0, 1)}. */
  String text(int bin, String attribute, int decimals) {
    Affine width = new Affine(edges[bin], edges[bin + 1] - edges[bin]);
    Affine code = codes.get(bin);
    return BIN + attribute + ", " + width.text(edges[bin], decimals) + ", " + width.text(edges[bin + 1], decimals)
        + ") - " + code.centreText(decimals) + ") / " + Numbers.text(code.scale() / FACTOR, decimals);
  }
}
