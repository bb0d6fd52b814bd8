package weka.core.neural;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
record QuantileBins(double[] edges, List<Affine> codes) implements Serializable {
  private static final double SHARE = 0.25;

  /**
   * Cuts known values, each with a weight above 0, into at most so many bins; fewer where quantiles are equal.
   *
   * @return null if there would be fewer than 2 bins, which say no more than the number itself
   */
  static QuantileBins fit(double[] values, double[] weights, int n, int bins) {
    double[] edges = quantiles(values, weights, n, bins);
    if (edges.length < 3) {
      return null;
    }
    List<Affine> codes = new ArrayList<>();
    double[] places = new double[n];
    for (int k = 0; k + 1 < edges.length; k++) {
      for (int i = 0; i < n; i++) {
        places[i] = place(values[i], edges[k], edges[k + 1]);
      }
      codes.add(Affine.fit(places, weights, n, Scaling.STANDARDISE));
    }
    return new QuantileBins(edges, codes);
  }

  /** The smallest values below or at which 0, 1/bins, ..., 1 of the weight lies, each once, in order. */
  private static double[] quantiles(double[] values, double[] weights, int n, int bins) {
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += weights[i];
    }
    double[] edges = new double[bins + 1];
    double below = 0;
    int k = 0;
    for (int i = 0; i < n && k < bins; i++) {
      below += weights[order[i]];
      while (k < bins && below >= total * k / bins) {
        edges[k++] = values[order[i]];
      }
    }
    Arrays.fill(edges, k, bins + 1, values[order[n - 1]]);
    return Arrays.stream(edges).distinct().toArray();
  }

  private static double place(double x, double from, double to) {
    // Halves: the difference of two large numbers may be too large for a double.
    return Math.max(0, Math.min(1, (x / 2 - from / 2) / (to / 2 - from / 2)));
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

  /** The bin as text: its attribute and its edges. */
  String text(int bin, String attribute, int decimals) {
    return attribute + " in " + Numbers.text(edges[bin], decimals) + " to " + Numbers.text(edges[bin + 1], decimals);
  }
}
