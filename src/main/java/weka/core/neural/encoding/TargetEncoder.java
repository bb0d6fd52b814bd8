package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Turns the attributes of rows into targets of an autoencoder, and its outputs back into attributes; part of the model.
 * A number is one column, scaled like the input; a nominal attribute has a column for each value seen in training. A
 * missing value has the target NaN, which the loss leaves out. A constant attribute has no column and keeps its value.
 */
public final class TargetEncoder implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * An attribute.
   *
   * @param code null for a table's attribute that was constant
   * @param constant the only known value in training; NaN if there were several or none
   */
  private record Column(int attribute, @Nullable AttributeCode code, double constant) implements Serializable {
    boolean isNumber() {
      return code != null && code.affine() != null;
    }

    int width() {
      return code == null ? 0 : isNumber() ? 1 : code.values().length;
    }
  }

  private final List<Column> columns = new ArrayList<>();
  private final int width;
  private final boolean areInputs;

  /**
   * @param data the rows that the input encoder was made from
   * @param threads the most threads; 0 for all cores
   */
  public <E extends Exception> TargetEncoder(Instances data, RowEncoder inputs, int threads,
      Cancellation<E> cancellation) throws E {
    areInputs = inputs instanceof ImageFileEncoder;
    if (inputs instanceof PixelEncoder pixels) {
      addPixels(data, pixels.codes(data), threads, cancellation);
    } else if (inputs instanceof InputEncoder table) {
      addAttributes(data, table.codes());
    }
    width = areInputs ? inputs.shape().size() : columns.stream().mapToInt(Column::width).sum();
  }

  /** Whether the inputs are the targets as they are read: pixels of image files, which are not attributes. */
  public boolean areInputs() {
    return areInputs;
  }

  private <E extends Exception> void addPixels(Instances data, List<AttributeCode> codes, int threads,
      Cancellation<E> cancellation) throws E {
    double[] constants = new double[data.numAttributes()];
    KnownValues.each(data, threads, cancellation,
        (attribute, known) -> constants[attribute.index()] = known.constant());
    codes.forEach(c -> columns.add(new Column(c.index(), c, constants[c.index()])));
  }

  private void addAttributes(Instances data, List<AttributeCode> codes) {
    for (int i = 0; i < data.numAttributes(); i++) {
      if (i != data.classIndex()) {
        int index = i;
        AttributeCode code = codes.stream().filter(c -> c.index() == index).findFirst().orElse(null);
        boolean varies = code != null && (code.affine() != null || code.values().length > 1);
        columns.add(new Column(i, varies ? code : null, varies ? Double.NaN : firstKnown(data, i)));
      }
    }
  }

  private static double firstKnown(Instances data, int attribute) {
    for (Instance row : data) {
      if (!row.isMissing(attribute) && row.weight() > 0) {
        return row.value(attribute);
      }
    }
    return Double.NaN;
  }

  /** Outputs that the autoencoder needs. */
  public int width() {
    return width;
  }

  /** The columns in the format of the reconstruction loss: "n3+c2". */
  public String text() {
    StringBuilder text = new StringBuilder();
    int numbers = 0;
    for (Column c : columns) {
      if (c.isNumber()) {
        numbers++;
      } else if (c.code != null) {
        append(text, "n", numbers);
        numbers = 0;
        append(text, "c", c.width());
      }
    }
    append(text, "n", numbers);
    return areInputs || numbers == width ? "numbers" : text.toString();
  }

  /** The columns as a short text, however many there are. */
  public String describe() {
    long numbers = columns.stream().filter(Column::isNumber).count();
    long nominal = columns.stream().filter(c -> !c.isNumber() && c.code != null).count();
    return areInputs || nominal == 0 ? "numbers"
        : (numbers == 0 ? "" : numbers + (numbers == 1 ? " number and " : " numbers and ")) + nominal
            + (nominal == 1 ? " nominal attribute" : " nominal attributes");
  }

  private static void append(StringBuilder text, String kind, int count) {
    if (count > 0) {
      text.append(text.length() == 0 ? "" : "+").append(kind).append(count);
    }
  }

  /** Writes the targets of a row to target[offset .. offset + width). */
  public void encode(Instance row, float[] target, int offset) {
    int at = offset;
    for (Column c : columns) {
      if (c.code != null && c.isNumber()) {
        target[at] = row.isMissing(c.attribute) ? Float.NaN : c.code.scaled(row.value(c.attribute));
      } else if (c.code != null) {
        int chosen = indexOf(c.code.values(), row.isMissing(c.attribute) ? -1 : row.value(c.attribute));
        for (int i = 0; i < c.width(); i++) {
          target[at + i] = chosen < 0 ? Float.NaN : i == chosen ? 1 : 0;
        }
      }
      at += c.width();
    }
  }

  private static int indexOf(int[] values, double value) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        return i;
      }
    }
    return -1;
  }

  /** The targets of all rows, [rows][width]. */
  public <E extends Exception> float[] encode(List<Instance> rows, Cancellation<E> cancellation) throws E {
    float[] targets =
        Heap.floats(rows.size(), width, "rows", "numbers to be reconstructed",
            "Use fewer rows, or fewer nominal values");
    for (int r = 0; r < rows.size(); r++) {
      cancellation.check();
      encode(rows.get(r), targets, r * width);
    }
    return targets;
  }

  /**
   * Writes an autoencoder's predictions into the attributes' values, in their own units; for a nominal attribute the
   * most probable value.
   *
   * @param values one per attribute of the data, including the class, which is not changed
   */
  public void decode(float[] predictions, int offset, double[] values) {
    int at = offset;
    for (Column c : columns) {
      if (c.code == null) {
        values[c.attribute] = Double.isNaN(c.constant) ? Utils.missingValue() : c.constant;
      } else if (c.isNumber()) {
        values[c.attribute] = c.code.unscaled(predictions[at]);
      } else {
        int best = 0;
        for (int i = 1; i < c.width(); i++) {
          best = predictions[at + i] > predictions[at + best] ? i : best;
        }
        values[c.attribute] = c.code.values()[best];
      }
      at += c.width();
    }
  }

  /**
   * The reconstruction error of a row: the mean over its known attributes of the squared error of scaled numbers and
   * -log of the probability of nominal values, with the smallest probability for values unseen in training. Attributes
   * that were constant in training are not part of the mean; each adds its {@link Departure} in full, so that it is
   * noticed among however many others. The departure of a pixel, one of many, is part of the mean.
   *
   * @return missing if none of the attributes that varied in training is known, and none departs
   */
  public double error(Instance row, float[] predictions, int offset) {
    double sum = 0;
    double departures = 0;
    int known = 0;
    int at = offset;
    for (Column c : columns) {
      if (!row.isMissing(c.attribute)) {
        double v = row.value(c.attribute);
        if (c.code == null) {
          departures += Departure.of(v, c.constant, row.attribute(c.attribute).isNumeric());
        } else {
          sum += error(c, v, predictions, at) + pixelDeparture(c, v);
          known++;
        }
      }
      at += c.width();
    }
    return known > 0 ? sum / known + departures : departures > 0 ? departures : Utils.missingValue();
  }

  /** Without its size, which is part of the reconstruction error. */
  private static double pixelDeparture(Column c, double value) {
    return Double.isNaN(c.constant) ? 0 : Departure.of(value, c.constant, false);
  }

  private static double error(Column c, double value, float[] predictions, int at) {
    AttributeCode code = Objects.requireNonNull(c.code, "an attribute that did not vary has no error");
    if (c.isNumber()) {
      double e = (double) code.scaled(value) - predictions[at];
      return e * e;
    }
    int chosen = indexOf(code.values(), value);
    return -Math.log(Math.max(Departure.SMALLEST_PROBABILITY, chosen < 0 ? 0 : predictions[at + chosen]));
  }

  /**
   * Draws a nominal value by its probabilities and keeps a number as it is, plus noise.
   *
   * @param noise standard deviation of each column
   * @param rng source of randomness
   */
  public void draw(float[] predictions, int offset, double[] noise, ruru.nn.Rng rng, double[] values) {
    float[] drawn = new float[width];
    int at = 0;
    for (Column c : columns) {
      if (c.isNumber()) {
        drawn[at] = (float) (predictions[offset + at] + noise[at] * rng.nextGaussian());
      } else if (c.code != null) {
        double rest = rng.nextDouble();
        int chosen = 0;
        while (chosen < c.width() - 1 && (rest -= predictions[offset + at + chosen]) >= 0) {
          chosen++;
        }
        drawn[at + chosen] = 1;
      }
      at += c.width();
    }
    decode(drawn, 0, values);
  }
}
