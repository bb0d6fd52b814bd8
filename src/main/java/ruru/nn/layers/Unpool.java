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
import ruru.nn.ops.window.MaxPoolOp;
import ruru.nn.ops.window.MaxWindows;
import ruru.nn.ops.window.Taps;

/**
 * Undoes a named {@link MaxPool}: every value goes back to the position of its window's maximum, all other positions
 * become 0; where windows overlap, values at one position add up. The input has the shape of the pooling's output, the
 * output that of its input. Backward: dx is dy at those positions; nothing flows back into the pooling, whose choice of
 * positions has no derivative. Source: Zeiler, Taylor, Fergus 2011, "Adaptive deconvolutional networks".
 */
@Description("Puts values back at the positions that a named maxpool chose, and 0 everywhere else.")
@Usage(kind = Usage.Kind.POOLING, value = {
    @Usage.Example(shapes = "[height', width', channels] -> [height, width, channels]", input = "28x28x1",
        layers = "maxpool 2 as pool, conv 1 sigmoid, unpool pool"),
    @Usage.Example(shapes = "[steps', channels] -> [steps, channels]", input = "100x3",
        layers = "maxpool 4 as pool, conv1d 3, unpool pool")})
public record Unpool(@Setting("name of the maxpool to undo") String of) implements Layer {
  @Override
  public List<Source> inputs() {
    return List.of(new Source.Previous(), new Source.Named(of), new Source.InputOf(of));
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (!(b.op(of) instanceof MaxPoolOp pool)) {
      throw b.error("'" + of + "' is not a maxpool; write 'as " + of + "' right after the maxpool to undo");
    }
    if (!in[0].equals(pool.outputShape())) {
      throw b.error("'" + of + "' gave " + pool.outputShape() + ", but the previous step gives " + in[0]
          + "; both must have the same shape");
    }
    return new UnpoolOp(pool.taps(), in[2]);
  }

  /** Inputs: the values, the pooling's output, the pooling's input. */
  private record UnpoolOp(Taps taps, Shape outputShape) implements Op {
    @Override
    public Object memory(int rows) {
      return new float[rows * outputShape.channels()];
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      MaxWindows.scatterToMax(taps, x[2], x[1], x[0], y, false, p.memory());
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      if (dx[0] != null) {
        MaxWindows.gatherFromMax(taps, x[2], x[1], dy, dx[0], !p.fresh(0), p.memory());
      }
      for (int i = 1; i < dx.length; i++) {
        p.clearFresh(i, dx[i]);
      }
    }
  }
}
