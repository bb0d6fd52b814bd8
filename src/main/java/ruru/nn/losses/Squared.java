package ruru.nn.losses;

import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Tensor;

/**
 * Squared error: L = 1/2 sum_j (y_j - t_j)^2, gradient y - t. The half makes the gradient the error of the delta rule
 * (Widrow and Hoff 1960). Also for classes, whose outputs are then trained towards 0 and 1; as predictions they are
 * clipped to [0, 1] and divided by their sum.
 */
@Description("Squared error: 1/2 (y - t)^2, summed over the outputs.")
public record Squared() implements Loss {
  @Override
  public boolean fits(Task task) {
    return true;
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    int c = out.channels();
    double sum = 0;
    for (int p = 0; p < out.positions(); p++) {
      float[] y = out.plane(p);
      float[] t = target.plane(p);
      for (int r = 0; r < out.rows(); r++) {
        double row = 0;
        for (int j = r * c; j < (r + 1) * c; j++) {
          double e = y[j] - t[j];
          row += e * e;
        }
        sum += weight[r] == 0 ? 0 : 0.5 * weight[r] * row;
      }
    }
    return sum;
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    int c = out.channels();
    for (int p = 0; p < out.positions(); p++) {
      float[] y = out.plane(p);
      float[] t = target.plane(p);
      float[] d = dOut.plane(p);
      for (int r = 0; r < out.rows(); r++) {
        for (int j = r * c; j < (r + 1) * c; j++) {
          d[j] = weight[r] == 0 ? 0 : weight[r] * (y[j] - t[j]);
        }
      }
    }
    return value(out, target, weight);
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    if (task == Task.CLASSES) {
      OutputLinks.clipAndNormalise(out, prediction);
    } else {
      OutputLinks.copy(out, prediction);
    }
  }
}
