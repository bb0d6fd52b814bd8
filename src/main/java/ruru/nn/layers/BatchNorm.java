package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.BatchNormOp;

/**
 * Batch normalisation: y = gain * (x - mean) / sqrt(variance + epsilon) + bias, per channel.
 *
 * <p>Input and output [n, ..., c], features and maps alike; gain [c], 1 at the start, and bias [c], 0 at the start. In
 * training, mean and variance of a channel are taken over all rows and positions of the batch, each row weighted
 * (weight 0: absent, weight 2: counted twice), however the batch is cut into shards; the variance divides by the sum of
 * weights (no correction). Source: Ioffe and Szegedy 2015, arXiv:1502.03167. epsilon 1e-5 and momentum 0.9 are our
 * choice.
 *
 * <p>In prediction they are the running mean and variance, two parameters with the role STATE that each batch moves
 * towards its own: they become those of a mixture in which the batch has the weight 1 - momentum. The running variance
 * therefore includes the variance between the means of batches (law of total variance), which makes it the variance of
 * single rows even where every batch is small: with batches of n rows its expectation is 1 - 0.05 / n of that (at
 * momentum 0.9). The first batches are weighted by their rows, so that the initial values are soon forgotten.
 *
 * <p>A single row has no variance, and statistics of few rows are misleading: a last batch of one row would undo what
 * an epoch has learnt. For the rows that a batch lacks of {@link ruru.nn.Pass#trust enough} the running statistics
 * stand in, as constants: mean and variance are those of a mixture of both (Schneider et al. 2020, arXiv:2006.16971, do
 * so in prediction), and the batch moves the running statistics correspondingly less.
 */
@Description("Batch normalisation: each channel gets mean 0 and variance 1 over the batch, then a learnt gain and "
    + "bias.")
@Usage(kind = Usage.Kind.NORMALISATION, value = @Usage.Example(shapes = "[...] -> [...]",
    input = "28x28x1", layers = "conv 16 bias=no, batchnorm"))
public record BatchNorm(
    @Setting(value = "fraction of the running mean and variance that is kept at each "
        + "batch", byDefault = "0.9", min = 0, max = 1,
        below = true) double momentum,
    @Setting(value = "added to the variance", byDefault = "1e-5", min = 0, above = true) double epsilon)
    implements Layer {

  public BatchNorm() {
    this(0.9, 1e-5);
  }

  @Override
  public Op build(Build b, Shape... in) {
    int c = in[0].channels();
    return new BatchNormOp(in[0], momentum, epsilon, b.bias("gain", 1, c), b.shift("bias", 0, c),
        b.state("mean", 0, c), b.state("variance", 1, c));
  }

  @Override
  public boolean ignoresShift() {
    return true;
  }

  @Override
  public boolean isLinear() {
    return true;
  }
}
