package weka.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;

/**
 * Schemes on generated families of awkward data ({@link AwkwardData}), drawn anew for each seed: per family and scheme
 * the mean over the draws of the balanced accuracy, or for numbers of the root relative squared error, in %, and the
 * seconds of one training and test. Arguments: a part of the families' names ("" for all), draws, schemes (see
 * {@link QualityScheme#parse}).
 */
public final class AwkwardBench {
  private static final String RIVALS = "NeuralNet;Logistic;SMO;RandomForest";
  private static final String RIVALS_OF_NUMBERS = "NeuralNet;LinearRegression;SMOreg;RandomForest";

  private AwkwardBench() {}

  public static void main(String[] args) throws Exception {
    String part = args.length > 0 ? args[0] : "";
    int draws = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    for (String family : AwkwardData.names(part)) {
      Instances sample = AwkwardData.draw(family, 1).train();
      String schemes = args.length > 2 ? args[2] : sample.classAttribute().isNominal() ? RIVALS : RIVALS_OF_NUMBERS;
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-50s", family));
      for (QualityScheme scheme : QualityScheme.parse(schemes)) {
        if (scheme.classifier().getCapabilities().test(sample)) {
          line.append(measure(family, draws, scheme));
        }
      }
      System.out.println(line);
    }
    System.exit(0);
  }

  private static String measure(String family, int draws, QualityScheme scheme) throws Exception {
    double score = 0;
    double seconds = 0;
    for (int seed = 1; seed <= draws; seed++) {
      AwkwardData.Drawn drawn = AwkwardData.draw(family, seed);
      long start = System.nanoTime();
      try {
        score += score(scheme.classifier(), drawn) / draws;
      } catch (OutOfMemoryError e) {
        return "  " + scheme.name() + " out of memory";
      }
      seconds += (System.nanoTime() - start) / 1e9 / draws;
    }
    return String.format(Locale.ROOT, "  %s %.1f (%.1f s)", scheme.name(), score, seconds);
  }

  private static double score(Classifier classifier, AwkwardData.Drawn drawn) throws Exception {
    classifier.buildClassifier(drawn.train());
    Evaluation evaluation = new Evaluation(drawn.train());
    evaluation.evaluateModel(classifier, drawn.test());
    if (drawn.train().classAttribute().isNumeric()) {
      return evaluation.rootRelativeSquaredError();
    }
    List<Integer> tested = IntStream.range(0, drawn.test().numClasses())
        .filter(c -> drawn.test().attributeStats(drawn.test().classIndex()).nominalCounts[c] > 0).boxed().toList();
    OptionalDouble mean = tested.stream().mapToDouble(c -> 100 * evaluation.truePositiveRate(c)).average();
    return mean.orElseThrow();
  }
}
