package ruru.nn;

/** Runs an {@link Activation} over the planes of a tensor, in place where the network allows it. */
final class ActivationOp implements Op {
  private final Activation activation;
  private final Shape shape;

  ActivationOp(Activation activation, Shape shape) {
    this.activation = activation;
    this.shape = shape;
  }

  Activation activation() {
    return activation;
  }

  @Override
  public Shape outputShape() {
    return shape;
  }

  @Override
  public boolean inPlace() {
    return !activation.derivesFromInput();
  }

  @Override
  public Reads reads() {
    return activation.derivesFromInput() ? Reads.BOTH : Reads.OUTPUT;
  }

  @Override
  public Object memory(int rows) {
    return new float[rows * shape.channels()];
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int n = y.planeSize();
    for (int i = 0; i < y.positions(); i++) {
      activation.forward(x[0].plane(i), y.plane(i), n);
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
        activation.backward(x[0].plane(i), y.plane(i), to, n);
      } else if (p.fresh(0)) {
        System.arraycopy(from, 0, to, 0, n);
        activation.backward(x[0].plane(i), y.plane(i), to, n);
      } else {
        float[] d = p.memory();
        System.arraycopy(from, 0, d, 0, n);
        activation.backward(x[0].plane(i), y.plane(i), d, n);
        for (int j = 0; j < n; j++) {
          to[j] += d[j];
        }
      }
    }
  }
}
