package weka.bench;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import ruru.cluster.Agreement;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.lazy.IBk;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.clusterers.NeuralClusterer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.IdxLoader;
import weka.core.neighboursearch.LinearNNSearch;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.filters.unsupervised.attribute.PrincipalComponents;

/**
 * Measures the autoencoders: how much noise goes, how much a code is worth to other schemes, how well errors point at
 * anomalies, how much generated rows are like the data; and clusters of digits. Program: EncoderBench DATA OUT
 * clusters|denoise|convolution|features|anomaly|generate, with the folder of the optional data and one for pictures.
 */
final class EncoderBench {
  private static final PrintStream OUT = System.out;
  /** For clusters of MNIST. */
  private static final String DIGITS = "-N 10 -input 28x28x1";
  private final Path data;
  private final Path out;

  private EncoderBench(Path data, Path out) {
    this.data = data;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    EncoderBench bench = new EncoderBench(Path.of(args[0]), Files.createDirectories(Path.of(args[1])));
    double cpu = cpuSeconds();
    for (String what : List.of(args).subList(2, args.length)) {
      switch (what) {
        case "clusters" -> bench.clusters();
        case "denoise" -> bench.denoise();
        case "convolution" -> bench.convolution();
        case "features" -> bench.features();
        case "anomaly" -> bench.anomaly();
        case "generate" -> bench.generate();
        default -> throw new IllegalArgumentException("unknown measurement '" + what + "'");
      }
      print("%s took %.0f s of CPU time%n", what, cpuSeconds() - cpu);
      cpu = cpuSeconds();
    }
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime() / 1e9;
  }

  private static void print(String format, Object... values) {
    OUT.printf(Locale.ROOT, format, values);
  }

  private Instances uci(String name) throws IOException {
    return Samples.file(data.resolve("uci/" + name + ".arff"));
  }

  private Instances mnist(String part, int rows) throws IOException {
    IdxLoader loader = new IdxLoader();
    loader.setSource(data.resolve("mnist/" + part + "-images-idx3-ubyte.gz").toFile());
    Instances all = new Instances(loader.getDataSet(), 0, rows);
    all.setClassIndex(all.numAttributes() - 1);
    return all;
  }

  private static NeuralEncoder encoder(String options) throws Exception {
    NeuralEncoder f = new NeuralEncoder();
    f.setOptions(Utils.splitOptions(options));
    return f;
  }

  private static Instances apply(Filter f, Instances train, Instances rows) throws Exception {
    f.setInputFormat(train);
    Filter.useFilter(train, f);
    return Filter.useFilter(rows, f);
  }

  /** Mean squared difference of pixels, white being 1. */
  private static double error(Instances a, Instances b) {
    double sum = 0;
    for (int r = 0; r < a.numInstances(); r++) {
      for (int i = 0; i < 784; i++) {
        sum += Math.pow((a.instance(r).value(i) - b.instance(r).value(i)) / 255, 2);
      }
    }
    return sum / a.numInstances() / 784;
  }

  /** Clusters of MNIST's 10,000 test images, from three seeds. */
  private void clusters() throws Exception {
    Instances labelled = mnist("t10k", 10_000);
    int[] classes = labelled.stream().mapToInt(row -> (int) row.classValue()).toArray();
    Instances rows = new Instances(labelled);
    rows.setClassIndex(-1);
    rows.deleteAttributeAt(labelled.classIndex());
    for (int seed = 1; seed <= 3; seed++) {
      NeuralClusterer c = new NeuralClusterer();
      c.setOptions(Utils.splitOptions(DIGITS + " -S " + seed));
      double cpu = cpuSeconds();
      long start = System.nanoTime();
      c.buildClusterer(rows);
      double seconds = (System.nanoTime() - start) / 1e9;
      double used = cpuSeconds() - cpu;
      int[] found = Arrays.stream(c.distributionsForInstances(rows)).mapToInt(Utils::maxIndex).toArray();
      Agreement a = Agreement.of(found, classes);
      print("clusters: seed %d, accuracy %.1f %%, ARI %.3f, NMI %.3f; %.0f s by the clock, %.0f s of CPU time%n", seed,
          100 * a.accuracy(), a.adjustedRand(), a.mutualInformation(), seconds, used);
    }
  }

  private void denoise() throws Exception {
    Instances clean = mnist("t10k", 1000);
    Instances noisy = new Instances(clean);
    Random random = new Random(1);
    for (Instance row : noisy) {
      for (int i = 0; i < 784; i++) {
        row.setValue(i, row.value(i) + 0.3 * 255 * random.nextGaussian());
      }
    }
    // Inputs from -1 to 1: white is 2 away from black, so that a noise of 0.3 is 0.6.
    NeuralEncoder f = encoder("-input 28x28x1 -scaling range -noise \"gaussian 0.6\" -layers \"dense 512 relu\" -code "
        + "64 -output reconstruction -epochs 30");
    Instances restored = apply(f, mnist("train", 10_000), noisy);
    double noise = error(noisy, clean);
    double left = error(restored, clean);
    print("denoise: 10000 training images, 1000 others; noise %.5f, left after restoring %.5f (%.1f %%)%n", noise, left,
        100 * left / noise);
    sheet("denoised.png", clean, noisy, restored);
  }

