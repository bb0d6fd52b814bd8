package weka.core.neural.compare;

import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.OptionHandler;
import weka.core.Utils;

/**
 * A classifier with its settings that takes part in a comparison.
 *
 * @param label short name for the tables, unique in a comparison
 * @param classifier the template: never trained itself, each fold trains a copy
 */
record Scheme(String label, Classifier classifier) {

  /**
   * Parses a scheme as typed after {@code weka.Run}: class name and options.
   *
   * @throws IllegalArgumentException if there is no such class, it is not a classifier, or it rejects the options
   */
  static Scheme parse(String specification) {
    try {
      String[] words = Utils.splitOptions(specification);
      if (words.length == 0) {
        throw new IllegalArgumentException("a class name is expected");
      }
      String name = words[0];
      words[0] = "";
      Classifier classifier = AbstractClassifier.forName(name, words);
      return new Scheme(classifier.getClass().getSimpleName(), classifier);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("scheme '" + specification + "': there is no such class on the class path", e);
    } catch (Exception e) {
      throw new IllegalArgumentException("scheme '" + specification + "': " + Problem.reason(e), e);
    }
  }

  Scheme withLabel(String other) {
    return new Scheme(other, classifier);
  }

  /**
   * The same scheme with another value for one option.
   *
   * @param name without the dash
   */
  Scheme withOption(String name, String value) throws Exception {
    String[] others = ((OptionHandler) classifier).getOptions();
    Utils.getOption(name, others);
    List<String> options = new ArrayList<>(List.of("-" + name, value));
    options.addAll(Arrays.asList(others));
    return new Scheme(label, AbstractClassifier.forName(className(), options.toArray(new String[0])));
  }

  String className() {
    return classifier.getClass().getName();
  }

  /** All options as the Experimenter writes them in its results, defaults included. */
  String options() {
    return classifier instanceof OptionHandler handler ? Utils.joinOptions(handler.getOptions()) : "";
  }

  /** Class name and all options, as typed to get the same scheme again. */
  String specification() {
    return (className() + " " + options()).trim();
  }

  /** The version in the Experimenter's key of a scheme. */
  String version() {
    return Long.toString(ObjectStreamClass.lookup(classifier.getClass()).getSerialVersionUID());
  }
}
