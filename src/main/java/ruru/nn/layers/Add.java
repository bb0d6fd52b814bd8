package ruru.nn.layers;

import java.util.List;
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
import ruru.nn.ops.Sums;

/**
 * The sum of the previous step and the named steps, all of the same shape: y = x_0 + x_1 + ...; every dx_i is dy. With
 * a name further back it is the shortcut of a residual block (He et al. 2016, arXiv:1512.03385).
 */
@Description("Sum of the previous step and the named steps.")
@Usage(kind = Usage.Kind.SHAPE, value = @Usage.Example(shapes = "[...], [...] -> [...]",
    input = "20", layers = "dense 32 relu as a, dense 32, add a"))
public record Add(@Setting("names of the steps to add") List<String> of) implements Layer {
  public Add {
    of = List.copyOf(of);
  }

  public Add(String... of) {
    this(List.of(of));
  }

  @Override
  public List<Source> inputs() {
    return Source.previousAnd(of);
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (of.isEmpty()) {
      throw b.error("name at least one step to add, as in 'add a'");
    }
    for (int i = 1; i < in.length; i++) {
      if (!in[i].equals(in[0])) {
        throw b.error("adds outputs of the same shape, but the previous step gives " + in[0] + " and '" + of.get(i - 1)
            + "' gives " + in[i]);
      }
    }
    return new AddOp(in[0]);
  }

  @Override
  public boolean passesShift() {
    return true;
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  private record AddOp(Shape outputShape) implements Op {
    @Override
    public int outputLength(int length) {
      return length;
    }

    @Override
    public boolean inPlace() {
      return true;
    }

    @Override
    public Reads reads() {
      return Reads.NOTHING;
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      Sums.copy(x[0], y);
      for (int i = 1; i < x.length; i++) {
        Sums.add(x[i], y);
      }
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      for (int i = 0; i < dx.length; i++) {
        if (dx[i] != null) {
          Sums.put(dy, dx[i], p.fresh(i));
        }
      }
    }
  }
}