  private void convolution() throws Exception {
    Instances test = mnist("t10k", 1000);
    NeuralEncoder f = encoder("-input 28x28x1 -scaling range -layers \"conv 16 3x3 relu, maxpool 2, conv 8 3x3 relu, "
        + "maxpool 2\" -code 32 -output reconstruction -epochs 10 -rate 0.003");
    Instances restored = apply(f, mnist("train", 5000), test);
    Instances mean = new Instances(test);
    for (int i = 0; i < 784; i++) {
      double average = test.meanOrMode(i);
      for (Instance row : mean) {
        row.setValue(i, average);
      }
    }
    print("convolution: maxpool and unpool, code of 32: error %.5f (the mean image: %.5f)%n", error(restored, test),
        error(mean, test));
    sheet("convolution.png", test, restored);
  }

  private void features() throws Exception {
    double codes = 0;
    double components = 0;
    int n = 0;
    for (String name : List.of("ionosphere", "sonar", "optdigits", "mnist")) {
      boolean images = name.equals("mnist");
      Instances all = images ? mnist("t10k", 5000) : uci(name);
      String options = "-code 16 -noise \"gaussian 0.3\"" + (images ? " -input 28x28x1 -scaling range -epochs 40" : "");
      PrincipalComponents pca = new PrincipalComponents();
      pca.setOptions(Utils.splitOptions("-R 1 -M 16 -A 2"));
      for (Classifier c : new Classifier[] {new J48(), new IBk(5)}) {
        double own = accuracy(encoder(options), c, all, images ? 2 : 5);
        double theirs = accuracy(pca, c, all, images ? 2 : 5);
        print("features: %-12s %-4s code %.2f %%, components %.2f %%%n", name, c.getClass().getSimpleName(), own,
            theirs);
        codes += own;
        components += theirs;
        n++;
      }
    }
    print("features: mean of %d: code %.2f %%, components %.2f %%%n", n, codes / n, components / n);
  }

  private static double accuracy(Filter f, Classifier c, Instances data, int folds) throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(f);
    filtered.setClassifier(AbstractClassifier.makeCopy(c));
    Evaluation e = new Evaluation(data);
    e.crossValidateModel(filtered, data, folds, new Random(1));
    return e.pctCorrect();
  }

  private void anomaly() throws Exception {
    for (String name : List.of("breast.w", "ionosphere", "segment", "optdigits")) {
      Instances all = uci(name);
      int usual = name.equals("ionosphere") ? 1 : 0;
      Instances known = new Instances(all, 0);
      Instances others = new Instances(all, 0);
      all.randomize(new Random(1));
      int seen = 0;
      for (Instance row : all) {
        boolean own = (int) row.classValue() == usual;
        (own && seen++ % 4 != 0 ? known : others).add(row);
      }
      Instances scores = apply(encoder("-output error"), known, others);
      LinearNNSearch search = new LinearNNSearch(known);
      double[] distances = new double[others.numInstances()];
      double[] errors = new double[distances.length];
      boolean[] odd = new boolean[distances.length];
      for (int r = 0; r < distances.length; r++) {
        search.nearestNeighbour(others.instance(r));
        distances[r] = search.getDistances()[0];
        errors[r] = scores.instance(r).value(0);
        odd[r] = (int) others.instance(r).classValue() != usual;
      }
      print("anomaly: %-10s trained on class %s; AUC of the error %.3f, of the nearest neighbour's distance %.3f%n",
          name, all.classAttribute().value(usual), auc(errors, odd), auc(distances, odd));
    }
  }

  /** The share of pairs in which the odd one has the larger score. */
  private static double auc(double[] scores, boolean[] odd) {
    double wins = 0;
    long pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (odd[i] && !odd[j]) {
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return wins / pairs;
  }

  private void generate() throws Exception {
    for (String name : List.of("iris", "diabetes", "vehicle")) {
      Instances all = uci(name);
      NeuralEncoder f = encoder("-variational -code 4 -generate 2000");
      f.setInputFormat(all);
      Instances made = Filter.useFilter(all, f);
      double mean = 0;
      double deviation = 0;
      for (int a = 0; a < all.numAttributes() - 1; a++) {
        double own = Math.sqrt(all.variance(a));
        mean = Math.max(mean, Math.abs(made.meanOrMode(a) - all.meanOrMode(a)) / own);
        deviation = Math.max(deviation, Math.abs(Math.sqrt(made.variance(a)) / own - 1));
      }
      print("generate: %-9s worst attribute: mean off by %.1f %% of the deviation, deviation by %.1f %%%n", name,
          100 * mean, 100 * deviation);
    }
    NeuralEncoder f = encoder("-input 28x28x1 -scaling range -variational -beta 0.5 -code 16 -layers \"dense 512 "
        + "relu\" -epochs 40 -output reconstruction");
    Instances digits = mnist("train", 10_000);
    f.setInputFormat(digits);
    Filter.useFilter(digits, f);
    Instances header = new Instances(digits, 0);
    sheet("generated.png", f.autoencoder().means(header, 20, 1), f.autoencoder().means(header, 20, 2),
        f.autoencoder().means(header, 20, 3));
  }

  /** One line of twenty images for each set. */
  private void sheet(String file, Instances... lines) throws IOException {
    BufferedImage image = new BufferedImage(20 * 30, lines.length * 30, BufferedImage.TYPE_BYTE_GRAY);
    for (int line = 0; line < lines.length; line++) {
      for (int n = 0; n < 20; n++) {
        for (int i = 0; i < 784; i++) {
          int v = (int) Math.max(0, Math.min(255, lines[line].instance(n).value(i)));
          image.getRaster().setSample(n * 30 + i % 28, line * 30 + i / 28, 0, v);
        }
      }
    }
    File target = out.resolve(file).toFile();
    ImageIO.write(image, "png", target);
    print("picture: %s%n", target);
  }
}
