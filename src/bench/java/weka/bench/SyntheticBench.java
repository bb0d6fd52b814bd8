package weka.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.Logistic;
import weka.classifiers.rules.ZeroR;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.RandomForest;
import weka.core.EuclideanDistance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/**
 * A table made by a filter in place of the one it was made from. A third of the rows is held out; classifiers are
 * trained on the others and on the table made from those, and tested on the third: what part of the gain over ZeroR is
 * kept. The median distance of a made row from the nearest given one is stated beside that of a held-out row, which is
 * as far from them as a row is that was not copied. Arguments: file, rows at most, seeds from 1 on, the filter with its
 * options.
 */
public final class SyntheticBench {
  /** Rows whose nearest neighbour is looked for. */
  private static final int LOOKED_AT = 200;

  private SyntheticBench() {}

  public static void main(String[] args) throws Exception {
    List<Classifier> classifiers = List.of(new J48(), new Logistic(), new RandomForest());
    int seeds = Integer.parseInt(args[2]);
    double[] real = new double[classifiers.size()];
    double[] made = new double[real.length];
    double[] distance = new double[2];
    double seconds = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      Instances all = QualityData.read(Path.of(args[0]), "last");
      all.randomize(new Random(seed));
      int rows = Math.min(all.size(), Integer.parseInt(args[1]));
      Instances training = new Instances(all, 0, 2 * rows / 3);
      Instances test = new Instances(all, 2 * rows / 3, rows - 2 * rows / 3);
      Filter filter = (Filter) Utils.forName(Filter.class, args[3], Arrays.copyOfRange(args, 4, args.length));
      long start = System.nanoTime();
      filter.setInputFormat(training);
      Instances table = Filter.useFilter(training, filter);
      seconds += (System.nanoTime() - start) / 1e9;
      double baseline = correct(new ZeroR(), training, test);
      for (int c = 0; c < real.length; c++) {
        real[c] += correct(classifiers.get(c), training, test) - baseline;
        made[c] += correct(classifiers.get(c), table, test) - baseline;
      }
      distance[0] += median(table, training, seed) / seeds;
      distance[1] += median(test, training, seed) / seeds;
    }
    System.out.printf(Locale.ROOT, "%s: gain kept by J48 %.2f, Logistic %.2f, RandomForest %.2f; nearest given row: "
        + "made %.3f, held out %.3f; %.1f s%n", Path.of(args[0]).getFileName(), made[0] / real[0], made[1] / real[1],
        made[2] / real[2], distance[0], distance[1], seconds / seeds);
  }

  private static double correct(Classifier template, Instances training, Instances test) throws Exception {
    Classifier classifier = AbstractClassifier.makeCopy(template);
    classifier.buildClassifier(training);
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(classifier, test);
    return evaluation.pctCorrect();
  }

  private static double median(Instances rows, Instances given, int seed) {
    EuclideanDistance distance = new EuclideanDistance(given);
    Instances some = new Instances(rows);
    some.randomize(new Random(seed));
    double[] nearest = some.stream().limit(LOOKED_AT).mapToDouble(row -> nearest(row, given, distance)).sorted()
        .toArray();
    return nearest[nearest.length / 2];
  }

  private static double nearest(Instance row, Instances given, EuclideanDistance distance) {
    return given.stream().mapToDouble(other -> distance.distance(row, other)).min().orElse(0);
  }
}
