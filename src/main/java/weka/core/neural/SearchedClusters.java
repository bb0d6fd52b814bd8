package weka.core.neural;

import weka.core.neural.options.SearchedNumber;

/**
 * The number of clusters as a number; see {@link SearchedTraining}.
 *
 * @param <N> Double
 */
public interface SearchedClusters<N> {
  ClusterSettings clusters();

  default N isClusters() {
    return SearchedNumber.of(clusters().clusters);
  }

  default void setClusters(N value) {
    clusters().clusters.set(SearchedNumber.whole(value));
  }
}
