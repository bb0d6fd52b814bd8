package weka.core.neural.compare;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import weka.core.Instances;

/**
 * Which schemes are compared where: in each task one line-up for each configuration of NeuralNet.
 *
 * @param byNetwork by task, then by {@link Source#network}; those of a task have the same labels in the same order,
 *                  since they fill one table
 */
record Lineups(Map<Task, Map<String, Lineup>> byNetwork) {

  /**
   * The line-ups that some data sets need.
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
      // Which of the two it is can only be seen from the data.
      for (Task task : List.of(Task.CLASSIFICATION, Task.REGRESSION)) {
        lineups.computeIfAbsent(task, k -> new LinkedHashMap<>())
            .computeIfAbsent(network, k -> Lineup.of(task, k, multilayerPerceptron, added));
      }
    }
    return new Lineups(lineups);
  }

  /** The task of a data set. */
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

  /** The line-up for a data set. */
  Lineup of(Source source, Instances data) {
    Map<String, Lineup> ofTask = byNetwork.getOrDefault(task(source, data), Map.of());
    return Objects.requireNonNull(ofTask.get(source.network()), "the source was not among those at the start");
  }

  /** All line-ups whose results share the tables of a task. */
  List<Lineup> of(Task task) {
    return List.copyOf(byNetwork.getOrDefault(task, Map.of()).values());
  }
}
