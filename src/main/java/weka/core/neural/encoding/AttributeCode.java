package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param others   rare values that were seen but share one input, which is 1 for values never seen, too; 0 if there is
 *                 no such input
 * @param fill     what replaces a missing value
 * @param flagged  whether there is an input for "missing"
 */
record AttributeCode(int index, String name, @Nullable Affine affine, @Nullable QuantileBins bins, int[] values,
    List<String> labels, int others, double fill, boolean flagged) implements Serializable {
  /** Scaled values are clipped to this, so that an extreme value at prediction time stays finite. */
  private static final double LIMIT = 1e6;
  private static final int[] NO_VALUES = {};

  /**
   * Learns the code of an attribute.
   *
   * @param bins       the most quantile bins of a number; 0 for none
   * @param mostValues of a nominal attribute that have an input of their own; if there are more, those of a single row
   *                   and the rarest of the others share one
   * @return null if the attribute is constant, or all of its many values are those of a single row
   */
  static @Nullable AttributeCode fit(Attribute attribute, KnownValues known, Scaling scaling, int bins,
      int mostValues) {
    boolean flagged = known.missing() && known.count() > 0;
    return attribute.isNominal() ? nominal(attribute, known, flagged, mostValues)
        : numeric(attribute, known.values(), known.weights(), known.count(), flagged, scaling, bins);
  }

  /** The code of a number that is nearly always 0, so that it stays 0; null of others. */
  static @Nullable AttributeCode sparse(Attribute a, KnownValues known) {
    Affine affine = a.isNumeric() ? Affine.sparse(known.values(), known.weights(), known.count()) : null;
    return affine == null ? null
        : new AttributeCode(a.index(), Excerpt.of(a.name()), affine, null, NO_VALUES, List.of(), 0,
            mean(known.values(), known.weights(), known.count()), known.missing());
  }

  /** The code of a pixel, whose scaling is that of its channel. */
  static AttributeCode pixel(Attribute a, Affine channel) {
    return new AttributeCode(a.index(), Excerpt.of(a.name()), channel, null, NO_VALUES, List.of(), 0, channel.centre(),
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
    return new AttributeCode(a.index(), Excerpt.of(a.name()), affine, cut, NO_VALUES, List.of(), 0, mean, flagged);
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

  private static @Nullable AttributeCode nominal(Attribute a, KnownValues known, boolean flagged, int mostValues) {
    double[] weights = new double[a.numValues()];
    int[] rows = new int[a.numValues()];
    for (int i = 0; i < known.count(); i++) {
      weights[(int) known.values()[i]] += known.weights()[i];
      rows[(int) known.values()[i]]++;
    }
    int[] all = IntStream.range(0, weights.length).filter(v -> weights[v] > 0).toArray();
    int[] own = all.length <= mostValues ? all : common(all, rows, mostValues);
    if (own.length == 0 || all.length < 2) {
      own = NO_VALUES;
      if (!flagged) {
        return null;
      }
    }
    List<String> labels = new ArrayList<>();
    for (int v : own) {
      labels.add(Excerpt.of(a.value(v)));
    }
    return new AttributeCode(a.index(), Excerpt.of(a.name()), null, null, own, List.copyOf(labels),
        own.length == 0 ? 0 : all.length - own.length, Utils.maxIndex(weights), flagged);
  }

  /** The values of most rows, of two at least, in the order of the attribute. */
  private static int[] common(int[] all, int[] rows, int most) {
    return IntStream.of(all).filter(v -> rows[v] > 1).boxed()
        .sorted(Comparator.comparingInt((Integer v) -> rows[v]).reversed().thenComparing(v -> v)).limit(most)
        .mapToInt(v -> v).sorted().toArray();
  }

  /** The same without an input for "missing"; null if nothing is left. */
  @Nullable
  AttributeCode unflagged() {
    return affine == null && values.length == 0 ? null
        : new AttributeCode(index, name, affine, bins, values, labels, others, fill, false);
  }

  /** Inputs of the attribute, without bins. */
  int width() {
    int inputs = affine != null || isSign() ? 1 : values.length;
    return inputs + (others > 0 ? 1 : 0) + (flagged ? 1 : 0);
  }

  /** Whether two values are -1 and 1. */
  private boolean isSign() {
    return values.length == 2 && others == 0;
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
    } else if (isSign()) {
      target[offset] = v == values[0] ? -1 : v == values[1] ? 1 : 0;
    } else {
      boolean isOther = true;
      for (int i = 0; i < values.length; i++) {
        boolean is = v == values[i];
        isOther &= !is;
        target[offset + i] = is ? 1 : 0;
      }
      if (others > 0) {
        target[offset + values.length] = isOther ? 1 : 0;
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
    } else if (isSign()) {
      result.add(name + ": " + labels.get(0) + " -1, " + labels.get(1) + " +1; missing as "
          + labels.get(values[0] == fill ? 0 : 1));
    } else {
      for (int i = 0; i < values.length; i++) {
        result.add(name + "=" + labels.get(i) + (values[i] == fill ? "; also if missing" : ""));
      }
      if (others > 0) {
        result.add(name + "=any other value");
      }
    }
    if (flagged) {
      result.add(name + " is missing");
    }
    return result;
  }
}
