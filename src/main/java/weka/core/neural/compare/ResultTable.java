package weka.core.neural.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One measure of all schemes on all data sets of a task.
 *
 * @param task the task
 * @param measure the measure
 * @param schemes the columns; the first is the base with which the others are compared
 * @param dataSets the rows
 * @param cells by row and column; null where a scheme failed or the measure is not defined
 * @param choices the rows on which the base has special options, by these options; empty if it has the same on all
 */
record ResultTable(Task task, Measure measure, List<String> schemes, List<String> dataSets, Cell[][] cells,
    Map<String, List<String>> choices) {

  /**
   * A scheme on a data set.
   *
   * @param mean over all folds
   * @param standardDeviation over all folds
   * @param count number of folds
   * @param mark how it compares with the base
   */
  record Cell(double mean, double standardDeviation, int count, Mark mark) {}

  String title() {
    return measure.title() + ", " + task.title();
  }

  String base() {
    return schemes.get(0);
  }

  boolean hasGaps() {
    for (Cell[] row : cells) {
      for (Cell cell : row) {
        if (cell == null) {
          return true;
        }
      }
    }
    return false;
  }

  /** The notes below the table. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(List.of(measure.explanation()));
    notes.addAll(task.notes());
    if (measure == task.measure()) {
      addChoices(notes);
    }
    if (schemes.size() > 1) {
      notes.add(measure.legend(base()));
    }
    if (hasGaps()) {
      notes.add("Empty: the scheme failed there, or the measure is not defined.");
    }
    return List.copyOf(notes);
  }

  private void addChoices(List<String> notes) {
    choices.forEach((options, sets) -> notes.add("Options of " + base() + " on " + String.join(", ", sets) + ": "
        + options));
    if (!choices.isEmpty() && choices.values().stream().mapToInt(List::size).sum() < dataSets.size()) {
      notes.add("On the other data sets " + base() + " has its default settings.");
    }
  }

  /** On how many data sets the marks of a scheme have this verdict. */
  long count(int scheme, String verdict) {
    long count = 0;
    for (Cell[] row : cells) {
      if (row[scheme] != null && row[0] != null && measure.verdict(row[scheme].mark()).equals(verdict)) {
        count++;
      }
    }
    return count;
  }
}
