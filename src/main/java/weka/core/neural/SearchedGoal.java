package weka.core.neural;

import weka.core.neural.options.SearchedNumber;

/**
 * {@link SearchedTraining} with what decides when training ends and how large weights may become.
 *
 * @param <N> Double
 */
public interface SearchedGoal<N> extends SearchedTraining<N> {
  default N isValidation() {
    return SearchedNumber.of(settings().validation);
  }

  default void setValidation(N value) {
    settings().validation.set(SearchedNumber.text(value));
  }

  default N isPatience() {
    return SearchedNumber.of(settings().patience);
  }

  default void setPatience(N value) {
    settings().patience.set(SearchedNumber.whole(value));
  }

  default N isDecay() {
    return SearchedNumber.of(settings().decay);
  }

  default void setDecay(N value) {
    settings().decay.set(SearchedNumber.text(value));
  }
}
