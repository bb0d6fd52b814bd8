package weka.core.neural;

import weka.core.neural.options.SearchedNumber;

/**
 * The units of a code as a number; see {@link SearchedTraining}.
 *
 * @param <N> Double
 */
public interface SearchedCode<N> {
  AutoencoderSettings coding();

  default N isCode() {
    return SearchedNumber.of(coding().code);
  }

  default void setCode(N value) {
    coding().code.set(SearchedNumber.whole(value));
  }
}
