package weka.core.neural.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** The rows of a cross-validation: the folds that Weka's own makes of the same rows with the same seed. */
final class Folds {
  private final List<Instances> training = new ArrayList<>();
  private final List<Instances> heldOut = new ArrayList<>();
  private final double baseline;

  /** @throws IllegalArgumentException if there is no class, or rows for that many folds */
  Folds(@Nullable Instances data, int folds, long seed) {
    Instances rows = learnable(data);
    if (folds < 2) {
      throw new IllegalArgumentException("folds: expected a whole number from 2, got " + folds);
    }
    if (rows.size() < folds) {
      throw new IllegalArgumentException("folds: " + folds + " are too many for the " + rows.size()
          + " rows with a known class and a weight above 0");
    }
    Random random = new Random(seed);
    rows.randomize(random);
    if (rows.classAttribute().isNominal()) {
      rows.stratify(folds);
    }
    for (int f = 0; f < folds; f++) {
      training.add(rows.trainCV(folds, f, random));
      heldOut.add(rows.testCV(folds, f));
    }
    baseline = baseline(rows);
  }

  private static Instances learnable(@Nullable Instances data) {
    if (data == null || data.classIndex() < 0) {
      throw new IllegalArgumentException("the data have no class: choose the attribute to predict");
    }
    Attribute target = data.classAttribute();
    if (!target.isNominal() && !target.isNumeric()) {
      throw new IllegalArgumentException("class '" + Excerpt.of(target.name()) + "' is a text, which cannot be "
          + "predicted; choose a nominal or numeric attribute");
    }
    Instances rows = new Instances(data, data.size());
    for (Instance row : data) {
      if (!row.classIsMissing() && row.weight() > 0) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static double baseline(Instances rows) {
    if (!rows.classAttribute().isNominal()) {
      return 100;
    }
    double[] weights = new double[rows.numClasses()];
    double all = 0;
    for (Instance row : rows) {
      weights[(int) row.classValue()] += row.weight();
      all += row.weight();
    }
    double most = 0;
    for (double w : weights) {
      most = Math.max(most, w);
    }
    return 100 * most / all;
  }

  /** Training rows of the smallest fold. */
  int leastTrainingRows() {
    return training.stream().mapToInt(Instances::size).min().orElse(0);
  }

  /** What a constant gets: the percentage of the most frequent class, or 100 for a number. */
  double baseline() {
    return baseline;
  }

  Instances training(int fold) {
    return training.get(fold);
  }

  Instances heldOut(int fold) {
    return heldOut.get(fold);
  }

  /**
   * Some of a fold's training rows, in their order: of each class the same part, to within one row. Fewer rows are
   * always among those of more.
   */
  Instances training(int fold, int size) {
    Instances all = training.get(fold);
    double[] rank = ranks(all);
    int[] chosen = IntStream.range(0, all.size()).boxed().sorted(Comparator.comparingDouble(i -> rank[i])).limit(size)
        .mapToInt(Integer::intValue).sorted().toArray();
    Instances some = new Instances(all, chosen.length);
    for (int i : chosen) {
      some.add(all.get(i));
    }
    return some;
  }

  /** For each row its place among those of its class, from 0 to 1. */
  private static double[] ranks(Instances rows) {
    boolean nominal = rows.classAttribute().isNominal();
    int[] counts = new int[nominal ? rows.numClasses() : 1];
    int[] place = new int[rows.size()];
    for (int i = 0; i < place.length; i++) {
      place[i] = counts[nominal ? (int) rows.get(i).classValue() : 0]++;
    }
    double[] ranks = new double[place.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = (place[i] + 0.5) / counts[nominal ? (int) rows.get(i).classValue() : 0];
    }
    return ranks;
  }
}
