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
import ruru.nn.ops.ChannelLoops;
import ruru.nn.ops.TrainingNoise;

/**
 * Dropout of whole channels: in training each channel of a row is set to 0 at all its positions with probability {@code
 * rate}, and otherwise divided by 1 - rate; in prediction y = x. Neighbouring pixels are so alike that {@link Dropout}
 * of single ones hides little. Input and output have any shape; on features it is plain dropout. Backward: dx = dy *
 * mask.
 *
 * <p>The mask of a row comes from the row's own random stream. Source: Tompson et al. 2015, "Efficient object
 * localization using convolutional networks", arXiv:1411.4280 ("SpatialDropout").
 */
@Description("Dropout of whole channels: in training, sets channels to 0 at random and scales up the rest.")
@Usage(kind = Usage.Kind.REGULARISATION, value = @Usage.Example(shapes = "[...] -> [...]",
    input = "28x28x1", layers = "conv 16 relu, mapdropout 0.1"))
public record MapDropout(
    @Setting(value = "probability that a channel is set to 0", byDefault = "0.2", min = 0, max = 1, below = true,
        shown = true) double rate)
    implements Layer {

  public MapDropout() {
    this(0.2);
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new MapDropoutOp(in[0], (float) rate, (float) (1 / (1 - rate)));
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record MapDropoutOp(Shape outputShape, float rate, float scale) implements TrainingNoise {
    @Override
    public boolean isRandom() {
      return rate > 0;
    }

    /** The mask of a plane: 0 or the scale. */
    @Override
    public Object memory(int rows) {
      return new float[rows * outputShape.channels()];
    }

    @Override
    public void disturb(Pass p, Tensor x, Tensor y) {
      float[] mask = p.memory();
      int c = y.channels();
      for (int r = 0; r < y.rows(); r++) {
        long stream = p.random(r);
        for (int j = 0; j < c; j++) {
          mask[r * c + j] = Rng.uniform(stream, j) < rate ? 0 : scale;
        }
      }
      for (int i = 0; i < y.positions(); i++) {
        ChannelLoops.multiply(x.plane(i), mask, y.plane(i), y.planeSize());
      }
    }

    @Override
    public void follow(Pass p, Tensor dy, Tensor dx) {
      float[] mask = p.memory();
      for (int i = 0; i < dy.positions(); i++) {
        if (p.fresh(0)) {
          ChannelLoops.multiply(dy.plane(i), mask, dx.plane(i), dy.planeSize());
        } else {
          ChannelLoops.multiplyAdd(dy.plane(i), mask, dx.plane(i), dy.planeSize());
        }
      }
    }
  }
}
