package weka.core.neural;

import weka.core.neural.options.SearchedNumber;

/**
 * Training options as numbers, for Weka's GridSearch and MultiSearch. Both ask {@link
 * java.beans.PropertyDescriptor#PropertyDescriptor(String, Class)} for the type of the property "rate", which prefers a
 * method isRate to getRate, whatever it returns, and they set nothing but numbers. Code that lists properties, such as
 * the property sheet, still sees the texts, which may be "auto".
 *
 * <p>An XML experiment that iterates over the values of an option asks in the same way, but sets the texts that it has
 * stored. This is why the methods are generic: code that asks for the type finds the one that the scheme names, and a
 * text is accepted all the same. A scheme has to name this interface itself, since the descriptor does not look at the
 * interfaces of a superclass, and there may be only one setter of a name, since it takes any setter of an interface.
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
