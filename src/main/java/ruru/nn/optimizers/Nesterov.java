package ruru.nn.optimizers;

import ruru.nn.Description;
import ruru.nn.Setting;
import ruru.nn.StepOptimizer;

/**
 * Nesterov's accelerated gradient: v = momentum v + g, w = w - rate (g + momentum v). Sources: Nesterov 1983, "A
 * method of solving a convex programming problem with convergence rate O(1/k^2)"; Sutskever et al. 2013, "On the
 * importance of initialization and momentum in deep learning".
 *
 * <p>This is PyTorch's form. The paper takes the gradient at the point ahead, w + momentum v; here w stands for that
 * point, so that one gradient at the stored values is enough. With a constant rate the two are the same up to this
 * change of variable.
 */
@Description("Nesterov's momentum: v = momentum v + g, w = w - rate (g + momentum v).")
public record Nesterov(
    @Setting(value = "fraction of the velocity that is kept at each "
        + "update", byDefault = "0.9", min = 0, max = 1, below = true,
        unnamedFrom = 0.2) double momentum)
    implements StepOptimizer {

  public Nesterov() {
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
      value[i] -= rate * (gradient[i] + mu * velocity);
    }
  }
}
