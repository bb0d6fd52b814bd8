package weka.core.neural.compare;

import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.SplitEvaluator;

/** What is predicted, and hence which schemes take part and how they are evaluated. */
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

  /** Image classification from pixels. Separate from other classification, since other schemes are compared. */
  IMAGES("images", Measure.ACCURACY,
      "CNN and MLP: NeuralNet with and without the size of the images (option -input). ZeroR always predicts the most "
          + "frequent class.") {
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

  /** The task for a table with a given class attribute. */
  static Task of(Attribute target) {
    if (target.isNominal()) {
      return CLASSIFICATION;
    }
    if (target.type() == Attribute.NUMERIC) {
      return REGRESSION;
    }
    throw new IllegalArgumentException("the last attribute is the class and must be nominal or numeric, but '"
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

  /** Explains the schemes' labels where they are not self-explanatory. */
  List<String> notes() {
    return notes;
  }

  /** The name of the file with all results. */
  String fileName() {
    return title + ".arff";
  }
}
