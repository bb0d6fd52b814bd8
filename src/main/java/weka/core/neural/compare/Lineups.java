package weka.core.neural.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import weka.core.Instances;

/**
 * Which schemes meet where: one line-up for a kind of table; for images one for each size, which a network must be
 * told.
 *
 * @param ofTables by task
 * @param ofImages by size; all with the same labels in the same order, since they fill one table
 */
record Lineups(Map<Task, Lineup> ofTables, Map<String, Lineup> ofImages) {

  /** The task that a data set sets. */
  static Task task(Source source, Instances data) {
    Task task = Task.of(data.classAttribute());
    if (source.imageSize() == null) {
      return task;
    }
    if (task != Task.CLASSIFICATION) {
      throw new IllegalArgumentException("images need a nominal class, but '" + data.classAttribute().name()
          + "' is numeric");
    }
    return Task.IMAGES;
  }

  /** Who meets on a data set. */
  Lineup of(Source source, Instances data) {
    return source.imageSize() == null ? ofTables.get(task(source, data)) : ofImages.get(source.imageSize());
  }

  /** All line-ups whose results come together in the tables of a task. */
  List<Lineup> of(Task task) {
    return List.copyOf(task == Task.IMAGES ? ofImages.values()
        : Stream.ofNullable(ofTables.get(task)).toList());
  }
}
