package weka.core.neural;

import weka.core.neural.options.SearchedNumber;

/**
 * Options of a training as numbers, for Weka's GridSearch and MultiSearch. Both ask {@link
 * java.beans.PropertyDescriptor#PropertyDescriptor(String, Class)} for the type of the property "rate", which takes a
 * method isRate before getRate, whatever it returns, and set numbers and nothing else. What lists properties, as the
 * property sheet does, still meets the texts, for which "auto" is right.
 *
 * <p>An experiment in XML that goes through values of an option asks the same way, but sets the texts that it has
 * stored. Therefore the methods are generic: what asks for the type finds the one that the scheme gives, and a text is
 * taken all the same. A scheme has to name this interface itself, since the descriptor does not look at the interfaces
 * of a superclass, and a name may have one setter here, since it takes any of an interface.
 *
 * @param <N> Double
 */
public interface SearchedTraining<N> {
  NeuralSettings settings();

  default N isRate() {
    return SearchedNumber.of(settings().rate);
  }

  default void setRate(N value) {
    settings().rate.set(SearchedNumber.text(value));
  }

  default N isEpochs() {
    return SearchedNumber.of(settings().epochs);
  }

  default void setEpochs(N value) {
    settings().setEpochs(SearchedNumber.whole(value));
  }

  default N isBatch() {
    return SearchedNumber.of(settings().batch);
  }

  default void setBatch(N value) {
    settings().batch.set(SearchedNumber.whole(value));
  }
}
