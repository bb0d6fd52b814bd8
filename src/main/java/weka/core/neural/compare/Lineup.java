package weka.core.neural.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemes compared in one task, in the order in which they run.
 *
 * @param schemes no two of them with the same class and options
 * @param base which of them the others are compared with
 */
record Lineup(List<Scheme> schemes, int base) {

  /** This project's scheme, by name, so that the comparison does not link to it. */
  static final String NEURAL_NET = "weka.classifiers.functions.NeuralNet";

  private static final String MULTILAYER_PERCEPTRON = "weka.classifiers.functions.MultilayerPerceptron";

  private static final String ZERO_R = "weka.classifiers.rules.ZeroR";

  private static final String SMO = "weka.classifiers.functions.SMO";

  private static final Map<Task, List<String>> DEFAULTS = Map.of(
      Task.CLASSIFICATION, List.of(ZERO_R, "weka.classifiers.functions.Logistic", SMO),
      Task.REGRESSION, List.of(ZERO_R, "weka.classifiers.functions.LinearRegression",
          "weka.classifiers.functions.SMOreg"));

  Lineup {
    Map<String, Integer> labels = new LinkedHashMap<>();
    List<Scheme> unique = new ArrayList<>();
    List<String> specifications = new ArrayList<>();
    for (Scheme scheme : schemes) {
      if (specifications.contains(scheme.specification())) {
        throw new IllegalArgumentException("scheme '" + scheme.specification() + "' is already in the comparison");
      }
      specifications.add(scheme.specification());
      int count = labels.merge(scheme.label(), 1, Integer::sum);
      unique.add(count == 1 ? scheme : scheme.withLabel(scheme.label() + "-" + count));
    }
    schemes = List.copyOf(unique);
  }

  /**
   * For tables: ZeroR, Weka's linear model and SVM for the task, NeuralNet as the base, then whatever the user adds
   * that suits the task.
   *
   * @param task classification or regression
   * @param network options of NeuralNet; empty for the default settings
   * @param multilayerPerceptron whether Weka's own network takes part; it takes longer than all the others
   * @param added further schemes
   */
  static Lineup of(Task task, String network, boolean multilayerPerceptron, List<Scheme> added) {
    List<Scheme> schemes = new ArrayList<>();
    DEFAULTS.getOrDefault(task, List.of()).forEach(name -> schemes.add(Scheme.parse(name)));
    if (multilayerPerceptron) {
      schemes.add(Scheme.parse(MULTILAYER_PERCEPTRON));
    }
    int base = schemes.size();
    schemes.add(Scheme.parse(NEURAL_NET + " " + network));
    added.stream().filter(s -> task.suits(s.classifier().getCapabilities())).forEach(schemes::add);
    return new Lineup(schemes, base);
  }

  /**
   * For images as pixels: ZeroR, the SVM and NeuralNet, all unaware of which pixels are neighbours; NeuralNet as a
   * convolutional network, which is aware of it, as the base; then what the user adds and suits the task.
   *
   * @param network options of the convolutional network, with the size of the images
   * @param added further schemes
   */
  static Lineup ofImages(String network, List<Scheme> added) {
    List<Scheme> schemes = new ArrayList<>(List.of(Scheme.parse(ZERO_R), Scheme.parse(SMO),
        Scheme.parse(NEURAL_NET).withLabel("MLP"), Scheme.parse(NEURAL_NET + " " + network).withLabel("CNN")));
    int base = schemes.size() - 1;
    added.stream().filter(s -> Task.IMAGES.suits(s.classifier().getCapabilities())).forEach(schemes::add);
    return new Lineup(schemes, base);
  }

  /**
   * Rejects a scheme that can do none of the tasks, which would otherwise be left out silently.
   *
   * @throws IllegalArgumentException naming the scheme
   */
  static void requireUseful(Scheme scheme) {
    if (Arrays.stream(Task.values()).noneMatch(t -> t.suits(scheme.classifier().getCapabilities()))) {
      throw new IllegalArgumentException("scheme '" + scheme.specification()
          + "' predicts neither a nominal nor a numeric class");
    }
  }

  Scheme baseScheme() {
    return schemes.get(base);
  }
}
