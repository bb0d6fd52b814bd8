package weka.core.neural.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.RaggedDataset;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Scaling;
import weka.core.neural.options.ImageInput;

/**
 * Rows whose numeric attributes are the pixels of an image or the steps of a series. All values of a channel are scaled
 * alike, which preserves the image; a missing value is 0 after scaling, which is the channel's mean or the middle of
 * its range. A series may end early, with steps of which nothing is known.
 */
public final class PixelEncoder implements RowEncoder {
  private static final long serialVersionUID = 1;

  private final String input;
  private final int[] attributes;
  private final Affine[] channels;
  private final Scaling kind;
  /** Whether series end with their last step of which something is known. */
  private final boolean mayEnd;

  /**
   * Learns the scaling from rows.
   *
   * @throws IllegalArgumentException if the attributes are not one number per pixel, or a value is infinite
   */
  PixelEncoder(Instances data, ImageInput input, Scaling scaling) {
    this(data, input, scaling, false, Cancellation.NEVER);
  }

  /**
   * As {@link #PixelEncoder(Instances, ImageInput, Scaling)}, for as long as it is wanted.
   *
   * @param mayEnd whether series may end early; otherwise steps of which nothing is known are missing values
   */
  <E extends Exception> PixelEncoder(Instances data, ImageInput input, Scaling scaling, boolean mayEnd,
      Cancellation<E> cancellation) throws E {
    this.input = input.toText();
    kind = scaling;
    Shape shape = input.shape();
    int[] listed = IntStream.range(0, data.numAttributes()).filter(i -> i != data.classIndex()).toArray();
    if (listed.length != shape.size()) {
      throw new IllegalArgumentException("input " + shape.toText() + " has " + shape.size()
          + " values, the data have " + listed.length
          + " attributes without the class; correct -input, or remove attributes");
    }
    for (int a : listed) {
      if (!data.attribute(a).isNumeric()) {
        throw new IllegalArgumentException(
            "input " + shape.toText() + ": attribute '" + Excerpt.of(data.attribute(a).name())
                + "' cannot be one of them, since it is not numeric");
      }
    }
    int[] places = input.order().places(shape);
    attributes = Arrays.stream(places).map(p -> listed[p]).toArray();
    channels = new Affine[shape.channels()];
    for (int c = 0; c < channels.length; c++) {
      channels[c] = fit(data, c, scaling, cancellation);
    }
    this.mayEnd = mayEnd && shape.rank() == 2
        && data.stream().anyMatch(row -> row.weight() > 0 && length(row) < shape.dim(0));
  }

  /** The last attribute that is read, from 0. */
  private int last() {
    return Arrays.stream(attributes).max().orElse(-1);
  }

  /** The steps of a row up to the last of which something is known; at least 1. */
  private int length(Instance row) {
    int known = attributes.length;
    while (known > channels.length && row.isMissing(attributes[known - 1])) {
      known--;
    }
    return (known - 1) / channels.length + 1;
  }

  /** In two passes, over values brought to [-1, 1], as {@link Affine#fit}. */
  private <E extends Exception> Affine fit(Instances data, int channel, Scaling scaling, Cancellation<E> cancellation)
      throws E {
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    each(data, channel, cancellation, (v, weight) -> {
      ends[0] = Math.min(ends[0], v);
      ends[1] = Math.max(ends[1], v);
    });
    double half = ends[1] / 2 - ends[0] / 2;
    if (scaling == Scaling.NONE || !(half >= 0)) {
      return Affine.IDENTITY;
    } else if (half < Double.MIN_NORMAL) {
      return new Affine(ends[0], 1);
    }
    Affine range = new Affine(ends[0] + half, half);
    if (scaling == Scaling.RANGE) {
      return range;
    }
    double[] sums = new double[3];
    each(data, channel, cancellation, (v, weight) -> {
      sums[0] += weight;
      sums[1] += weight * range.apply(v);
    });
    double mean = sums[1] / sums[0];
    each(data, channel, cancellation, (v, weight) -> sums[2] += weight * Math.pow(range.apply(v) - mean, 2));
    return new Affine(range.invert(mean), Math.max(Double.MIN_NORMAL, half * Math.sqrt(sums[2] / sums[0])));
  }

