package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Heap;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Usage;
import ruru.nn.ops.Series;
import ruru.nn.ops.Sums;

/**
 * Adds to a series what tells its steps apart, which {@link Attention} would not know: y[t, 2i] = x[t, 2i] + sin(t /
 * 10000^(2i / channels)) and y[t, 2i + 1] = x[t, 2i + 1] + cos(t / 10000^(2i / channels)), with t from 0. Input and
 * output [steps, channels]; nothing is learnt, dx = dy. Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.5.
 */
@Description("Adds sines and cosines of the step, which tell the steps of a series apart.")
@Usage(kind = Usage.Kind.ATTENTION, value = @Usage.Example(shapes = "[steps, channels] -> [steps, channels]",
    input = "100x3", layers = "conv1d 32 1, positions"))
public record Positions() implements Layer {
  private static final double LONGEST = 10_000;

  @Override
  public Op build(Build b, Shape... in) {
    Series.require(b, in[0]);
    return new Encoded(in[0]);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  public boolean passesShift() {
    return true;
  }

  private record Encoded(Shape outputShape) implements Op {
    @Override
    public int outputLength(int length) {
      return length;
    }

    @Override
    public Reads reads() {
      return Reads.NOTHING;
    }

    @Override
    public boolean inPlace() {
      return true;
    }

    /** What is added [step][channel]. */
    @Override
    public float[][] memory(int rows) {
      Heap.requireFloats(outputShape.channels(), outputShape.size(), "telling " + outputShape.dim(0) + " steps of "
          + outputShape.channels() + " channels apart", "Use fewer steps");
      float[][] waves = new float[outputShape.dim(0)][outputShape.channels()];
      for (int c = 0; c < outputShape.channels(); c++) {
        double length = Math.pow(LONGEST, (c - c % 2) / (double) outputShape.channels());
        for (int t = 0; t < waves.length; t++) {
          waves[t][c] = (float) (c % 2 == 0 ? Math.sin(t / length) : Math.cos(t / length));
        }
      }
      return waves;
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      float[][] waves = p.memory();
      for (int t = 0; t < y.positions(); t++) {
        float[] from = x[0].plane(t);
        float[] to = y.plane(t);
        for (int r = 0, i = 0; r < y.rows(); r++) {
          for (int c = 0; c < y.channels(); c++, i++) {
            to[i] = from[i] + waves[t][c];
          }
        }
      }
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      if (dx[0] != null) {
        Sums.put(dy, dx[0], p.fresh(0));
      }
    }
  }
}
