package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Utils;
import weka.core.neural.Scaling;

/**
 * How one attribute becomes inputs of the network, as learned from training data. A number is scaled, and may be
 * encoded as quantile bins as well; a nominal attribute with two values is -1 or 1, one with more values is one-hot. A
 * missing value is replaced by the mean or the mode; if training had any, one more input is 1 where the value is
 * missing. Only values seen in training have an input; others set none. If all known values are equal, "missing" is the
 * only input.
 *
 * @param affine null for a nominal attribute and for a constant number
 * @param bins null if there are none
 * @param values   indices of the nominal values that have an input, or of the two that are -1 and 1; else empty
 * @param fill     what replaces a missing value
 * @param flagged  whether there is an input for "missing"
 */
record AttributeCode(int index, String name, @Nullable Affine affine, @Nullable QuantileBins bins, int[] values,
    List<String> labels,
    double fill, boolean flagged) implements Serializable {
  /** Scaled values are clipped to this, so that an extreme value at prediction time stays finite. */
  private static final double LIMIT = 1e6;
  private static final int[] NO_VALUES = {};

  /**
   * Learns the code of an attribute.
   *
   * @param bins the most quantile bins of a number; 0 for none
   * @return null if the attribute is constant
   */
  static @Nullable AttributeCode fit(Attribute attribute, KnownValues known, Scaling scaling, int bins) {
    boolean flagged = known.missing() && known.count() > 0;
    return attribute.isNominal() ? nominal(attribute, known.values(), known.weights(), known.count(), flagged)
        : numeric(attribute, known.values(), known.weights(), known.count(), flagged, scaling, bins);
  }

  /** The code of a number that is nearly always 0, so that it stays 0; null of others. */
  static @Nullable AttributeCode sparse(Attribute a, KnownValues known) {
    Affine affine = a.isNumeric() ? Affine.sparse(known.values(), known.weights(), known.count()) : null;
    return affine == null ? null
        : new AttributeCode(a.index(), Excerpt.of(a.name()), affine, null, NO_VALUES, List.of(),
            mean(known.values(), known.weights(), known.count()), known.missing());
  }

  /** The code of a pixel, whose scaling is that of its channel. */
  static AttributeCode pixel(Attribute a, Affine channel) {
    return new AttributeCode(a.index(), Excerpt.of(a.name()), channel, null, NO_VALUES, List.of(), channel.centre(),
        false);
  }

  private static @Nullable AttributeCode numeric(Attribute a, double[] known, double[] weights, int n, boolean flagged,
      Scaling scaling, int bins) {
    Affine affine = Affine.fit(known, weights, n, scaling);
    if (affine == null && !flagged) {
      return null;
    }
    QuantileBins cut = affine == null || bins == 0 ? null : QuantileBins.fit(known, weights, n, bins);
    double mean = affine != null && scaling == Scaling.STANDARDISE ? affine.centre() : mean(known, weights, n);
    return new AttributeCode(a.index(), Excerpt.of(a.name()), affine, cut, NO_VALUES, List.of(), mean, flagged);
  }

  private static double mean(double[] values, double[] weights, int n) {
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += weights[i];
    }
    double scale = 1 / total;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += weights[i] * scale * values[i];
    }
    return mean;
  }

  private static @Nullable AttributeCode nominal(Attribute a, double[] known, double[] weights, int n,
      boolean flagged) {
    double[] counts = new double[a.numValues()];
    for (int i = 0; i < n; i++) {
      counts[(int) known[i]] += weights[i];
    }
    int[] all = IntStream.range(0, counts.length).filter(v -> counts[v] > 0).toArray();
    if (all.length < 2 && !flagged) {
      return null;
    }
    int[] seen = all.length < 2 ? NO_VALUES : all;
    List<String> labels = new ArrayList<>();
    for (int v : seen) {
      labels.add(Excerpt.of(a.value(v)));
    }
    return new AttributeCode(a.index(), Excerpt.of(a.name()), null, null, seen, List.copyOf(labels),
        Utils.maxIndex(counts),
        flagged);
  }

  /** The same without an input for "missing"; null if nothing is left. */
  @Nullable
  AttributeCode unflagged() {
    return affine == null && values.length == 0 ? null
        : new AttributeCode(index, name, affine, bins, values, labels, fill, false);
  }

  /** Inputs of the attribute, without bins. */
  int width() {
    int inputs = affine != null || values.length == 2 ? 1 : values.length;
    return inputs + (flagged ? 1 : 0);
  }

  /** Inputs of the attribute's bins. */
  int binWidth() {
    return bins == null ? 0 : bins.count();
  }

  /** Writes the bins of a row to target[offset ..). */
  void encodeBins(Instance row, float[] target, int offset) {
    if (bins != null) {
      bins.encode(row.isMissing(index) ? fill : row.value(index), target, offset);
    }
  }

  /** Writes the inputs of a row, without bins, to target[offset ..). */
  void encode(Instance row, float[] target, int offset) {
    boolean missing = row.isMissing(index);
    double v = missing ? fill : row.value(index);
    int end = offset + width() - (flagged ? 1 : 0);
    if (affine != null) {
      target[offset] = scaled(affine, v);
    } else if (values.length == 2) {
      target[offset] = v == values[0] ? -1 : v == values[1] ? 1 : 0;
    } else {
      for (int i = 0; i < values.length; i++) {
        target[offset + i] = v == values[i] ? 1 : 0;
      }
    }
    if (flagged) {
      target[end] = missing ? 1 : 0;
    }
  }

  /** A number as the network sees it. */
  float scaled(double v) {
    return scaled(number(), v);
  }

  /** A scaled number in double, not clipped. */
  double precise(double v) {
    return number().apply(v);
  }

  /** A scaled number, clipped if it is extreme. */
  static float scaled(Affine affine, double v) {
    return (float) (affine.isIdentity() ? v : Math.max(-LIMIT, Math.min(LIMIT, affine.apply(v))));
  }

  /** A network's number in the attribute's own units, at most the largest double. */
  double unscaled(float z) {
    Affine number = number();
    return number.isIdentity() ? z : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number.invert(z)));
  }

  private Affine number() {
    return Objects.requireNonNull(affine, "only a number that varies is scaled");
  }

  /** One text per bin. */
  List<String> binInputs(int decimals) {
    List<String> result = new ArrayList<>();
    for (int k = 0; bins != null && k < bins.count(); k++) {
      result.add(bins.text(k, name, decimals));
    }
    return result;
  }

  /**
   * One text per input, without bins: how it is computed, and what replaces a missing value, so that a prediction can
   * be verified by hand.
   */
  List<String> inputs(int decimals) {
    List<String> result = new ArrayList<>();
    if (affine != null) {
      result.add((affine.isIdentity() ? name
          : "(" + name + " - " + affine.centreText(decimals) + ") / " + affine.scaleText(decimals))
          + "; missing as " + affine.text(fill, decimals));
    } else if (values.length == 2) {
      result.add(name + ": " + labels.get(0) + " -1, " + labels.get(1) + " +1; missing as "
          + labels.get(values[0] == fill ? 0 : 1));
    } else {
      for (int i = 0; i < values.length; i++) {
        result.add(name + "=" + labels.get(i) + (values[i] == fill ? "; also if missing" : ""));
      }
    }
    if (flagged) {
      result.add(name + " is missing");
    }
    return result;
  }
}
