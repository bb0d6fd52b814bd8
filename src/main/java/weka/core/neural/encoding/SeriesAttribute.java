package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.SeriesLayout;

/**
 * The relational attribute whose values are series. Each row of a value is a step and each of its attributes a channel,
 * or the reverse, as in the files of the UEA archive, where shorter series end with missing steps.
 *
 * @param index    its place among the attributes
 * @param channels rows of each value if these are channels; 0 if they are steps
 * @param header   the attributes of a value
 */
record SeriesAttribute(int index, String name, int channels, SeriesHeader header) implements Serializable {
  /** A value with more attributes than this many times its rows is one of channels. */
  private static final int WIDE = 3;

  /**
   * Finds the attribute.
   *
   * @return null if there is no relational attribute
   * @throws IllegalArgumentException if there are several, or one cannot be read as series
   */
  static @Nullable SeriesAttribute find(Instances data, SeriesLayout wanted) {
    List<Attribute> relations = IntStream.range(0, data.numAttributes()).filter(i -> i != data.classIndex())
        .mapToObj(data::attribute).filter(Attribute::isRelationValued).toList();
    if (relations.isEmpty()) {
      return null;
    }
    if (relations.size() > 1) {
      throw new IllegalArgumentException("there are " + relations.size() + " relational attributes, '"
          + Excerpt.of(relations.get(0).name()) + "' and '" + Excerpt.of(relations.get(1).name())
          + "' among them; expected one, whose value is the row's series: remove the others, or make their attributes "
          + "attributes of the first");
    }
    Attribute series = relations.get(0);
    requireValues(series);
    int rows = wanted == SeriesLayout.STEPS ? 0 : commonRows(data, series);
    if (wanted == SeriesLayout.CHANNELS) {
      requireChannels(series, rows);
    }
    boolean channels = wanted == SeriesLayout.CHANNELS || wanted == SeriesLayout.AUTO && areChannels(series, rows);
    return new SeriesAttribute(series.index(), series.name(), channels ? rows : 0, new SeriesHeader(series.relation()));
  }

  private static void requireValues(Attribute series) {
    Instances relation = series.relation();
    if (relation == null || relation.numAttributes() == 0) {
      throw new IllegalArgumentException("the relational attribute '" + Excerpt.of(series.name())
          + "' has no attributes; expected one for each channel of a series");
    }
    for (int i = 0; i < relation.numAttributes(); i++) {
      Attribute a = relation.attribute(i);
      if (!a.isNumeric() && !a.isNominal()) {
        throw new IllegalArgumentException("attribute '" + Excerpt.of(a.name()) + "' of the series '"
            + Excerpt.of(series.name()) + "' is a " + Attribute.typeToString(a)
            + " attribute; expected numbers, dates and nominal values only: remove it");
      }
    }
  }

  /** Rows of every value that has any; 0 if they differ or none has any. */
  private static int commonRows(Instances data, Attribute series) {
    int common = 0;
    for (Instance row : data) {
      Instances value = row.isMissing(series) ? null : row.relationalValue(series);
      int rows = value == null ? 0 : value.numInstances();
      if (rows > 0 && common > 0 && rows != common) {
        return 0;
      }
      common = Math.max(common, rows);
    }
    return common;
  }

  private static boolean areChannels(Attribute series, int rows) {
    Instances relation = series.relation();
    int n = relation.numAttributes();
    boolean numbered = n > 1 && IntStream.range(0, n).allMatch(i -> relation.attribute(i).name().equals("att" + i));
    return rows > 0 && areNumbers(relation) && (numbered || n > WIDE * rows);
  }

  private static boolean areNumbers(Instances relation) {
    return IntStream.range(0, relation.numAttributes()).allMatch(i -> relation.attribute(i).isNumeric());
  }

  private static void requireChannels(Attribute series, int rows) {
    Instances relation = series.relation();
    boolean numeric = areNumbers(relation);
    if (rows == 0 || !numeric) {
      throw new IllegalArgumentException("series: 'channels' needs values of '" + Excerpt.of(series.name()) + "' with "
          + (numeric ? "the same number of rows each, one for each channel" : "numeric attributes only, one for each "
              + "step")
          + "; expected 'steps' or 'auto' here");
    }
  }

  boolean hasChannels() {
    return channels > 0;
  }

  /** Channels of a step. */
  int width() {
    return hasChannels() ? channels : header.size();
  }

  /** The attributes of a step. */
  Instances steps(Instances data) {
    if (!hasChannels()) {
      return new Instances(Objects.requireNonNull(data.attribute(index).relation()), 0);
    }
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int c = 1; c <= channels; c++) {
      attributes.add(new Attribute(name + " " + c));
    }
    return new Instances(name, attributes, 0);
  }

  /**
   * The steps of a row's series; none if it is missing.
   *
   * @param number the row's number, from 0, for messages
   * @throws IllegalArgumentException if it has other attributes or, of channels, another number of them than in
   *                                  training
   */
  List<Instance> steps(Instance row, int number) {
    Instances value = row.isMissing(index) ? null : value(row, number);
    if (value == null || value.isEmpty()) {
      return List.of();
    }
    if (!hasChannels()) {
      String problem = header.difference(value);
      if (problem != null) {
        throw wrong(number, problem + ", as in the training data");
      }
      return value;
    }
    if (value.numInstances() != channels || !areNumbers(value)) {
      throw wrong(number, "has " + value.numInstances() + " rows"
          + (areNumbers(value) ? "" : ", and attributes that are no numbers") + "; expected " + channels
          + ", one for each channel, as in the training data; if the rows are steps, train with -series steps");
    }
    List<Instance> steps = new ArrayList<>();
    int length = 1;
    for (int s = 0; s < value.numAttributes(); s++) {
      double[] step = new double[channels];
      boolean known = false;
      for (int c = 0; c < channels; c++) {
        step[c] = value.instance(c).value(s);
        known |= !Double.isNaN(step[c]);
      }
      steps.add(new DenseInstance(1, step));
      length = known ? s + 1 : length;
    }
    return steps.subList(0, length);
  }

  private Instances value(Instance row, int number) {
    if (row.dataset() == null || !row.attribute(index).isRelationValued()) {
      throw wrong(number, "is no relational value, or the row belongs to no data set, which would hold it");
    }
    return row.relationalValue(index);
  }

  /** A step of which nothing is known. */
  Instance missingStep() {
    double[] values = new double[width()];
    Arrays.fill(values, Utils.missingValue());
    return new DenseInstance(1, values);
  }

  private IllegalArgumentException wrong(int number, String what) {
    return new IllegalArgumentException("row " + (number + 1) + ": the series '" + Excerpt.of(name) + "' "
        + what);
  }
}
