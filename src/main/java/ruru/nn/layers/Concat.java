package ruru.nn.layers;

import java.util.List;
import java.util.stream.IntStream;
import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Source;
import ruru.nn.Tensor;
import ruru.nn.Usage;
import ruru.nn.ops.Columns;
import ruru.nn.ops.Sums;

/**
 * The outputs of the previous step and the named steps, joined along the last axis: features after features, channels
 * after channels. All other axes must agree. Backward: every dx_i is its slice of dy.
 */
@Description("Joins the previous step and the named steps along the last axis.")
@Usage(kind = Usage.Kind.SHAPE, value = @Usage.Example(shapes = "[..., a], [..., b] -> [..., a + b]",
    input = "20", layers = "dense 32 relu, concat input"))
public record Concat(@Setting("names of the steps to append") List<String> of) implements Layer {
  public Concat {
    of = List.copyOf(of);
  }

  public Concat(String... of) {
    this(List.of(of));
  }

  @Override
  public List<Source> inputs() {
    return Source.previousAnd(of);
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (of.isEmpty()) {
      throw b.error("name at least one step to append, as in 'concat a'");
    }
    int[] dims = new int[in[0].rank()];
    for (int a = 0; a < dims.length; a++) {
      dims[a] = in[0].dim(a);
    }
    for (int i = 1; i < in.length; i++) {
      if (!sameButChannels(in[0], in[i])) {
        throw b.error("joins along the last axis, so all other axes must agree, but the previous step gives " + in[0]
            + " and '" + of.get(i - 1) + "' gives " + in[i]);
      }
      dims[dims.length - 1] += in[i].channels();
    }
    return new ConcatOp(Shape.of(dims));
  }

  @Override
  public boolean passesShift() {
    return true;
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private static boolean sameButChannels(Shape a, Shape b) {
    return a.rank() == b.rank() && IntStream.range(0, a.rank() - 1).allMatch(i -> a.dim(i) == b.dim(i));
  }

  private record ConcatOp(Shape outputShape) implements Op {
    @Override
    public int outputLength(int length) {
      return length;
    }

    @Override
    public Reads reads() {
      return Reads.NOTHING;
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      int first = 0;
      for (Tensor part : x) {
        int c = part.channels();
        for (int i = 0; i < y.positions(); i++) {
          Columns.copy(part.plane(i), 0, c, y.plane(i), first, y.channels(), c, y.rows());
        }
        first += c;
      }
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      int first = 0;
      for (int k = 0; k < dx.length; k++) {
        int c = x[k].channels();
        if (dx[k] != null) {
          putSlice(dy, first, dx[k], p.fresh(k));
        }
        first += c;
      }
    }

    private static void putSlice(Tensor dy, int first, Tensor dx, boolean fresh) {
      int c = dx.channels();
      for (int i = 0; i < dy.positions(); i++) {
        for (int r = 0; r < dy.rows(); r++) {
          Sums.put(dy.plane(i), r * dy.channels() + first, dx.plane(i), r * c, c, fresh);
        }
      }
    }
  }
}
