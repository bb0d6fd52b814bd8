package weka.core.neural.boltzmann;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.boltzmann.VisibleUnits;
import ruru.boltzmann.VisibleUnits.Kind;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.encoding.Extremes;

/**
 * Attributes as the visible units of a Boltzmann machine: a number is one unit, a nominal attribute a softmax group
 * with a unit for each value. Binary units hold numbers by their range in the training rows, from 0 to 1, beyond which
 * they are cut; gaussian units hold them with mean 0 and standard deviation 1. What is missing has the mean of the
 * training rows, or the frequencies of the values. The class has no unit.
 */
public final class VisibleEncoder implements Serializable {
  private static final long serialVersionUID = 1;

  /** The units of an attribute: a number, or the frequencies of a nominal attribute's values. */
  private record Units(int attribute, int start, @Nullable NumberUnit number, float[] frequencies)
      implements Serializable {
    int count() {
      return number == null ? frequencies.length : 1;
    }
  }

  private final Units[] all;
  private final boolean gaussian;
  private final int width;

  /**
   * Learns ranges and frequencies.
   *
   * @throws IllegalArgumentException if a number is infinite, or there is no attribute with a unit
   * @throws E if cancelled
   */
  public <E extends Exception> VisibleEncoder(Instances rows, boolean gaussian, Cancellation<E> cancellation)
      throws E {
    this.gaussian = gaussian;
    List<Units> units = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < rows.numAttributes(); i++) {
      cancellation.check();
      Attribute a = rows.attribute(i);
      if (i != rows.classIndex() && (a.isNumeric() || a.numValues() > 0)) {
        Units made = a.isNumeric()
            ? new Units(i, at, NumberUnit.learn(rows, a, gaussian), new float[0])
            : new Units(i, at, null, frequencies(rows, a));
        units.add(made);
        at += made.count();
      }
    }
    all = units.toArray(Units[]::new);
    width = at;
    if (width == 0) {
      throw new IllegalArgumentException("there is no attribute beside the class, so there are no visible units");
    }
  }

  private static float[] frequencies(Instances rows, Attribute a) {
    double[] sums = new double[a.numValues()];
    double total = 0;
    for (Instance row : rows) {
      if (!row.isMissing(a)) {
        sums[(int) row.value(a)] += row.weight();
        total += row.weight();
      }
    }
    float[] result = new float[sums.length];
    for (int k = 0; k < sums.length; k++) {
      result[k] = (float) (total == 0 ? 1.0 / sums.length : sums[k] / total);
    }
    return result;
  }

  /** The number of visible units. */
  public int width() {
    return width;
  }

  /** The kinds of the units. */
  public VisibleUnits units() {
    VisibleUnits units = new VisibleUnits();
    for (Units u : all) {
      units.add(u.number() == null ? Kind.SOFTMAX : gaussian ? Kind.GAUSSIAN : Kind.BINARY, u.count());
    }
    return units;
  }

  /** Numbers that have a unit each. */
  public int numbers() {
    return (int) Arrays.stream(all).filter(u -> u.number() != null).count();
  }

  /** Nominal attributes that have a softmax group each. */
  public int groups() {
    return all.length - numbers();
  }

  /**
   * Rows as states of the units, [rows][{@link #width}].
   *
   * @throws IllegalArgumentException naming the attribute, if a number is too large for the computation
   * @throws E if cancelled
   */
  public <E extends Exception> float[] encode(Instances rows, Cancellation<E> cancellation) throws E {
    float[] v = Heap.floats(rows.numInstances(), width, "rows", "visible units",
        "Use fewer rows, or fewer values of nominal attributes");
    for (int r = 0; r < rows.numInstances(); r++) {
      if (r % 256 == 0) {
        cancellation.check();
      }
      Instance row = rows.instance(r);
      for (Units u : all) {
        int at = r * width + u.start();
        if (u.number() != null) {
          v[at] = (float) (row.isMissing(u.attribute()) ? u.number().middle()
              : u.number().encode(row.value(u.attribute())));
        } else if (row.isMissing(u.attribute())) {
          System.arraycopy(u.frequencies(), 0, v, at, u.count());
        } else {
          v[at + (int) row.value(u.attribute())] = 1;
        }
      }
    }
    Extremes.requireMeasurable(rows, v, width);
    return v;
  }

  /**
   * Units as values of attributes; a nominal attribute gets its most probable value.
   *
   * @param v      units, from {@code at} on
   * @param values of a row, whose class and other attributes stay
   */
  public void decode(float[] v, int at, double[] values) {
    for (Units u : all) {
      values[u.attribute()] = u.number() == null ? largest(v, at + u.start(), u.count())
          : u.number().decode(v[at + u.start()]);
    }
  }

  /**
   * Drawn units as values: those of nominal attributes, of numbers that had two values only and of gaussian units as
   * they were drawn, other numbers by their means, since a binary unit can only be drawn as one end of the range.
   */
  public void decodeDrawn(float[] drawn, float[] means, int at, double[] values) {
    decode(drawn, at, values);
    for (Units u : all) {
      if (u.number() != null && !gaussian && !u.number().two()) {
        values[u.attribute()] = u.number().decode(means[at + u.start()]);
      }
    }
  }

  private static int largest(float[] v, int from, int count) {
    int best = 0;
    for (int k = 1; k < count; k++) {
      best = v[from + k] > v[from + best] ? k : best;
    }
    return best;
  }

  /**
   * The mean squared difference between the units of a row and others, over the units of known values; NaN if there are
   * none.
   */
  public double error(Instance row, float[] v, float[] other, int at) {
    double sum = 0;
    int known = 0;
    for (Units u : all) {
      if (!row.isMissing(u.attribute())) {
        for (int i = at + u.start(); i < at + u.start() + u.count(); i++) {
          double difference = v[i] - other[i];
          sum += difference * difference;
        }
        known += u.count();
      }
    }
    return sum / known;
  }
}
