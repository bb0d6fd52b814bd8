package ruru.nn.losses;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Tensor;

/**
 * Sigmoid and binary cross-entropy for each output separately: p_j = 1 / (1 + exp(-z_j)), L = -sum_j (t_j log p_j + (1
 * - t_j) log(1 - p_j)), gradient p - t. Two classes share one output, the second's. With more classes, predictions are
 * the p_j divided by their sum. Computed stably from the logits: L = sum_j (max(z_j, 0) - t_j z_j + log(1 +
 * exp(-|z_j|))), and the division by the sum is a softmax of log p_j = min(z_j, 0) - log(1 + exp(-|z_j|)). Source:
 * Bishop 2006, "Pattern Recognition and Machine Learning", section 5.2.
 */
@Description("Sigmoid with binary cross-entropy: one output per class, each against the rest.")
public record BinaryCrossEntropy() implements Loss {
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

  /** The loss; writes the gradient of rows with a weight to d unless that is null. */
  private static double run(Tensor out, Tensor target, float[] weight, float @Nullable [] d) {
    int c = out.channels();
    float[] z = out.matrix();
    float[] t = target.matrix();
    double sum = 0;
    for (int i = 0; i < out.planeSize(); i++) {
      float w = weight[i / c];
      if (w != 0) {
        double e = Math.exp(-Math.abs(z[i]));
        sum += w * (Math.max(z[i], 0) - (double) t[i] * z[i] + Math.log1p(e));
        if (d != null) {
          d[i] = (float) (w * ((z[i] >= 0 ? 1 : e) / (1 + e) - t[i]));
        }
      }
    }
    return sum;
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    int c = out.channels();
    if (c < prediction.channels()) {
      OutputLinks.logistic(out, prediction);
      return;
    }
    float[] z = out.matrix();
    float[] p = prediction.matrix();
    for (int j = 0; j < out.rows() * c; j++) {
      p[j] = (float) (Math.min(z[j], 0) - Math.log1p(Math.exp(-Math.abs(z[j]))));
    }
    OutputLinks.softmax(prediction, prediction);
  }
}
