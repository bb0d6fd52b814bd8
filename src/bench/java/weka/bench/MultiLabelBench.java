package weka.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import meka.classifiers.multilabel.BPNN;
import meka.classifiers.multilabel.BR;
import meka.classifiers.multilabel.CC;
import meka.classifiers.multilabel.MultiLabelClassifier;
import meka.classifiers.multilabel.ProblemTransformationMethod;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.report.TargetScores;

/**
 * One NeuralNet for several labels beside MEKA's methods over NeuralNet (binary relevance, classifier chain) and beside
 * MEKA's own network BPNN, by 5-fold cross-validation: Hamming loss, exact match, F1, and seconds of a processor for a
 * fold. Arguments: the folder of the UCI data sets, seeds from 1 on, NeuralNet's options.
 */
public final class MultiLabelBench {
  private static final int FOLDS = 5;

  private MultiLabelBench() {}

  private interface Learner {
    /** Predictions of the test rows: [rows][labels][2]. */
    double[][][] predict(Instances train, Instances test, int labels, int seed) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    String[] options = Arrays.copyOfRange(args, 2, args.length);
    int seeds = Integer.parseInt(args[1]);
    List<Instances> sets = new ArrayList<>(List.of(MultiLabelData.halfSpaces(1), MultiLabelData.shared(1),
        MultiLabelData.chain(1)));
    Path folder = Path.of(args[0]);
    sets.add(MultiLabelData.ofFile(folder.resolve("credit.g.arff"), "class", "own_telephone", "foreign_worker"));
    for (Instances data : sets) {
      measure(data, "NeuralNet -targets", seeds, (train, test, labels, seed) -> {
        NeuralNet net = net(options, seed);
        net.setTargets("meka");
        train.setClassIndex(0);
        test.setClassIndex(0);
        net.buildClassifier(train);
        return net.predictTargets(test);
      });
      measure(data, "BR of NeuralNet", seeds, meka(new BR(), options));
      measure(data, "CC of NeuralNet", seeds, meka(new CC(), options));
      measure(data, "BPNN", seeds, meka(new BPNN(), options));
    }
  }

  /** Of the whole program, in nanoseconds: what other programs do in the meantime does not count. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static NeuralNet net(String[] options, int seed) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(options.clone());
    net.setSeed(seed);
    return net;
  }

  private static Learner meka(MultiLabelClassifier scheme, String[] options) {
    return (train, test, labels, seed) -> {
      train.setClassIndex(labels);
      test.setClassIndex(labels);
      if (scheme instanceof ProblemTransformationMethod over && !(scheme instanceof BPNN)) {
        over.setClassifier(net(options, seed));
      }
      scheme.buildClassifier(train);
      double[][][] result = new double[test.size()][labels][];
      for (int r = 0; r < result.length; r++) {
        double[] p = scheme.distributionForInstance(test.get(r));
        for (int l = 0; l < labels; l++) {
          result[r][l] = new double[] {1 - p[l], p[l]};
        }
      }
      return result;
    };
  }

  private static void measure(Instances data, String name, int seeds, Learner learner) throws Exception {
    int labels = Integer.parseInt(data.relationName().replaceAll(".*-C (\\d+).*", "$1"));
    List<String> names = new ArrayList<>();
    for (int l = 0; l < labels; l++) {
      names.add("label" + l);
    }
    int[] values = new int[labels];
    Arrays.fill(values, 2);
    double[] sums = new double[4];
    long start = cpu();
    for (int seed = 1; seed <= seeds; seed++) {
      TargetScores scores = new TargetScores(names, values);
      Instances shuffled = new Instances(data);
      shuffled.setClassIndex(-1);
      shuffled.randomize(new Random(seed));
      for (int f = 0; f < FOLDS; f++) {
        Instances test = shuffled.testCV(FOLDS, f);
        double[][][] predicted =
            learner.predict(shuffled.trainCV(FOLDS, f, new Random(seed)), new Instances(test), labels, seed);
        for (int r = 0; r < predicted.length; r++) {
          scores.add(Arrays.copyOf(test.get(r).toDoubleArray(), labels), predicted[r], 1);
        }
      }
      sums[0] += scores.hammingLoss() / seeds;
      sums[1] += scores.exactMatch() / seeds;
      sums[2] += scores.microF1() / seeds;
      sums[3] += scores.macroF1() / seeds;
    }
    System.out.printf(Locale.ROOT,
        "%-24s %-19s Hamming %.4f  exact %.4f  micro F1 %.4f  macro F1 %.4f  %6.2f s a fold%n", data.relationName(),
        name, sums[0], sums[1], sums[2], sums[3], (cpu() - start) / 1e9 / FOLDS / seeds);
  }
}
