package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Heap;
import ruru.nn.Loss;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Scaling;

/**
 * The attributes that a network predicts beside the class; part of the model. Each has outputs of its own, after those
 * of the class, as {@link ClassEncoder} makes them. A missing value has the target NaN, which the loss leaves out. Of
 * what was constant in training nothing can be learnt: it has no output, and is predicted as it was.
 */
public final class OtherTargets implements Serializable {
  private static final long serialVersionUID = 1;
  /** The most targets named in a line. */
  private static final int NAMED = 6;
  /** The largest weight that the loss takes. */
  private static final double LARGEST = 999_999;

  /**
   * One of them.
   *
   * @param attribute a copy
   * @param encoder   null if there was one value only
   * @param constant  this value; NaN if there were several
   * @param weight    how much a row counts in which it is known, so that the mean over these is learnt
   */
  private record Column(int index, Attribute attribute, @Nullable ClassEncoder encoder, double constant, double weight)
      implements Serializable {
    private static final long serialVersionUID = 1;

    int outputs() {
      return encoder == null ? 0 : encoder.outputs();
    }
  }

  private final InputColumns inputs;
  private final List<Column> columns = new ArrayList<>();
  private final int ofClass;
  private final String nameOfClass;

  /**
   * Learns from rows whose class is known.
   *
   * @param data    with all attributes; its class is set
   * @param indices the targets beside the class, from 0
   * @param inputs  of the other attributes
   * @param classes outputs of the class
   * @param nominal the loss of nominal targets
   * @param numeric the loss of numbers
   * @param limited whether predictions of numbers are limited to a little beyond the training rows
   * @throws IllegalArgumentException if no value of a target is known, or one is infinite
   */
  public OtherTargets(Instances data, int[] indices, InputColumns inputs, int classes, Loss nominal, Loss numeric,
      Scaling scaling, boolean limited) {
    this.inputs = inputs;
    ofClass = classes;
    nameOfClass = Excerpt.of(data.classAttribute().name());
    double all = data.sumOfWeights();
    for (int index : indices) {
      Attribute attribute = data.attribute(index);
      double known = 0;
      double first = Double.NaN;
      boolean varies = false;
      for (Instance row : data) {
        if (!row.isMissing(index)) {
          known += row.weight();
          first = Double.isNaN(first) ? row.value(index) : first;
          varies |= row.value(index) != first;
        }
      }
      if (Double.isNaN(first)) {
        throw new IllegalArgumentException(
            "targets: no value of '" + Excerpt.of(attribute.name()) + "' is known in the "
                + "rows to learn from; leave it out");
      }
      ClassEncoder encoder = varies || Double.isInfinite(first)
          ? new ClassEncoder(data, attribute, attribute.isNominal() ? nominal : numeric, scaling, limited) : null;
      columns.add(new Column(index, (Attribute) attribute.copy(), encoder, varies ? Double.NaN : first, all / known));
    }
  }

  /** @throws IllegalArgumentException naming target and row, if a value is infinite */
  public void requireFinite(Instances data) {
    columns.forEach(c -> ClassEncoder.requireFinite(data, data.attribute(c.index())));
  }

  /** A remark if rows have other values of a target that was constant, and so has no output; null if not. */
  public @Nullable String newValues(Instances data) {
    List<Column> changed = columns.stream().filter(c -> c.encoder() == null && data.stream()
        .anyMatch(row -> !row.isMissing(c.index()) && row.value(c.index()) != c.constant())).toList();
    return changed.isEmpty() ? null : changed.stream().limit(NAMED)
        .map(c -> "'" + Excerpt.of(c.attribute().name()) + "'").collect(Collectors.joining(", "))
        + (changed.size() > NAMED ? " and " + (changed.size() - NAMED) + " more" : "") + " had one value only when "
        + "training began, so that the network has no output for other values, and is still predicted so; to learn the "
        + "new values, train afresh";
  }

  /** What becomes of rows before they are encoded. */
  public InputColumns inputs() {
    return inputs;
  }

  /** The name of the class, shortened if it is long. */
  public String nameOfClass() {
    return nameOfClass;
  }

  public int size() {
    return columns.size();
  }

  /** The attribute of a target, without its place in a data set. */
  public Attribute attribute(int target) {
    return columns.get(target).attribute();
  }

  /** The outputs that a network needs, with those of the class. */
  public int outputs() {
    return ofClass + columns.stream().mapToInt(Column::outputs).sum();
  }

