package ruru.nn.optimizers;

import ruru.nn.Description;
import ruru.nn.Setting;
import ruru.nn.StepOptimizer;

/**
 * AdamW: the step of {@link Adam}, plus decoupled weight decay: w = w - rate decay w - rate mhat / (sqrt(vhat) +
 * epsilon). Decay that is added to the gradient, as in the other optimizers, is divided by sqrt(vhat) too, so that the
 * weights with the largest gradients decay least.
 *
 * <p>Source: Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2. The decay is multiplied by the rate, as in
 * PyTorch, whose default of 0.01 is used.
 */
@Description("Adam with decoupled weight decay: w = w - rate decay w.")
public record AdamW(
    @Setting(value = "decay rate of the running mean of the "
        + "gradient", byDefault = "0.9", min = 0, max = 1, below = true,
        unnamedFrom = 0.2) double beta1,
    @Setting(value = "decay rate of the running mean of its "
        + "square", byDefault = "0.999", min = 0, max = 1, below = true,
        unnamedFrom = 0.2) double beta2,
    @Setting(value = "added to the divisor, which keeps it above "
        + "0", byDefault = "1e-8", min = 0, above = true) double epsilon)
    implements StepOptimizer {

  public AdamW() {
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
  public double defaultDecay() {
    return 0.01;
  }

  @Override
  public boolean decouplesDecay() {
    return true;
  }

  @Override
  public void step(long t, float rate, int from, int to, float[] value, float[] gradient, float[][] slot) {
    AdamStep.step(t, rate, beta1, beta2, epsilon, from, to, value, gradient, slot);
  }
}
