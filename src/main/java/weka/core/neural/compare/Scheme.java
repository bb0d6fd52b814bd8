package weka.core.neural.compare;

import java.io.ObjectStreamClass;
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
   * A scheme from what one would type after {@code weka.Run}: class name and options.
   *
   * @throws IllegalArgumentException when there is no such class, it is no classifier or refuses the options
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

  String className() {
    return classifier.getClass().getName();
  }

  /** All options as the Experimenter writes them in its results, defaults included. */
  String options() {
    return classifier instanceof OptionHandler handler ? Utils.joinOptions(handler.getOptions()) : "";
  }

  /** Class name and all options: what one types to get the same scheme again. */
  String specification() {
    return (className() + " " + options()).trim();
  }

  /** The version in the Experimenter's key of a scheme. */
  String version() {
    return Long.toString(ObjectStreamClass.lookup(classifier.getClass()).getSerialVersionUID());
  }
}