  private interface ValueConsumer {
    void accept(double value, double weight);
  }

  /** The known values of a channel in rows of weight above 0. */
  private <E extends Exception> void each(Instances data, int channel, Cancellation<E> cancellation,
      ValueConsumer consumer)
      throws E {
    for (int r = 0; r < data.numInstances(); r++) {
      cancellation.check();
      Instance row = data.instance(r);
      if (row.weight() <= 0) {
        continue;
      }
      for (int i = channel; i < attributes.length; i += channels.length) {
        double v = row.value(attributes[i]);
        if (!row.isMissing(attributes[i])) {
          requireFinite(v, data.attribute(attributes[i]), r);
          consumer.accept(v, row.weight());
        }
      }
    }
  }

  private static void requireFinite(double value, Attribute attribute, int row) {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("attribute '" + Excerpt.of(attribute.name()) + "', row " + (row + 1)
          + ": expected a finite number, got " + value + "; replace or remove it");
    }
  }

  /** The pixels' codes in the order of the network's inputs. */
  List<AttributeCode> codes(Instances data) {
    return IntStream.range(0, attributes.length)
        .mapToObj(i -> AttributeCode.pixel(data.attribute(attributes[i]), channels[i % channels.length])).toList();
  }

  @Override
  public Scaling scaling() {
    return kind;
  }

  @Override
  public Shape shape() {
    return ImageInput.parse(input).shape();
  }

  @Override
  public String input() {
    return input;
  }

  @Override
  public <E extends Exception> Dataset dataset(List<Instance> rows, Targets targets, Cancellation<E> cancellation)
      throws E {
    int size = attributes.length;
    if (mayEnd) {
      return series(rows, targets, cancellation);
    }
    float[] x =
        Heap.floats(rows.size(), size, "images", "values", "Use image files (-images), which are read as needed");
    RowFit.requireAttribute(rows, last());
    for (int r = 0; r < rows.size(); r++) {
      cancellation.check();
      encode(rows.get(r), size, x, r * size);
    }
    return new ArrayDataset(shape(), targets.shape(), x, targets.values(), targets.weights(), targets.labels());
  }

  private <E extends Exception> Dataset series(List<Instance> rows, Targets targets, Cancellation<E> cancellation)
      throws E {
    RowFit.requireAttribute(rows, last());
    int[] lengths = rows.stream().mapToInt(this::length).toArray();
    long numbers = Arrays.stream(lengths).asLongStream().sum() * channels.length;
    Heap.requireFloats(numbers, numbers, lengths.length + " series", "Use fewer rows or steps");
    float[] x = new float[(int) numbers];
    int at = 0;
    for (int r = 0; r < lengths.length; r++) {
      cancellation.check();
      encode(rows.get(r), lengths[r] * channels.length, x, at);
      at += lengths[r] * channels.length;
    }
    return new RaggedDataset(shape(), targets.shape(), x, lengths, targets.values(), targets.weights(),
        targets.labels());
  }

  /** Writes the first values of a row, as inputs, to x[offset ..). */
  private void encode(Instance row, int values, float[] x, int offset) {
    for (int i = 0; i < values; i++) {
      Affine a = channels[i % channels.length];
      x[offset + i] = row.isMissing(attributes[i]) ? 0 : AttributeCode.scaled(a, row.value(attributes[i]));
    }
  }

  @Override
  public String describe() {
    StringBuilder s = new StringBuilder(attributes.length + " attributes are the values of "
        + (shape().rank() == 3 ? "images, " : "series, ") + input + ", each scaled: ");
    for (int c = 0; c < channels.length; c++) {
      s.append(c == 0 ? "" : ", ").append(
          String.format(Locale.ROOT, "(v - %.4g) / %.4g", channels[c].centre(), channels[c].scale()));
    }
    return s.append(mayEnd ? "; missing steps at the end are none" : "").append('\n').toString();
  }

  @Override
  public List<String> inputs(int decimals) {
    return List.of((shape().rank() == 3 ? "pixels, row by row, the channels of a pixel together: "
        : "steps, the channels of a step together: ")
        + describe().trim());
  }
}
