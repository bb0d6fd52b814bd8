package weka.core.neural.compare;

import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.SplitEvaluator;

/** What is predicted, and so which schemes take part, how they are evaluated, by which measure. */
enum Task {

  CLASSIFICATION("classification", Measure.ACCURACY) {
    @Override
    SplitEvaluator evaluator(Classifier classifier) {
      return ofClasses(classifier);
    }

    @Override
    boolean suits(Capabilities able) {
      return predictsClasses(able);
    }
  },

  REGRESSION("regression", Measure.RELATIVE_ERROR) {
    @Override
    SplitEvaluator evaluator(Classifier classifier) {
      SilentRegressionSplitEvaluator evaluator = new SilentRegressionSplitEvaluator();
      evaluator.setClassifier(classifier);
      return evaluator;
    }

    @Override
    boolean suits(Capabilities able) {
      return able.handles(Capability.NUMERIC_CLASS);
    }
  },

  /** Classes of images, given as pixels. Apart from the other classes, since other schemes meet there. */
  IMAGES("images", Measure.ACCURACY,
      "CNN and MLP: NeuralNet that is told the size of the images (option -input), and NeuralNet that is not. ZeroR "
          + "always predicts the most frequent class.") {
    @Override
    SplitEvaluator evaluator(Classifier classifier) {
      return ofClasses(classifier);
    }

    @Override
    boolean suits(Capabilities able) {
      return predictsClasses(able);
    }
  };

  private final String title;
  private final Measure measure;
  private final List<String> notes;

  Task(String title, Measure measure, String... notes) {
    this.title = title;
    this.measure = measure;
    this.notes = List.of(notes);
  }

  private static SplitEvaluator ofClasses(Classifier classifier) {
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(classifier);
    return evaluator;
  }

  private static boolean predictsClasses(Capabilities able) {
    return able.handles(Capability.NOMINAL_CLASS) || able.handles(Capability.BINARY_CLASS);
  }

  /** The task that a class attribute sets in a table. */
  static Task of(Attribute target) {
    if (target.isNominal()) {
      return CLASSIFICATION;
    }
    if (target.type() == Attribute.NUMERIC) {
      return REGRESSION;
    }
    throw new IllegalArgumentException("the last attribute is the class, it must be nominal or numeric, but '"
        + target.name() + "' is of type " + Attribute.typeToString(target));
  }

  /** Weka's evaluator of one split, for this scheme. */
  abstract SplitEvaluator evaluator(Classifier classifier);

  /** Whether a scheme with these capabilities can do the task. */
  abstract boolean suits(Capabilities able);

  String title() {
    return title;
  }

  Measure measure() {
    return measure;
  }

  /** What the labels of the schemes mean, where they do not say it themselves. */
  List<String> notes() {
    return notes;
  }

  /** Name of the file of all results. */
  String fileName() {
    return title + ".arff";
  }
}
