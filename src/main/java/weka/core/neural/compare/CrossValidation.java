package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instances;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.SplitEvaluator;

/**
 * The experiment of one task: cross-validates schemes with Weka's Experimenter classes into one results file.
 *
 * <p>Run r shuffles the data with seed r, so all schemes see the same folds and these are those of the Experimenter.
 * {@code weka.experiment.Experiment} itself is not used, because it prints the failure of a scheme as a stack trace and
 * continues without it, and cannot tell which results are then incomplete.
 */
final class CrossValidation {

  private final Task task;
  private final int runs;
  private final Path file;
  private final String @Nullable [] measureNames;
  private final FoldStore store;
  private final CrossValidationResultProducer producer = new CrossValidationResultProducer();
  private final Results results = new Results();

  /**
   * Runs and writes nothing yet.
   *
   * @param file where {@link #finish} writes the results
   * @param store of the folds that have been evaluated
   */
  CrossValidation(Task task, List<Lineup> lineups, int numberOfFolds, int runs, Path file, FoldStore store) {
    this.task = task;
    this.runs = runs;
    this.file = file;
    this.store = store;
    measureNames = additionalMeasures(lineups);
    producer.setNumFolds(numberOfFolds);
  }

  /**
   * Of all folds of one scheme.
   *
   * @param mean of the task's measure
   * @param folds how many there are
   * @param read how many of them had been evaluated before
   */
  record Score(double mean, int folds, int read) {}

  /**
   * Cross-validates one scheme on one data set.
   *
   * @param data its relation name is the data set's name in the results
   * @param rows fingerprint of the data
   * @throws NotWritten if a fold cannot be stored
   * @throws Exception whatever the scheme throws; the results are then as if it had not run
   */
  Score run(Instances data, String rows, Scheme scheme) throws Exception {
    FoldResults folds = new FoldResults(store, Fold.anyOf(task, data.relationName(), rows, scheme));
    SplitEvaluator evaluator = new KnownFolds(task.evaluator(scheme.classifier()), folds);
    producer.setResultListener(folds);
    producer.setSplitEvaluator(evaluator);
    // Set after the scheme: the evaluator asks it which measures it has. Through the producer it would print a line.
    evaluator.setAdditionalMeasures(measureNames);
    producer.setInstances(data);
    producer.preProcess();
    for (int run = 1; run <= runs; run++) {
      producer.doRun(run);
    }
    folds.passTo(results, producer);
    return new Score(folds.mean(producer, task.measure().column()), runs * producer.getNumFolds(), folds.read());
  }

  /**
   * Writes the results.
   *
   * @return the results; null, and no file, if no scheme has finished on any data set
   */
  @Nullable
  Instances finish() throws IOException {
    if (results.isEmpty()) {
      return null;
    }
    results.write(file);
    return results.instances();
  }

  /** The names of all figures that schemes offer, so that every scheme's results have the same columns. */
  private static String @Nullable [] additionalMeasures(List<Lineup> lineups) {
    Set<String> names = new LinkedHashSet<>();
    for (Lineup lineup : lineups) {
      for (Scheme scheme : lineup.schemes()) {
        if (scheme.classifier() instanceof AdditionalMeasureProducer measuring) {
          names.addAll(Collections.list(measuring.enumerateMeasures()));
        }
      }
    }
    return names.isEmpty() ? null : names.toArray(new String[0]);
  }
}
