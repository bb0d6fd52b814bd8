package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.Heap;
import ruru.nn.Loss;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Scaling;

/**
 * Turns the class of rows, or another attribute that is predicted, into targets of a network, and its outputs back;
 * part of the model.
 */
public final class ClassEncoder implements Serializable {
  private static final long serialVersionUID = 1;

  /** How far predictions may exceed the training rows' classes, as a fraction of their range. */
  private static final double BEYOND = 0.1;

  private final int classes;
  private final int outputs;
  private final @Nullable Affine affine;
  /** Lowest and highest prediction of a number; null for any. */
  private final double @Nullable [] limits;

  /**
   * Learns from rows whose class is known.
   *
   * @param scaling for a numeric class
   * @param limited whether predictions of a number are limited to a little beyond the training rows
   */
  public ClassEncoder(Instances data, Loss loss, Scaling scaling, boolean limited) {
    this(data, data.classAttribute(), loss, scaling, limited);
  }

  /** The same for an attribute that is predicted beside the class; rows in which it is missing tell nothing of it. */
  ClassEncoder(Instances data, Attribute attribute, Loss loss, Scaling scaling, boolean limited) {
    classes = attribute.isNominal() ? attribute.numValues() : 0;
    outputs = classes > 0 ? loss.outputs(classes) : 1;
    affine = classes > 0 ? null : fit(data, attribute, loss, scaling);
    limits = classes > 0 || !limited ? null : limits(data, attribute);
  }

  private static double[] limits(Instances data, Attribute attribute) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (Instance row : data) {
      if (!row.isMissing(attribute)) {
        lowest = Math.min(lowest, row.value(attribute));
        highest = Math.max(highest, row.value(attribute));
      }
    }
    // Halved separately: the difference of two large numbers may overflow a double.
    double beyond = BEYOND * highest - BEYOND * lowest;
    return new double[] {finite(lowest - beyond), finite(highest + beyond)};
  }

  private static Affine fit(Instances data, Attribute attribute, Loss loss, Scaling scaling) {
    double[] values = new double[data.numInstances()];
    double[] weights = new double[data.numInstances()];
    int n = 0;
    requireFinite(data, attribute);
    for (Instance row : data) {
      if (row.weight() > 0 && !row.isMissing(attribute)) {
        values[n] = row.value(attribute);
        weights[n++] = row.weight();
      }
    }
    Affine fitted = Affine.fit(values, weights, n, scaling);
    if (scaling == Scaling.NONE) {
      return Affine.IDENTITY;
    }
    if (fitted == null) {
      return loss.shiftInvariant() ? new Affine(values[0], 1) : new Affine(0, values[0] == 0 ? 1 : Math.abs(values[0]));
    }
    return loss.shiftInvariant() ? fitted : new Affine(0, fitted.scale());
  }

  /** @throws IllegalArgumentException naming the row, if a class is infinite */
  public static void requireFinite(Instances data) {
    requireFinite(data, data.classAttribute());
  }

  /** The same for an attribute that is predicted beside the class. */
  static void requireFinite(Instances data, Attribute attribute) {
    String what = attribute.index() == data.classIndex() ? "class" : "target";
    for (int r = 0; r < data.numInstances(); r++) {
      double value = data.instance(r).value(attribute);
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException(what + " '" + Excerpt.of(attribute.name()) + "', row " + (r + 1)
            + ": expected a finite number, got " + value + "; replace or remove it");
      }
    }
  }

  /** The number of classes, or 0 for a numeric class. */
  public int classes() {
    return classes;
  }

  /** Outputs that the network needs. */
  public int outputs() {
    return outputs;
  }

  public Loss.Task task() {
    return classes > 0 ? Loss.Task.CLASSES : Loss.Task.NUMBERS;
  }

  /**
   * The targets of rows whose class is known.
   *
   * @param weights one per row
   */
  public Targets targets(Instances data, float[] weights) {
    int n = data.numInstances();
    int[] labels = new int[classes > 0 ? n : 0];
    float[] targets = Heap.floats(n, outputs, "rows", "classes", "Use fewer rows or classes");
    for (int r = 0; r < n; r++) {
      double y = data.instance(r).classValue();
      if (affine != null) {
        targets[r] = (float) affine.apply(y);
      } else {
        labels[r] = (int) y;
        if (outputs == 1 && classes == 2) {
          targets[r] = labels[r];
        } else {
          targets[r * outputs + labels[r]] = 1;
        }
      }
    }
    return new Targets(Shape.of(outputs), targets, weights, classes > 0 ? labels : null);
  }

  /** Writes the targets of one value to targets[at .. at + outputs): NaN if it is missing. */
  void encode(double value, float[] targets, int at) {
    if (affine != null) {
      targets[at] = (float) affine.apply(value);
      return;
    }
    for (int i = 0; i < outputs; i++) {
      targets[at + i] = Double.isNaN(value) ? Float.NaN : i == (int) value ? 1 : 0;
    }
  }

  /**
   * Probabilities that sum to 1 in double precision, in which Weka compares sums; the same array. Those in float32 do
   * so only approximately. NaN, from extreme unscaled values, becomes Weka's "unclassified": all zero.
   */
  public static double[] shares(double[] prediction) {
    double sum = Utils.sum(prediction);
    for (int i = 0; i < prediction.length; i++) {
      prediction[i] = sum > 0 ? prediction[i] / sum : 0;
    }
    return prediction;
  }

  /** A network's prediction of a number in the class's own units, within the limits. */
  public double decode(double prediction) {
    double value = finite(Objects.requireNonNull(affine, "the class is nominal").invert(prediction));
    return limits == null ? value : Math.max(limits[0], Math.min(limits[1], value));
  }

  /** What overflows ends at the largest number of all. */
  private static double finite(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }

  /** What was done, as lines of text; empty for a nominal class. */
  public String describe(int decimals) {
    return describe(decimals, "class", "");
  }

  /** The same of one of several targets. */
  public String describe(int decimals, String name) {
    return describe(decimals, name, "of " + name + " ");
  }

  private String describe(int decimals, String name, String whose) {
    if (affine == null) {
      return "";
    }
    return (affine.isIdentity() ? ""
        : name + " = output * " + affine.scaleText(decimals) + " + " + affine.centreText(decimals) + "\n")
        + (limits == null ? "" : String.format(Locale.ROOT,
            "predictions %send at %.6g and %.6g, a tenth of the range beyond the training rows%n", whose, limits[0],
            limits[1]));
  }
}
