package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Rng;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Usage;
import ruru.nn.ops.Sums;
import ruru.nn.ops.TrainingNoise;

/**
 * Gaussian noise: in training y = x + e, with e normal with mean 0 and the given standard deviation, drawn for each
 * element from the row's own random stream; in prediction y = x. Input and output have any shape. Backward: dx = dy.
 *
 * <p>As the first layer it is training with noise (Bishop 1995); in an autoencoder it makes a denoising one (Vincent et
 * al. 2010). Inputs are standardised, so 0.1 is a tenth of an attribute's standard deviation.
 */
@Description("Gaussian noise: in training, adds a random number to every element.")
@Usage(kind = Usage.Kind.REGULARISATION,
    value = @Usage.Example(shapes = "[...] -> [...]", input = "20", layers = "noise 0.2"))
public record Noise(
    @Setting(value = "standard deviation of the noise", byDefault = "0.1", min = 0) double deviation)
    implements Layer {

  public Noise() {
    this(0.1);
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new NoiseOp(in[0], (float) deviation);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record NoiseOp(Shape outputShape, float deviation) implements TrainingNoise {
    @Override
    public boolean isRandom() {
      return deviation > 0;
    }

    @Override
    public void disturb(Pass p, Tensor x, Tensor y) {
      Sums.copy(x, y);
      int c = y.channels();
      for (int r = 0; r < y.rows(); r++) {
        long stream = p.random(r);
        for (int i = 0; i < y.positions(); i++) {
          float[] to = y.plane(i);
          for (int j = 0; j < c; j++) {
            to[r * c + j] += deviation * Rng.gaussian(stream, i * c + j);
          }
        }
      }
    }

    @Override
    public void follow(Pass p, Tensor dy, Tensor dx) {
      Sums.put(dy, dx, p.fresh(0));
    }
  }
}
