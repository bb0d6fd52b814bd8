package weka.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.Logistic;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/**
 * What a filter that makes rows does for the rarest class: its F1 by cross-validation, where each classifier is trained
 * on the filter's rows. Arguments: file, seeds from 1 on, the filter with its options (weka.filters.AllFilter for
 * none).
 */
public final class RareClassBench {
  private RareClassBench() {}

  public static void main(String[] args) throws Exception {
    StringBuilder line = new StringBuilder();
    int seeds = Integer.parseInt(args[1]);
    for (Classifier classifier : List.of(new J48(), new Logistic(), new RandomForest())) {
      double sum = 0;
      for (int seed = 1; seed <= seeds; seed++) {
        Instances data = QualityData.read(Path.of(args[0]), "last");
        int[] counts = data.attributeStats(data.classIndex()).nominalCounts;
        FilteredClassifier filtered = new FilteredClassifier();
        filtered.setFilter((Filter) Utils.forName(Filter.class, args[2], Arrays.copyOfRange(args, 3, args.length)));
        filtered.setClassifier(classifier);
        Evaluation evaluation = new Evaluation(data);
        evaluation.crossValidateModel(filtered, data, QualityData.FOLDS, new Random(seed));
        sum += evaluation.fMeasure(Utils.minIndex(counts));
      }
      line.append(String.format(Locale.ROOT, " %s %.3f", classifier.getClass().getSimpleName(), sum / seeds));
    }
    System.out.println(Path.of(args[0]).getFileName() + ":" + line);
  }
}
