package ruru.nn.ops.window;

import ruru.nn.FusesWithMaxPool;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.GlobalMaxPool;
import ruru.nn.layers.MaxPool;

/** The arithmetic of {@link MaxPool} and {@link GlobalMaxPool}; the gradient goes to the first of equal maxima. */
public record MaxPoolOp(Window window, Taps taps, Shape outputShape) implements FusesWithMaxPool.MaxPool {
  @Override
  public Reads reads() {
    return Reads.BOTH;
  }

  @Override
  public int outputLength(int length) {
    return taps.outputLength(length);
  }

  @Override
  public Object memory(int rows) {
    return new float[rows * outputShape.channels()];
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    for (int o = 0; o < y.positions(); o++) {
      if (x[0].isRagged()) {
        RaggedMaxWindows.max(taps, o, x[0], y.plane(o), y.planeSize());
      } else {
        MaxWindows.max(taps, o, x[0], y.plane(o), y.planeSize());
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] != null && x[0].isRagged()) {
      p.clearFresh(0, dx[0]);
      RaggedMaxWindows.scatterToMax(taps, x[0], y, dy, dx[0], p.memory());
    } else if (dx[0] != null) {
      MaxWindows.scatterToMax(taps, x[0], y, dy, dx[0], !p.fresh(0), p.memory());
    }
  }
}
