package weka.core.neural.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ruru.nn.text.Excerpt;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.training.LearnableRows;

/**
 * The rows of an experiment whose class is known: those that a network is given, which holds some of them out itself to
 * find the best epoch, and those that it never sees.
 *
 * @param given for training and validation
 * @param test  for an honest measure; empty if none were wanted
 */
public record LabRows(Instances given, Instances test) {
  /**
   * Takes test rows at random, of each class the same part as far as rounding allows.
   *
   * @param percentage of the rows for the test, from 0 to 90
   * @throws IllegalArgumentException if no row would be left, or none has a class
   */
  public static LabRows of(Instances data, double percentage, long seed) {
    if (!(percentage >= 0 && percentage <= 90)) {
      throw new IllegalArgumentException("test rows: expected a percentage from 0 to 90, got " + percentage);
    }
    if (data.classIndex() < 0) {
      throw new IllegalArgumentException("the data have no class: choose the attribute to predict");
    }
    if (data.classAttribute().isNominal() && data.numClasses() < 2) {
      throw new IllegalArgumentException("the class '" + Excerpt.of(data.classAttribute().name()) + "' has "
          + (data.numClasses() == 0 ? "no values" : "the value '" + Excerpt.of(data.classAttribute().value(0))
              + "' alone")
          + ", so there is nothing to tell apart; choose another attribute to predict");
    }
    if (data.stream().allMatch(Instance::classIsMissing)) {
      throw new IllegalArgumentException(data.isEmpty() ? "the data have no rows, so there is nothing to learn from"
          : "no row has a known class, so there is nothing to learn from");
    }
    Instances rows = new Instances(LearnableRows.of(data));
    rows.randomize(new Random(seed));
    Instances given = new Instances(rows, rows.size());
    Instances test = new Instances(rows, 0);
    double carried = 0;
    for (List<Instance> group : groups(rows)) {
      double wanted = percentage / 100 * group.size() + carried;
      int taken = (int) Math.max(0, Math.min(group.size() - 1, Math.round(wanted)));
      carried = wanted - taken;
      test.addAll(group.subList(0, taken));
      given.addAll(group.subList(taken, group.size()));
    }
    return new LabRows(given, test);
  }

  /** The rows of each class, or all of them for a number. */
  private static List<List<Instance>> groups(Instances rows) {
    if (!rows.classAttribute().isNominal()) {
      return List.of(rows);
    }
    List<List<Instance>> groups = new ArrayList<>();
    for (int c = 0; c < rows.numClasses(); c++) {
      groups.add(new ArrayList<>());
    }
    rows.forEach(row -> groups.get((int) row.classValue()).add(row));
    groups.removeIf(List::isEmpty);
    return groups;
  }

  /** The rows of the given ones with these indices. */
  Instances given(int[] indices) {
    Instances chosen = new Instances(given, indices.length);
    for (int i : indices) {
      chosen.add(given.get(i));
    }
    return chosen;
  }
}
