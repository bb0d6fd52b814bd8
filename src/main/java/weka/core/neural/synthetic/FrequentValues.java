package weka.core.neural.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Splits numbers that are often one and the same value, such as a gain of 0, into a nominal attribute, which says
 * whether it is that value, and the number where it is another; a network can hardly output the same number many times.
 * This is the mode-specific normalisation of Xu and others (2019), "Modeling Tabular Data using Conditional GAN", for
 * modes without a width.
 */
final class FrequentValues {
  /** A value is frequent if it is in more than one row out of so many. */
  private static final int ONE_IN = 10;
  /** An attribute with fewer different values is left as it is. */
  private static final int FEWEST = 10;

  private final Instances header;
  /** The frequent value of each attribute; NaN if it has none. */
  private final double[] frequent;
  /** Where an attribute's number is in a split row; what says whether it is frequent stands before it. */
  private final int[] place;

  private FrequentValues(Instances header, double[] frequent, int[] place) {
    this.header = header;
    this.frequent = frequent;
    this.place = place;
  }

  static FrequentValues learn(Instances data) {
    double[] frequent = new double[data.numAttributes()];
    int[] place = new int[data.numAttributes()];
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int a = 0; a < frequent.length; a++) {
      Attribute attribute = data.attribute(a);
      frequent[a] = attribute.isNumeric() ? frequent(data, a) : Double.NaN;
      if (!Double.isNaN(frequent[a])) {
        attributes.add(new Attribute("is " + attributes.size(), List.of("frequent", "other")));
      }
      place[a] = attributes.size();
      attributes.add(attribute.isNominal() ? attribute.copy("value " + a) : new Attribute("value " + a));
    }
    return new FrequentValues(new Instances(data.relationName(), attributes, 0), frequent, place);
  }

  private static double frequent(Instances data, int attribute) {
    Map<Double, Integer> counts = new HashMap<>();
    for (Instance row : data) {
      if (!row.isMissing(attribute)) {
        // 0 and -0 are one value.
        counts.merge(row.value(attribute) + 0.0, 1, Integer::sum);
      }
    }
    Map.Entry<Double, Integer> most = counts.entrySet().stream()
        .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).orElse(null);
    return most != null && counts.size() >= FEWEST && (long) ONE_IN * most.getValue() > data.numInstances()
        ? most.getKey() : Double.NaN;
  }

  /** The attributes of split rows, none of them the class. */
  Instances header() {
    return new Instances(header, 0);
  }

  /** Rows with frequent values taken out. */
  Instances split(Instances rows) {
    Instances result = new Instances(header, rows.numInstances());
    for (Instance row : rows) {
      double[] values = new double[header.numAttributes()];
      Arrays.fill(values, Utils.missingValue());
      for (int a = 0; a < frequent.length; a++) {
        if (row.isMissing(a)) {
          continue;
        }
        boolean is = row.value(a) == frequent[a];
        if (!Double.isNaN(frequent[a])) {
          values[place[a] - 1] = is ? 0 : 1;
        }
        values[place[a]] = is ? Utils.missingValue() : row.value(a);
      }
      result.add(new DenseInstance(row.weight(), values));
    }
    return result;
  }

  /** A value of a split row. */
  double joined(Instance row, int attribute) {
    boolean is = !Double.isNaN(frequent[attribute]) && row.value(place[attribute] - 1) == 0;
    return is ? frequent[attribute] : row.value(place[attribute]);
  }
}