  /** One text for each output beside those of the class: "height", "colour = red". */
  public List<String> outputNames() {
    return columns.stream().filter(c -> c.encoder() != null).flatMap(c -> !c.attribute().isNominal()
        ? Stream.of(c.attribute().name())
        : IntStream.range(0, c.outputs()).mapToObj(i -> c.attribute().name() + " = " + c.attribute().value(i)))
        .toList();
  }

  /** The outputs in the format of the joint loss: "c3+n1:1.25". */
  public String columns(boolean nominalClass) {
    return (nominalClass ? "c" + ofClass : "n1") + columns.stream().filter(c -> c.encoder() != null)
        .map(c -> (c.attribute().isNominal() ? "+c" + c.outputs() : "+n1") + weight(c.weight()))
        .collect(Collectors.joining());
  }

  private static String weight(double weight) {
    return weight == 1 ? ""
        : ":" + String.format(Locale.ROOT, "%.9f", Math.min(LARGEST, weight)).replaceAll("\\.?0+$", "");
  }

  /**
   * The targets of rows.
   *
   * @param data    with all attributes
   * @param classes the targets of the class
   */
  public Targets targets(Instances data, Targets classes) {
    int n = data.numInstances();
    int width = outputs();
    float[] values = Heap.floats(n, width, "rows", "targets", "Use fewer rows or targets");
    for (int r = 0; r < n; r++) {
      System.arraycopy(classes.values(), r * ofClass, values, r * width, ofClass);
      int at = r * width + ofClass;
      for (Column c : columns) {
        if (c.encoder() != null) {
          c.encoder().encode(data.instance(r).value(c.index()), values, at);
          at += c.outputs();
        }
      }
    }
    return new Targets(Shape.of(width), values, classes.weights(), classes.labels());
  }

  /** The network's predictions of the class among those of all targets. */
  public double[] ofClass(double[] predictions) {
    return Arrays.copyOf(predictions, ofClass);
  }

  /**
   * What the predictions mean: for each target a probability for each value, or one number in its own units.
   *
   * @param predictions with those of the class
   */
  public double[][] decode(double[] predictions) {
    double[][] result = new double[columns.size()][];
    int at = ofClass;
    for (int t = 0; t < result.length; t++) {
      Column c = columns.get(t);
      boolean nominal = c.attribute().isNominal();
      if (c.encoder() == null) {
        result[t] = nominal ? new double[c.attribute().numValues()] : new double[] {c.constant()};
        if (nominal) {
          result[t][(int) c.constant()] = 1;
        }
      } else {
        double[] own = Arrays.copyOfRange(predictions, at, at + c.outputs());
        result[t] = nominal ? ClassEncoder.shares(own) : new double[] {c.encoder().decode(own[0])};
        at += c.outputs();
      }
    }
    return result;
  }

  /**
   * The value of each target, from what the network is trained to put out; NaN if it is missing.
   *
   * @param targets with those of the class
   */
  public double[] values(float[] targets) {
    double[] result = new double[columns.size()];
    int at = ofClass;
    for (int t = 0; t < result.length; t++) {
      Column c = columns.get(t);
      if (c.encoder() == null) {
        result[t] = c.constant();
        continue;
      }
      int from = at;
      result[t] = Float.isNaN(targets[at]) ? Double.NaN : !c.attribute().isNominal() ? c.encoder().decode(targets[at])
          : IntStream.range(0, c.outputs()).filter(i -> targets[from + i] == 1).findFirst().orElse(0);
      at += c.outputs();
    }
    return result;
  }

  /** What was done, as lines of text. */
  public String describe(int decimals) {
    String constant = names(columns.stream().filter(c -> c.encoder() == null).toList());
    return "predicted beside the class, " + nameOfClass + ": " + names(columns) + "\n"
        + (constant.isEmpty() ? "" : "  without an output, as there was one value only: " + constant + "\n")
        + columns.stream().filter(c -> c.encoder() != null).limit(NAMED)
            .map(c -> c.encoder() == null ? "" : c.encoder().describe(decimals, Excerpt.of(c.attribute().name())))
            .collect(Collectors.joining());
  }

  private static String names(List<Column> some) {
    return some.stream().limit(NAMED).map(c -> Excerpt.of(c.attribute().name())).collect(Collectors.joining(", "))
        + (some.size() > NAMED ? " and " + (some.size() - NAMED) + " more" : "");
  }
}
