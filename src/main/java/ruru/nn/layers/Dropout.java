package ruru.nn.layers;

import org.jspecify.annotations.Nullable;
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
import ruru.nn.ops.TrainingNoise;

/**
 * Dropout: in training every element is set to 0 with probability {@code rate} and otherwise divided by 1 - rate
 * ("inverted" dropout, which keeps the mean), so that in prediction y = x. Input and output have any shape. Backward:
 * dx = dy * mask.
 *
 * <p>The mask of a row comes from the row's own random stream. Source: Srivastava et al. 2014, "Dropout: a simple way
 * to prevent neural networks from overfitting".
 */
@Description("Dropout: in training, sets elements to 0 at random and scales up the rest.")
@Usage(kind = Usage.Kind.REGULARISATION, value = @Usage.Example(shapes = "[...] -> [...]",
    input = "20", layers = "dense 64 relu, dropout 0.2"))
public record Dropout(
    @Setting(value = "probability that an element is set to 0", byDefault = "0.5", min = 0, max = 1, below = true,
        shown = true) double rate)
    implements Layer {

  public Dropout() {
    this(0.5);
  }

  @Override
  public Op build(Build b, Shape... in) {
    return new DropoutOp(in[0], (float) rate, (float) (1 / (1 - rate)));
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record DropoutOp(Shape outputShape, float rate, float scale) implements TrainingNoise {
    @Override
    public boolean isRandom() {
      return rate > 0;
    }

    /** 0 or the scale for each element; allocated by the first training pass, as prediction does not need it. */
    private static final class Mask {
      private final Shape shape;
      private final int rows;
      private @Nullable Tensor values;

      Mask(Shape shape, int rows) {
        this.shape = shape;
        this.rows = rows;
      }

      Tensor values() {
        if (values == null) {
          values = new Tensor(shape, rows);
        }
        return values;
      }
    }

    @Override
    public Object memory(int rows) {
      return new Mask(outputShape, rows);
    }

    @Override
    public void disturb(Pass p, Tensor x, Tensor y) {
      Tensor mask = p.<Mask>memory().values();
      draw(p, mask, y.rows());
      for (int i = 0; i < y.positions(); i++) {
        multiply(x.plane(i), mask.plane(i), y.plane(i), y.planeSize());
      }
    }

    private void draw(Pass p, Tensor mask, int rows) {
      int c = mask.channels();
      for (int r = 0; r < rows; r++) {
        long stream = p.random(r);
        for (int i = 0; i < mask.positions(); i++) {
          float[] m = mask.plane(i);
          for (int j = 0; j < c; j++) {
            m[r * c + j] = Rng.uniform(stream, i * c + j) < rate ? 0 : scale;
          }
        }
      }
    }

    @Override
    public void follow(Pass p, Tensor dy, Tensor dx) {
      int n = dy.planeSize();
      Tensor mask = p.<Mask>memory().values();
      for (int i = 0; i < dy.positions(); i++) {
        if (p.fresh(0)) {
          multiply(dy.plane(i), mask.plane(i), dx.plane(i), n);
        } else {
          addProduct(dy.plane(i), mask.plane(i), dx.plane(i), n);
        }
      }
    }

    private static void multiply(float[] a, float[] b, float[] to, int n) {
      for (int i = 0; i < n; i++) {
        to[i] = a[i] * b[i];
      }
    }

    private static void addProduct(float[] a, float[] b, float[] to, int n) {
      for (int i = 0; i < n; i++) {
        to[i] += a[i] * b[i];
      }
    }
  }
}
