package ruru.nn.losses;

import ruru.nn.Loss;
import ruru.nn.Tensor;

/** A loss for numbers: the sum, over a row's outputs, of a function of one output and its target. */
interface ElementLoss extends Loss {
  /** The loss of one output y with target t. */
  double value(float y, float t);

  /** Its derivative by y. */
  float derivative(float y, float t);

  @Override
  default boolean fits(Task task) {
    return task == Task.NUMBERS;
  }

  @Override
  default double value(Tensor out, Tensor target, float[] weight) {
    int c = out.channels();
    double sum = 0;
    for (int p = 0; p < out.positions(); p++) {
      float[] y = out.plane(p);
      float[] t = target.plane(p);
      for (int r = 0; r < out.rows(); r++) {
        if (weight[r] == 0) {
          continue;
        }
        for (int j = r * c; j < (r + 1) * c; j++) {
          sum += weight[r] * value(y[j], t[j]);
        }
      }
    }
    return sum;
  }

  @Override
  default double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    int c = out.channels();
    for (int p = 0; p < out.positions(); p++) {
      float[] y = out.plane(p);
      float[] t = target.plane(p);
      float[] d = dOut.plane(p);
      for (int r = 0; r < out.rows(); r++) {
        for (int j = r * c; j < (r + 1) * c; j++) {
          d[j] = weight[r] == 0 ? 0 : weight[r] * derivative(y[j], t[j]);
        }
      }
    }
    return value(out, target, weight);
  }

  @Override
  default void predict(Tensor out, Task task, Tensor prediction) {
    OutputLinks.copy(out, prediction);
  }
}
