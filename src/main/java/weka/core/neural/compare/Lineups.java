package weka.core.neural.compare;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import weka.core.Instances;

/**
 * Which schemes meet where: in each task one line-up for each way in which NeuralNet is set up.
 *
 * @param byNetwork by task, and in it by {@link Source#network}; those of a task have the same labels in the same
 *                  order, since they fill one table
 */
record Lineups(Map<Task, Map<String, Lineup>> byNetwork) {

  /**
   * Those that some data sets need.
   *
   * @param multilayerPerceptron whether Weka's own network takes part in tables
   * @param added further schemes
   */
  static Lineups of(List<Source> sources, boolean multilayerPerceptron, List<Scheme> added) {
    Map<Task, Map<String, Lineup>> lineups = new EnumMap<>(Task.class);
    for (Source source : sources) {
      String network = source.network();
      if (source.imageSize() != null) {
        lineups.computeIfAbsent(Task.IMAGES, k -> new LinkedHashMap<>())
            .computeIfAbsent(network, k -> Lineup.ofImages(k, added));
        continue;
      }
      // Which of the two it is shows only in the data.
      for (Task task : List.of(Task.CLASSIFICATION, Task.REGRESSION)) {
        lineups.computeIfAbsent(task, k -> new LinkedHashMap<>())
            .computeIfAbsent(network, k -> Lineup.of(task, k, multilayerPerceptron, added));
      }
    }
    return new Lineups(lineups);
  }

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
    Map<String, Lineup> ofTask = byNetwork.getOrDefault(task(source, data), Map.of());
    return Objects.requireNonNull(ofTask.get(source.network()), "the source was not among those at the start");
  }

  /** All line-ups whose results come together in the tables of a task. */
  List<Lineup> of(Task task) {
    return List.copyOf(byNetwork.getOrDefault(task, Map.of()).values());
  }
}
