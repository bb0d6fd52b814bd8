package weka.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.report.TargetScores;

/**
 * Two targets learnt by one network beside two networks of one target each, by 10-fold cross-validation: the fraction
 * of wrong values of a nominal target, the root mean squared error of a number, and the seconds of a processor. Neither
 * kind sees the other target. Arguments: file, the class, the other target, the seeds from 1 on, NeuralNet's options.
 */
public final class TargetsBench {
  private TargetsBench() {}

  public static void main(String[] args) throws Exception {
    Instances data = QualityData.read(Path.of(args[0]), "last");
    data.setClass(data.attribute(args[1]));
    int other = data.attribute(args[2]).index();
    String[] options = Arrays.copyOfRange(args, 4, args.length);
    double[][] joint = new double[2][];
    double[][] single = new double[2][];
    double[] seconds = new double[2];
    int seeds = Integer.parseInt(args[3]);
    for (int t = 0; t < 2; t++) {
      joint[t] = new double[seeds];
      single[t] = new double[seeds];
    }
    for (int seed = 1; seed <= seeds; seed++) {
      TargetScores together = scores(data, other);
      TargetScores alone = scores(data, other);
      Instances shuffled = new Instances(data);
      shuffled.randomize(new Random(seed));
      shuffled.stratify(QualityData.FOLDS);
      for (int f = 0; f < QualityData.FOLDS; f++) {
        Instances train = shuffled.trainCV(QualityData.FOLDS, f, new Random(seed));
        Instances test = shuffled.testCV(QualityData.FOLDS, f);
        long start = cpu();
        NeuralNet both = net(options, seed);
        both.setTargets("" + (other + 1));
        both.buildClassifier(train);
        long between = cpu();
        NeuralNet first = net(options, seed);
        first.buildClassifier(without(train, other, data.classIndex()));
        NeuralNet second = net(options, seed);
        second.buildClassifier(without(train, data.classIndex(), other));
        seconds[0] += (between - start) / 1e9;
        seconds[1] += (cpu() - between) / 1e9;
        double[][][] predicted = both.predictTargets(test);
        double[][][] one = first.predictTargets(without(test, other, data.classIndex()));
        double[][][] two = second.predictTargets(without(test, data.classIndex(), other));
        for (int r = 0; r < test.size(); r++) {
          Instance row = test.get(r);
          double[] actual = {row.classValue(), row.value(other)};
          together.add(actual, predicted[r], 1);
          alone.add(actual, new double[][] {one[r][0], two[r][0]}, 1);
        }
      }
      for (int t = 0; t < 2; t++) {
        joint[t][seed - 1] = error(together, t);
        single[t][seed - 1] = error(alone, t);
      }
    }
    for (int t = 0; t < 2; t++) {
      double a = Arrays.stream(joint[t]).average().orElse(0);
      double b = Arrays.stream(single[t]).average().orElse(0);
      System.out.printf(Locale.ROOT, "%-14s %-18s joint %8.4f  single %8.4f  ratio %6.3f  %s / %s%n",
          QualityData.name(Path.of(args[0])), args[t + 1], a, b, a / b, Arrays.toString(joint[t]),
          Arrays.toString(single[t]));
    }
    System.out.printf(Locale.ROOT, "seconds: joint %.1f, single %.1f%n", seconds[0] / seeds, seconds[1] / seeds);
  }

  private static double error(TargetScores scores, int target) {
    return scores.isNominal(target) ? 1 - scores.score(target) : scores.score(target);
  }

  private static TargetScores scores(Instances data, int other) {
    List<String> names = new ArrayList<>(List.of(data.classAttribute().name(), data.attribute(other).name()));
    return new TargetScores(names, new int[] {data.classAttribute().isNominal() ? data.numClasses() : 0,
        data.attribute(other).isNominal() ? data.attribute(other).numValues() : 0});
  }

  /** Of the whole program, in nanoseconds: what other programs do in the meantime does not count. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static NeuralNet net(String[] options, int seed) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(options.clone());
    net.setSeed(seed);
    net.setIntervals("none");
    return net;
  }

  private static Instances without(Instances rows, int left, int target) {
    Instances some = new Instances(rows);
    some.setClassIndex(target);
    some.deleteAttributeAt(left);
    return some;
  }
}
