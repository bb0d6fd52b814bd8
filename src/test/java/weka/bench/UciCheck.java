package weka.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.NeuralNet;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * Checks NeuralNet on a folder of ARFF files by 10-fold cross-validation: it must be better than ZeroR on every file;
 * its mean accuracy must not be more than 0.5 below that of Weka's MultilayerPerceptron over the nominal sets where a
 * file of measured results has that scheme; and a set of fewer than 1,000 rows must take less than 15 s for its ten
 * folds. Beside that time stands the processor time of the whole program, which other programs on the machine lengthen
 * less.
 *
 * <p>Takes minutes, so it is a program and no unit test. After {@code mvn -q test-compile}, in the project's folder:
 * <pre>
 * mvn -q exec:java -Dexec.classpathScope=test -Dexec.mainClass=weka.bench.UciCheck -Dexec.args="[FOLDER [RESULTS.tsv
 * [NeuralNet's options]]]"
 * </pre>
 * Without arguments it takes the data in ../shared/data/uci and the results in ../shared/quality/baseline-dev.tsv.
 * Exits with 1 if something does not hold.
 */
public final class UciCheck {
  private static final int FOLDS = 10;
  private static final int SMALL_ROWS = 1000;
  private static final double SMALL_SECONDS = 15;
  private static final double MARGIN = 0.5;

  private final Map<String, Double> rivals;
  private final String[] options;
  private final List<String> failures = new ArrayList<>();
  private final List<double[]> pairs = new ArrayList<>();

  private UciCheck(Map<String, Double> rivals, String[] options) {
    this.rivals = rivals;
    this.options = options;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "../shared/data/uci");
    Path results = Path.of(args.length > 1 ? args[1] : "../shared/quality/baseline-dev.tsv");
    if (!Files.isDirectory(folder)) {
      System.out.println("skipped: there is no folder " + folder.toAbsolutePath().normalize());
      return;
    }
    String[] options = args.length > 2 ? Arrays.copyOfRange(args, 2, args.length) : new String[0];
    UciCheck check = new UciCheck(rivals(results), options);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".arff")).sorted().toList()) {
        check.run(file);
      }
    }
    System.exit(check.summary() ? 0 : 1);
  }

  /** Percent correct of MultilayerPerceptron by set, where it finished. */
  private static Map<String, Double> rivals(Path file) throws IOException {
    Map<String, Double> result = new HashMap<>();
    if (!Files.exists(file)) {
      System.out.println("no results to compare with: there is no " + file.toAbsolutePath().normalize());
      return result;
    }
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t");
      if (cells.length > 5 && cells[1].equals("WekaMLP") && cells[2].equals("class")) {
        result.put(cells[0], Double.valueOf(cells[4]));
      }
    }
    return result;
  }

  private void run(Path file) throws Exception {
    Instances data = DataSource.read(file.toString());
    data.setClassIndex(data.numAttributes() - 1);
    data.deleteWithMissingClass();
    data.randomize(new Random(1));
    boolean nominal = data.classAttribute().isNominal();
    if (nominal) {
      data.stratify(FOLDS);
    }
    NeuralNet net = new NeuralNet();
    net.setOptions(options.clone());
    long start = System.nanoTime();
    long processor = processorNanos();
    double own = score(net, data);
    double seconds = (System.nanoTime() - start) / 1e9;
    double processorSeconds = (processorNanos() - processor) / 1e9;
    double zero = score(new ZeroR(), data);
    String name = file.getFileName().toString().replaceAll("\\.arff$", "");
    Double rival = nominal ? rivals.get(name) : null;
    System.out.printf(Locale.ROOT,
        "%-16s %-8s %6d rows  NeuralNet %6.2f  ZeroR %6.2f  MultilayerPerceptron %s  %7.1f s  processor %7.1f s%n",
        name, nominal ? "correct" : "RRSE", data.numInstances(), own, zero,
        rival == null ? "    -" : String.format(Locale.ROOT, "%5.2f", rival), seconds, processorSeconds);
    if (rival != null) {
      pairs.add(new double[] {own, rival});
    }
    if (!(nominal ? own > zero : own < zero)) {
      failures.add(name + ": not better than ZeroR");
    }
    if (data.numInstances() < SMALL_ROWS && seconds >= SMALL_SECONDS) {
      failures.add(String.format(Locale.ROOT, "%s: took %.1f s, expected less than %.0f", name, seconds,
          SMALL_SECONDS));
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Percent correct, or relative error for a numeric class. */
  private static double score(Classifier scheme, Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    for (int f = 0; f < FOLDS; f++) {
      Instances train = data.trainCV(FOLDS, f, new Random(f));
      Classifier copy = AbstractClassifier.makeCopy(scheme);
      evaluation.setPriors(train);
      copy.buildClassifier(train);
      evaluation.evaluateModel(copy, data.testCV(FOLDS, f));
    }
    return data.classAttribute().isNominal() ? evaluation.pctCorrect() : evaluation.rootRelativeSquaredError();
  }

  private boolean summary() {
    if (!pairs.isEmpty()) {
      double own = pairs.stream().mapToDouble(p -> p[0]).average().getAsDouble();
      double rival = pairs.stream().mapToDouble(p -> p[1]).average().getAsDouble();
      System.out.printf(Locale.ROOT, "mean over %d sets: NeuralNet %.2f, MultilayerPerceptron %.2f%n", pairs.size(),
          own, rival);
      if (own < rival - MARGIN) {
        failures.add(String.format(Locale.ROOT, "mean accuracy %.2f is more than %.1f below %.2f", own, MARGIN, rival));
      }
    }
    failures.forEach(f -> System.out.println("FAILED " + f));
    System.out.println(failures.isEmpty() ? "all holds" : failures.size() + " failed");
    return failures.isEmpty();
  }
}
