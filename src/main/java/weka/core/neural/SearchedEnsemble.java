package weka.core.neural;

import weka.core.neural.options.SearchedNumber;

/**
 * {@link SearchedGoal} with the options of an ensemble.
 *
 * @param <N> Double
 */
public interface SearchedEnsemble<N> extends SearchedGoal<N> {
  default N isMembers() {
    return SearchedNumber.of(settings().members);
  }

  default void setMembers(N value) {
    settings().members.set(SearchedNumber.whole(value));
  }

  default N isBins() {
    return SearchedNumber.of(settings().bins);
  }

  default void setBins(N value) {
    settings().bins.set(SearchedNumber.whole(value));
  }
}
