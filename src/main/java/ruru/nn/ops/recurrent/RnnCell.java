package ruru.nn.ops.recurrent;

import ruru.nn.Activation;
import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Pass;

/** h' = f(x W + h U + b), with an activation f whose derivative can be told from its output. */
record RnnCell(Weights weights, Activation f) implements Cell {
  static RnnCell of(Build b, String prefix, int inputs, int units, Initializer init, Initializer recurrent,
      Activation f) {
    Initializer chosen = init == Initializer.AUTO ? f.initialScaling() : init;
    return new RnnCell(Weights.declare(b, prefix, inputs, units, 1, chosen, recurrent, -1, false), f);
  }

  @Override
  public Object memory(int kept, int rows) {
    return this;
  }

  @Override
  public long numbers(int kept) {
    return 0;
  }

  @Override
  public void forward(Pass p, Object memory, int step, Unrolling unrolling, float[] xh, int line, float[] before,
      float[] h) {
    int rows = unrolling.rows(step);
    weights.ofBoth(p, rows, xh, line, h);
    f.forward(h, h, rows * weights.units());
  }

  @Override
  public boolean backward(Pass p, Object memory, int step, Unrolling unrolling, float[] before, float[] h,
      float[] dh, Slopes dz, float[] dbefore) {
    int rows = unrolling.rows(step);
    f.backward(h, h, dh, rows * weights.units());
    dz.set(unrolling.line(step), rows, 0, dh);
    return false;
  }
}
