package weka.core.neural.forecasting;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.forecasting.LagColumns.Family;
import weka.core.neural.forecasting.LagColumns.Lag;

/**
 * Rows of a time series as a network sees them: the lags and the class relative to the mean of the row's own lags, so
 * that what was learnt at one level of the series holds at any other; part of the model. Lags of other series are
 * relative to their own mean. Attributes that grow with time are left out. The lags come first, the oldest before all
 * others, those of several series side by side, which is how a recurrent layer reads them. It is kin to the
 * normalisation of each instance by Kim et al. 2022, "Reversible instance normalization" (RevIN).
 */
public final class RelativeRows implements Serializable {
  private static final long serialVersionUID = 1;
  /** The most attributes named in a line. */
  private static final int NAMED = 6;

  private final LagColumns columns;
  private final Reference reference;
  private final String setting;
  private final Instances header;
  /** For each attribute of the header, the one that it is made of. */
  private final int[] sources;
  /** For each attribute of the header, the family that it is relative to; -1 for none. */
  private final int[] families;
  private final int attributes;
  private final String leftOut;
  /** The level of a row in which no lag is known. */
  private final double usualCentre;
  private final double usualScale;

  /**
   * Learns what is usual from rows.
   *
   * @param data    at least one row with a known class
   * @param setting the text of the option
   */
  public RelativeRows(Instances data, LagColumns columns, Reference reference, String setting) {
    this.columns = columns;
    this.reference = reference;
    this.setting = setting;
    attributes = data.numAttributes();
    int[] familyOf = new int[attributes];
    Arrays.fill(familyOf, -1);
    record Placed(Lag lag, int family) {}
    List<Placed> lags = new ArrayList<>();
    for (int f = 0; f < columns.families().size(); f++) {
      for (Lag lag : columns.families().get(f).lags()) {
        familyOf[lag.index()] = f;
        lags.add(new Placed(lag, f));
      }
    }
    List<Integer> order = new ArrayList<>(lags.stream()
        .sorted(Comparator.comparingInt((Placed p) -> -p.lag().age()).thenComparingInt(Placed::family))
        .map(p -> p.lag().index()).toList());
    IntStream.range(0, attributes)
        .filter(i -> familyOf[i] < 0 && i != data.classIndex() && !columns.time().contains(i)).forEach(order::add);
    order.add(data.classIndex());
    familyOf[data.classIndex()] = 0;
    sources = order.stream().mapToInt(i -> i).toArray();
    families = IntStream.of(sources).map(i -> familyOf[i]).toArray();
    ArrayList<Attribute> made = new ArrayList<>();
    for (int source : sources) {
      made.add((Attribute) data.attribute(source).copy());
    }
    header = new Instances(data.relationName(), made, 0);
    header.setClassIndex(made.size() - 1);
    leftOut = names(columns.time().stream().map(i -> Excerpt.of(data.attribute(i).name())).toList());
    double total = data.stream().mapToDouble(row -> level(row, 0, Level.NONE).scale()).sum();
    usualCentre = reference == Reference.NOTHING ? 0 : data.meanOrMode(data.classIndex());
    usualScale = total / data.size();
  }

  private static String names(List<String> all) {
    return all.size() <= NAMED ? String.join(", ", all)
        : all.stream().limit(NAMED).collect(Collectors.joining(", ")) + " and " + (all.size() - NAMED) + " more";
  }

  /** Whether the lags of all rows are far enough above 0 to be divided by their mean. */
  public static boolean areFar(Instances rows, LagColumns columns) {
    int[] own = columns.own().stream().mapToInt(Lag::index).toArray();
    double[] values = new double[own.length];
    return rows.stream().allMatch(row -> {
      int count = known(row, own, values);
      return count == 0 || Reference.isFar(values, count);
    });
  }

  private static int known(Instance row, int[] indices, double[] values) {
    int count = 0;
    for (int i : indices) {
      if (!row.isMissing(i)) {
        values[count++] = row.value(i);
      }
    }
    return count;
  }

  private Level level(Instance row, int family, Level unknown) {
    Family lags = columns.families().get(family);
    double[] values = new double[lags.lags().size()];
    int count = known(row, lags.lags().stream().mapToInt(Lag::index).toArray(), values);
    return count == 0 ? unknown : reference.level(values, count);
  }

  private Level level(Instance row) {
    return level(row, 0, new Level(usualCentre, usualScale));
  }

  /** The text of the option. */
  public String setting() {
    return setting;
  }

  /** Rows as the network sees them, in the same order. */
  public Instances of(Instances rows) {
    Instances made = new Instances(header, rows.numInstances());
    rows.forEach(row -> made.add(made(row)));
    return made;
  }

  /** The same for rows that are learnt from: those in which all lags of the class are known, unless these are few. */
  public Instances ofLearnable(Instances rows) {
    return of(columns.complete(rows));
  }

  /** As {@link #of(Instances)}. */
  public List<Instance> of(List<Instance> rows) {
    return rows.stream().map(this::made).toList();
  }

  private Instance made(Instance row) {
    if (row.numAttributes() < attributes) {
      throw new IllegalArgumentException("a row has " + row.numAttributes() + " attributes, but the model was trained "
          + "with " + attributes + "; give it rows with the attributes of the training data");
    }
    Level[] levels = new Level[columns.families().size()];
    levels[0] = level(row);
    for (int f = 1; f < levels.length; f++) {
      levels[f] = level(row, f, Level.NONE);
    }
    double[] values = new double[sources.length];
    for (int i = 0; i < values.length; i++) {
      double value = row.value(sources[i]);
      values[i] = families[i] < 0 || Utils.isMissingValue(value) || Double.isInfinite(value) ? value
          : levels[families[i]].apply(value);
    }
    Instance made = new DenseInstance(row.weight(), values);
    made.setDataset(header);
    return made;
  }

  /** A prediction for a row in the class's own units. */
  public double restored(Instance row, double prediction) {
    return level(row).invert(prediction);
  }

  /** How much one unit of a prediction for a row is in the class's own units. */
  public double scale(Instance row) {
    return level(row).scale();
  }

  /** What an error in these units is to be read with; may be empty. */
  public String unit() {
    return reference.unit();
  }

  /** What was done, as lines of text. */
  public String describe() {
    return reference.text() + (leftOut.isEmpty() ? "" : "  left out, as they grow with time beyond any training row: "
        + leftOut + "\n");
  }
}
