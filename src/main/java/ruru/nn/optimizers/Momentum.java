package ruru.nn.optimizers;

import ruru.nn.Description;
import ruru.nn.Setting;
import ruru.nn.StepOptimizer;

/**
 * Gradient descent with momentum, the heavy ball: v = momentum v + g, w = w - rate v. Source: Polyak 1964, "Some
 * methods of speeding up the convergence of iteration methods".
 *
 * <p>This is PyTorch's form, with the rate outside the velocity: a change of the rate applies at once to all of v. In
 * the form of Sutskever et al. 2013, v = momentum v - rate g, w = w + v, old gradients keep the rate that they came
 * with; with a constant rate both are the same.
 */
@Description("Gradient descent with momentum: v = momentum v + g, w = w - rate v.")
public record Momentum(
    @Setting(value = "fraction of the velocity that is kept at each "
        + "update", byDefault = "0.9", min = 0, max = 1, below = true,
        unnamedFrom = 0.2) double momentum)
    implements StepOptimizer {

  public Momentum() {
    this(0.9);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public double defaultRate() {
    return 0.01;
  }

  @Override
  public void step(long t, float rate, int from, int to, float[] value, float[] gradient, float[][] slot) {
    float[] v = slot[0];
    float mu = (float) momentum;
    for (int i = from; i < to; i++) {
      float velocity = mu * v[i] + gradient[i];
      v[i] = velocity;
      value[i] -= rate * velocity;
    }
  }
}
