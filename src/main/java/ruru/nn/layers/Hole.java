package ruru.nn.layers;

import java.util.Arrays;
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
 * A hole in each image, for an autoencoder that learns to fill it (inpainting): in training a square of side x side
 * positions, anywhere inside the maps with equal probability, is 0 in all channels; in prediction y = x. Input and
 * output maps [height, width, channels]. Backward: dx = dy outside the square, else 0.
 *
 * <p>Source: Pathak et al. 2016, "Context encoders: feature learning by inpainting", arXiv:1604.07379.
 */
@Description("In training, sets a square at a random place of the maps to 0, for a network that learns to fill it.")
@Usage(kind = Usage.Kind.REGULARISATION,
    value = @Usage.Example(shapes = "[height, width, channels] -> [height, width, channels]", input = "28x28x1",
        layers = "hole 8"))
public record Hole(@Setting(value = "height and width of the square", min = 1) int side) implements Layer {
  @Override
  public Op build(Build b, Shape... in) {
    if (in[0].rank() != 3) {
      throw b.error("takes maps [height, width, channels], got " + in[0] + "; set the input to the images' size, such "
          + "as 28x28x1");
    }
    if (side > in[0].dim(0) || side > in[0].dim(1)) {
      throw b.error("a hole of " + side + "x" + side + " does not fit into maps of " + in[0].toText()
          + "; make it smaller");
    }
    return new HoleOp(in[0], side);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record HoleOp(Shape outputShape, int side) implements TrainingNoise {
    @Override
    public void disturb(Pass p, Tensor x, Tensor y) {
      Sums.copy(x, y);
      for (int r = 0; r < y.rows(); r++) {
        clear(p, y, r);
      }
    }

    @Override
    public void follow(Pass p, Tensor dy, Tensor dx) {
      for (int r = 0; r < dy.rows(); r++) {
        int first = first(p, r);
        for (int i = 0; i < dy.positions(); i++) {
          if (!isInside(i, first)) {
            Sums.put(dy.plane(i), r * dy.channels(), dx.plane(i), r * dx.channels(), dx.channels(), p.fresh(0));
          }
        }
        if (p.fresh(0)) {
          clear(p, dx, r);
        }
      }
    }

    private void clear(Pass p, Tensor y, int row) {
      int first = first(p, row);
      int c = y.channels();
      for (int i = 0; i < y.positions(); i++) {
        if (isInside(i, first)) {
          Arrays.fill(y.plane(i), row * c, (row + 1) * c, 0);
        }
      }
    }

    /** The position of the row's hole that is first in the order of planes. */
    private int first(Pass p, int row) {
      long stream = p.random(row);
      int width = outputShape.dim(1);
      int top = (int) (Rng.uniform(stream, 0) * (outputShape.dim(0) - side + 1));
      int left = (int) (Rng.uniform(stream, 1) * (width - side + 1));
      return top * width + left;
    }

    private boolean isInside(int position, int first) {
      int width = outputShape.dim(1);
      int down = position / width - first / width;
      int right = position % width - first % width;
      return down >= 0 && down < side && right >= 0 && right < side;
    }
  }
}
