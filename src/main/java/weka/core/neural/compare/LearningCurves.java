package weka.core.neural.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instances;
import weka.core.neural.report.TrainingCurve;

/**
 * The course of one training on a whole data set.
 *
 * @param dataSet name of the data set
 * @param scheme label of the scheme
 * @param architecture what was trained, as text; may be empty
 * @param curves by name, one value for each epoch
 * @param measures what the scheme reports about the training, by name, such as the number of epochs; only defined
 *                 values
 */
record LearningCurves(String dataSet, String scheme, String architecture, Map<String, double[]> curves,
    Map<String, Double> measures) {

  /** Whether a scheme has curves at all. */
  static boolean offeredBy(Scheme scheme) {
    return scheme.classifier() instanceof TrainingCurve;
  }

  /**
   * Trains a copy of the scheme on all rows.
   *
   * @throws Exception whatever the scheme throws
   */
  static LearningCurves train(Scheme scheme, Instances data) throws Exception {
    Classifier classifier = AbstractClassifier.makeCopy(scheme.classifier());
    classifier.buildClassifier(data);
    Map<String, double[]> curves = new LinkedHashMap<>();
    TrainingCurve training = (TrainingCurve) classifier;
    for (String name : training.curveNames()) {
      curves.put(name, training.curve(name));
    }
    Map<String, Double> measures = new LinkedHashMap<>();
    if (classifier instanceof AdditionalMeasureProducer measuring) {
      for (String name : Collections.list(measuring.enumerateMeasures())) {
        double value = measuring.getMeasure(name);
        if (Double.isFinite(value)) {
          measures.put(name, value);
        }
      }
    }
    return new LearningCurves(data.relationName(), scheme.label(), training.architecture(), curves, measures);
  }
}
