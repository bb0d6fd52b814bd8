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
 * Corrupts elements for a denoising autoencoder: in training each element is, with probability {@code rate}, replaced
 * by low or high, with equal probability; in prediction y = x. Low and high both 0 is masking noise, the ends of the
 * range are salt and pepper. Input and output of any shape. Backward: dx = dy where the element was kept, else 0.
 *
 * <p>Unlike in {@link Dropout}, what is kept is not scaled up. Source: Vincent et al. 2010, "Stacked denoising
 * autoencoders", section 3.3.
 */
@Description("In training, replaces elements at random by a low or a high value: masking, or salt and pepper.")
@Usage(kind = Usage.Kind.REGULARISATION,
    value = @Usage.Example(shapes = "[...] -> [...]", input = "20", layers = "corrupt 0.3"))
public record Corrupt(
    @Setting(value = "probability that an element is replaced", byDefault = "0.2", min = 0, max = 1,
        below = true) double rate,
    @Setting(value = "one of the two replacements", byDefault = "0") double low,
    @Setting(value = "the other", byDefault = "0") double high) implements Layer {

  public Corrupt() {
    this(0.2, 0, 0);
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new CorruptOp(in[0], (float) rate, (float) low, (float) high);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record CorruptOp(Shape outputShape, float rate, float low, float high) implements TrainingNoise {
    @Override
    public void disturb(Pass p, Tensor x, Tensor y) {
      Sums.copy(x, y);
      int c = y.channels();
      for (int r = 0; r < y.rows(); r++) {
        long stream = p.random(r);
        for (int i = 0; i < y.positions(); i++) {
          for (int j = 0; j < c; j++) {
            float u = Rng.uniform(stream, i * c + j);
            if (u < rate) {
              y.plane(i)[r * c + j] = u < rate / 2 ? low : high;
            }
          }
        }
      }
    }

    @Override
    public void follow(Pass p, Tensor dy, Tensor dx) {
      int c = dy.channels();
      for (int r = 0; r < dy.rows(); r++) {
        long stream = p.random(r);
        for (int i = 0; i < dy.positions(); i++) {
          for (int j = 0; j < c; j++) {
            int at = r * c + j;
            float d = Rng.uniform(stream, i * c + j) < rate ? 0 : dy.plane(i)[at];
            dx.plane(i)[at] = p.fresh(0) ? d : dx.plane(i)[at] + d;
          }
        }
      }
    }
  }
}
