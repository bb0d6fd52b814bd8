package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;

/**
 * Batch normalisation: y = gain * (x - mean) / sqrt(variance + epsilon) + bias, per channel.
 *
 * <p>Input and output [n, ..., c], features and maps alike; gain [c], 1 at the start, and bias [c], 0 at the start.
 * In training, mean and variance of a channel are taken over all rows and positions, each row counted with its weight
 * (weight 0: absent, weight 2: twice); the variance divides by the sum of weights (no correction). In prediction they
 * are the running mean and variance, two parameters with the role STATE that each training run moves towards its own
 * statistics: running = momentum * running + (1 - momentum) * statistic.
 *
 * <p>A batch that is cut into shards has statistics for each shard, known as ghost batch normalisation, which
 * generalises no worse (Hoffer, Hubara, Soudry 2017, arXiv:1705.08741); the running values move towards the shards'
 * weighted average. Source: Ioffe and Szegedy 2015, arXiv:1502.03167. epsilon 1e-5 and momentum 0.9 are our choice.
 */
@Description("Batch normalisation: each channel gets mean 0 and variance 1 over the batch, then a learnt gain and "
    + "bias.")
public record Batchnorm(
    @Setting(value = "part of the running mean and variance that each batch keeps", byDefault = "0.9", min = 0, max = 1,
        below = true) double momentum,
    @Setting(value = "added to the variance", byDefault = "1e-5", min = 0, above = true) double epsilon)
    implements Layer {

  public Batchnorm() {
    this(0.9, 1e-5);
  }

  @Override
  public Op build(Build b, Shape... in) {
    int c = in[0].channels();
    return new BatchnormOp(in[0], momentum, epsilon, b.bias("gain", 1, c), b.bias("bias", 0, c),
        b.state("mean", 0, c), b.state("variance", 1, c));
  }

  @Override
  public boolean isLinear() {
    return true;
  }
}
