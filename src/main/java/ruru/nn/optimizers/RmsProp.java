package ruru.nn.optimizers;

import ruru.nn.Description;
import ruru.nn.Setting;
import ruru.nn.StepOptimizer;

/**
 * RMSprop: v = rho v + (1 - rho) g^2, w = w - rate g / (sqrt(v) + epsilon). Source: Tieleman and Hinton 2012, "Lecture
 * 6.5 - RMSprop", Coursera: Neural networks for machine learning, with its rho 0.9 and rate 0.001. The lecture has no
 * epsilon; it stands outside the root, as in PyTorch, and 1e-8 is our choice.
 */
@Description("RMSprop: the gradient divided by the root of a running mean of its square.")
public record RmsProp(
    @Setting(value = "decay rate of the running mean of the square", byDefault = "0.9", min = 0, max = 1, below = true,
        unnamedFrom = 0.2) double rho,
    @Setting(value = "added to the divisor, which keeps it above "
        + "0", byDefault = "1e-8", min = 0, above = true) double epsilon)
    implements StepOptimizer {

  public RmsProp() {
    this(0.9, 1e-8);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public double defaultRate() {
    return 0.001;
  }

  @Override
  public void step(long t, float rate, int from, int to, float[] value, float[] gradient, float[][] slot) {
    float[] v = slot[0];
    float r = (float) rho;
    float c = (float) (1 - rho);
    // never 0: a gradient of 0 would give 0 / 0
    float e = Math.max(Float.MIN_NORMAL, (float) epsilon);
    for (int i = from; i < to; i++) {
      float square = r * v[i] + c * gradient[i] * gradient[i];
      v[i] = square;
      value[i] -= rate * gradient[i] / ((float) Math.sqrt(square) + e);
    }
  }
}
