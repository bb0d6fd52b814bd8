package ruru.nn.losses;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Tensor;

/**
 * Hinge loss with margin 1, that of support vector machines. Two classes share one output z: L = max(0, 1 - s z), with
 * s = 1 for the second class and -1 for the first. With more classes each has an output: L = sum over the wrong classes
 * j of max(0, 1 + z_j - z_y), y the true class. Where targets are probabilities, the loss is its expectation over the
 * classes.
 *
 * <p>Predictions are scores: the logistic function of z, or the softmax of all z. They rank classes as the outputs do,
 * but are not calibrated probabilities. Sources: Cortes and Vapnik 1995; Weston and Watkins 1999, "Support vector
 * machines for multi-class pattern recognition".
 */
@Description("Hinge loss: the true class must win by a margin of 1, as in support vector machines.")
public record Hinge() implements Loss {
  @Override
  public boolean fits(Task task) {
    return task == Task.CLASSES;
  }

  @Override
  public int outputs(int classes) {
    return OutputLinks.outputs(classes);
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    return run(out, target, weight, null);
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    float[] d = dOut.matrix();
    Arrays.fill(d, 0, dOut.planeSize(), 0);
    return run(out, target, weight, d);
  }

  /** The loss; adds the gradient to d unless that is null. */
  private static double run(Tensor out, Tensor target, float[] weight, float @Nullable [] d) {
    int c = out.channels();
    float[] z = out.matrix();
    float[] t = target.matrix();
    double sum = 0;
    for (int r = 0; r < out.rows(); r++) {
      if (weight[r] == 0) {
        continue;
      }
      if (c == 1) {
        sum += two(z[r], t[r], weight[r], d, r);
        continue;
      }
      for (int y = r * c; y < (r + 1) * c; y++) {
        if (t[y] != 0) {
          sum += several(z, r * c, c, y, weight[r] * t[y], d);
        }
      }
    }
    return sum;
  }

  private static double two(float z, float t, float weight, float @Nullable [] d, int r) {
    double second = Math.max(0.0, 1.0 - z);
    double first = Math.max(0.0, 1.0 + z);
    if (d != null) {
      d[r] = weight * ((first > 0 ? 1 - t : 0) - (second > 0 ? t : 0));
    }
    return weight * (t * second + (1 - t) * first);
  }

  private static double several(float[] z, int start, int c, int y, float weight, float @Nullable [] d) {
    double sum = 0;
    for (int j = start; j < start + c; j++) {
      double loss = j == y ? 0 : 1.0 + z[j] - z[y];
      if (!(loss <= 0)) { // NaN must come through
        sum += loss;
        if (d != null) {
          d[j] += weight;
          d[y] -= weight;
        }
      }
    }
    return weight * sum;
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    if (out.channels() < prediction.channels()) {
      OutputLinks.logistic(out, prediction);
    } else {
      OutputLinks.softmax(out, prediction);
    }
  }
}
