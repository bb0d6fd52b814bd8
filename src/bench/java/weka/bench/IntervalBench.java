package weka.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Measures NeuralNet's intervals by 10-fold cross-validation on the numeric classes of a folder: how many of the
 * held-out values the 95 % interval covers, its mean width in percent of the range of the class, and the seconds that
 * building takes with and without measuring errors. Arguments: folder, names of sets with commas between (empty for
 * all), NeuralNet's options.
 */
public final class IntervalBench {
  private static final double SHARE = 0.95;

  private IntervalBench() {}

  public static void main(String[] args) throws Exception {
    String[] options = args.length > 2 ? java.util.Arrays.copyOfRange(args, 2, args.length) : new String[0];
    double[] sums = new double[2];
    int sets = 0;
    for (Path file : QualityData.files(Path.of(args[0]), args.length > 1 ? args[1] : "")) {
      Instances data = QualityData.read(file, "last");
      if (!data.classAttribute().isNominal()) {
        double[] result = measure(data, options);
        System.out.printf(Locale.ROOT,
            "%-16s %6d rows  covered %5.1f %%  width %5.1f %%  build %6.1f s, without %6.1f s%n",
            QualityData.name(file), data.numInstances(), result[0], result[1], result[2], result[3]);
        sums[0] += result[0];
        sums[1] += result[1];
        sets++;
      }
    }
    System.out.printf(Locale.ROOT, "mean of %d sets: covered %.2f %%, width %.2f %%%n", sets, sums[0] / sets,
        sums[1] / sets);
  }

  private static double[] measure(Instances data, String[] options) throws Exception {
    double lowest = data.attributeStats(data.classIndex()).numericStats.min;
    double range = data.attributeStats(data.classIndex()).numericStats.max - lowest;
    double[] result = new double[4];
    for (int f = 0; f < QualityData.FOLDS; f++) {
      Instances train = data.trainCV(QualityData.FOLDS, f, new Random(f));
      NeuralNet net = new NeuralNet();
      net.setOptions(options.clone());
      long start = System.nanoTime();
      net.buildClassifier(train);
      long built = System.nanoTime();
      NeuralNet without = new NeuralNet();
      without.setOptions(options.clone());
      without.setIntervals("none");
      without.buildClassifier(train);
      result[2] += (built - start) / 1e9;
      result[3] += (System.nanoTime() - built) / 1e9;
      for (Instance row : data.testCV(QualityData.FOLDS, f)) {
        double[] bounds = net.predictIntervals(row, SHARE)[0];
        boolean covered = bounds[0] <= row.classValue() && row.classValue() <= bounds[1];
        result[0] += covered ? 100.0 / data.numInstances() : 0;
        result[1] += 100 * (bounds[1] - bounds[0]) / range / data.numInstances();
      }
    }
    return result;
  }
}
