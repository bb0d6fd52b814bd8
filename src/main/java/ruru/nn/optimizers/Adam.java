package ruru.nn.optimizers;

import ruru.nn.Description;
import ruru.nn.Setting;
import ruru.nn.StepOptimizer;

/**
 * Adam: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2,
 * w = w - rate * mhat / (sqrt(vhat) + epsilon) with mhat = m / (1 - beta1^t), vhat = v / (1 - beta2^t).
 * Source: Kingma and Ba 2015, arXiv:1412.6980, algorithm 1, with the paper's defaults.
 */
@Description("Adam: a step scaled by running means of the gradient and of its square.")
public record Adam(
    @Setting(value = "decay rate of the running mean of the "
        + "gradient", byDefault = "0.9", min = 0, max = 1, below = true,
        unnamedFrom = 0.2) double beta1,
    @Setting(value = "decay rate of the running mean of its "
        + "square", byDefault = "0.999", min = 0, max = 1, below = true,
        unnamedFrom = 0.2) double beta2,
    @Setting(value = "added to the divisor, which keeps it above "
        + "0", byDefault = "1e-8", min = 0, above = true) double epsilon)
    implements StepOptimizer {

  public Adam() {
    this(0.9, 0.999, 1e-8);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public double defaultRate() {
    return 0.001;
  }

  @Override
  public void step(long t, float rate, int from, int to, float[] value, float[] gradient, float[][] slot) {
    AdamStep.step(t, rate, beta1, beta2, epsilon, from, to, value, gradient, slot);
  }
}
