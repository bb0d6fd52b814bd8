package ruru.nn;

/** Runs an {@link ElementFunction} over the planes of a tensor, in place where the network allows it. */
final class ActivationOp implements Op {
  private final ElementFunction f;
  private final Shape shape;

  ActivationOp(ElementFunction f, Shape shape) {
    this.f = f;
    this.shape = shape;
  }

  ElementFunction function() {
    return f;
  }

  @Override
  public Shape outputShape() {
    return shape;
  }

  @Override
  public int outputLength(int length) {
    return length;
  }

  @Override
  public boolean inPlace() {
    return !f.derivesFromInput();
  }

  @Override
  public Reads reads() {
    return f.derivesFromInput() ? Reads.BOTH : Reads.OUTPUT;
  }

  @Override
  public Object memory(int rows) {
    return new float[rows * shape.channels()];
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int n = y.planeSize();
    for (int i = 0; i < y.positions(); i++) {
      f.forward(x[0].plane(i), y.plane(i), n);
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    int n = dy.planeSize();
    for (int i = 0; i < dy.positions(); i++) {
      float[] from = dy.plane(i);
      float[] to = dx[0].plane(i);
      if (to == from) {
        f.backward(x[0].plane(i), y.plane(i), to, n);
      } else if (p.fresh(0)) {
        System.arraycopy(from, 0, to, 0, n);
        f.backward(x[0].plane(i), y.plane(i), to, n);
      } else {
        float[] d = p.memory();
        System.arraycopy(from, 0, d, 0, n);
        f.backward(x[0].plane(i), y.plane(i), d, n);
        for (int j = 0; j < n; j++) {
          to[j] += d[j];
        }
      }
    }
  }
}
