package weka.bench;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Utils;

/**
 * A scheme to measure.
 *
 * @param name in the table
 * @param type its class
 */
record QualityScheme(String name, String type, String options) {
  private static final String FUNCTIONS = "weka.classifiers.functions.";

  /** NeuralNet and its rivals in Weka, all with their defaults but for the second SMO's kernel. */
  static final List<QualityScheme> DEFAULTS = List.of(
      new QualityScheme("NeuralNet", FUNCTIONS + "NeuralNet", ""),
      new QualityScheme("RandomForest", "weka.classifiers.trees.RandomForest", ""),
      new QualityScheme("SMO", FUNCTIONS + "SMO", ""),
      new QualityScheme("SMO-RBF", FUNCTIONS + "SMO",
          "-C 10 -K \"weka.classifiers.functions.supportVector.RBFKernel -G 0.05\""),
      new QualityScheme("Logistic", FUNCTIONS + "Logistic", ""),
      new QualityScheme("LinearRegression", FUNCTIONS + "LinearRegression", ""),
      new QualityScheme("SMOreg", FUNCTIONS + "SMOreg", ""),
      new QualityScheme("MultilayerPerceptron", FUNCTIONS + "MultilayerPerceptron", ""));

  /**
   * Schemes with semicolons between them, each the name of a default one or {@code NAME=CLASS OPTIONS}; empty for the
   * defaults.
   *
   * @throws IllegalArgumentException if there is no default of that name
   */
  static List<QualityScheme> parse(String text) {
    if (text.isBlank()) {
      return DEFAULTS;
    }
    List<QualityScheme> schemes = new ArrayList<>();
    for (String part : text.split(";")) {
      String one = part.trim();
      int equals = one.indexOf('=');
      if (equals < 0) {
        schemes.add(DEFAULTS.stream().filter(s -> s.name.equals(one)).findFirst().orElseThrow(
            () -> new IllegalArgumentException("scheme '" + one + "': expected one of "
                + DEFAULTS.stream().map(QualityScheme::name).toList() + ", or NAME=CLASS OPTIONS")));
      } else {
        String[] call = one.substring(equals + 1).trim().split("\\s+", 2);
        schemes.add(new QualityScheme(one.substring(0, equals).trim(), call[0], call.length > 1 ? call[1] : ""));
      }
    }
    return schemes;
  }

  Classifier classifier() throws Exception {
    return AbstractClassifier.forName(type, Utils.splitOptions(options));
  }
}
