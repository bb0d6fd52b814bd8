package ruru.nn.optimizers;

import ruru.nn.Description;
import ruru.nn.StepOptimizer;

/**
 * Gradient descent: w = w - rate g. Stochastic with small batches, plain gradient descent with all rows in one batch.
 * Source: Robbins and Monro 1951, "A stochastic approximation method". The rate 0.01 is the customary one for
 * standardised inputs.
 */
@Description("Gradient descent: w = w - rate g.")
public record Sgd() implements StepOptimizer {
  @Override
  public int slots() {
    return 0;
  }

  @Override
  public double defaultRate() {
    return 0.01;
  }

  @Override
  public void step(long t, float rate, int from, int to, float[] value, float[] gradient, float[][] slot) {
    for (int i = from; i < to; i++) {
      value[i] -= rate * gradient[i];
    }
  }
}
