package weka.core.neural.perceptron;

import java.math.BigDecimal;

/**
 * The weights of a neuron with two inputs: net input w0 + w1 x1 + w2 x2, where w0 is the weight of an input that is
 * always 1 (the bias). Equal are those with the same values, however they are written.
 */
public record PerceptronWeights(BigDecimal bias, BigDecimal first, BigDecimal second) {
  /** Without zeros at the end, so that equal values are equal objects. */
  public PerceptronWeights {
    bias = plain(bias);
    first = plain(first);
    second = plain(second);
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** w0 + w1 x1 + w2 x2. */
  public BigDecimal net(PerceptronRow row) {
    return plain(bias.add(first.multiply(row.x1())).add(second.multiply(row.x2())));
  }

  /** 1 if the net input is above 0, otherwise 0. */
  public int output(PerceptronRow row) {
    return net(row).signum() > 0 ? 1 : 0;
  }

  /** The weights after a change. */
  PerceptronWeights plus(PerceptronWeights change) {
    return new PerceptronWeights(bias.add(change.bias), first.add(change.first), second.add(change.second));
  }
}
