package weka.core.neural.compare;

import java.util.List;

/**
 * One fold of a scheme on a data set: what tells it from all others of a comparison.
 *
 * @param task by its title
 * @param dataSet name of the data set
 * @param rows fingerprint of its rows
 * @param scheme class, version and all options
 * @param run number of the repetition, from 1
 * @param number of the fold, from 1
 */
record Fold(String task, String dataSet, String rows, String scheme, String run, String number) {

  /** How many fields it takes in a line. */
  static final int FIELDS = 6;

  /** Any fold of a scheme. */
  static Fold anyOf(Task task, String dataSet, String rows, Scheme scheme) {
    return new Fold(task.title(), dataSet, rows, scheme.version() + " " + scheme.specification(), "", "");
  }

  Fold at(String ofRun, String ofNumber) {
    return new Fold(task, dataSet, rows, scheme, ofRun, ofNumber);
  }

  List<String> fields() {
    return List.of(task, dataSet, rows, scheme, run, number);
  }

  static Fold of(List<String> fields) {
    return new Fold(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5));
  }
}
