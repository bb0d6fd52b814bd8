package weka.bench;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;

/** Cross-validates one scheme on one data set. */
final class QualityRun {
  private QualityRun() {}

  /** @param data as {@link QualityData#read} gives it */
  static QualityRow of(String set, Instances data, QualityScheme scheme, Classifier classifier) throws Exception {
    boolean nominal = data.classAttribute().isNominal();
    Evaluation evaluation = new Evaluation(data);
    double build = 0;
    double test = 0;
    double cpu = cpuSeconds();
    int folds = Math.min(QualityData.FOLDS, data.numInstances());
    for (int f = 0; f < folds; f++) {
      Instances train = data.trainCV(folds, f, new Random(f));
      Instances held = data.testCV(folds, f);
      evaluation.setPriors(train);
      Classifier copy = AbstractClassifier.makeCopy(classifier);
      long start = System.nanoTime();
      copy.buildClassifier(train);
      long built = System.nanoTime();
      evaluation.evaluateModel(copy, held);
      build += (built - start) / 1e9;
      test += (System.nanoTime() - built) / 1e9;
    }
    Map<QualityMeasure, Double> values = new EnumMap<>(QualityMeasure.class);
    for (QualityMeasure m : QualityMeasure.values()) {
      if (m.nominal == nominal) {
        values.put(m, m.of(evaluation));
      }
    }
    return new QualityRow(set, scheme.name(), nominal, data.numInstances(), values, build, test,
        cpuSeconds() - cpu, "");
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
