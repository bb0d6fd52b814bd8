package ruru.nn.losses;

import java.util.Arrays;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Tensor;

/**
 * Sigmoid and binary cross-entropy, for each output by itself: p_j = 1 / (1 + exp(-z_j)),
 * L = -sum_j (t_j log p_j + (1 - t_j) log(1 - p_j)), gradient p - t. Two classes share one output, the second's.
 * With several, predictions are the p_j divided by their sum.
 * Stable: by the logits, L = sum_j (max(z_j, 0) - t_j z_j + log(1 + exp(-|z_j|))), and the division by the sum is a
 * softmax of log p_j = min(z_j, 0) - log(1 + exp(-|z_j|)).
 * Source: Bishop 2006, "Pattern Recognition and Machine Learning", section 5.2.
 */
@Description("Sigmoid with binary cross-entropy: every class against the rest, each by an output of its own.")
public record Binarycrossentropy() implements Loss {
  @Override
  public boolean fits(Task task) {
    return task == Task.CLASSES;
  }

  @Override
  public int outputs(int classes) {
    return classes == 2 ? 1 : classes;
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    int c = out.channels();
    float[] z = out.matrix();
    float[] t = target.matrix();
    double sum = 0;
    for (int r = 0; r < out.rows(); r++) {
      double row = 0;
      for (int j = r * c; j < (r + 1) * c; j++) {
        row += Math.max(z[j], 0) - (double) t[j] * z[j] + softening(z[j]);
      }
      sum += weight[r] == 0 ? 0 : weight[r] * row;
    }
    return sum;
  }

  /** log(1 + exp(-|z|)), by which the largest of 0 and z misses log(1 + exp(z)). */
  private static double softening(double z) {
    return Math.log1p(Math.exp(-Math.abs(z)));
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    int c = out.channels();
    float[] z = out.matrix();
    float[] t = target.matrix();
    float[] d = dOut.matrix();
    for (int r = 0; r < out.rows(); r++) {
      if (weight[r] == 0) {
        Arrays.fill(d, r * c, (r + 1) * c, 0);
        continue;
      }
      for (int j = r * c; j < (r + 1) * c; j++) {
        d[j] = (float) (weight[r] * (1 / (1 + Math.exp(-z[j])) - t[j]));
      }
    }
    return value(out, target, weight);
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    int c = out.channels();
    if (c < prediction.channels()) {
      Votes.logistic(out, prediction);
      return;
    }
    float[] z = out.matrix();
    float[] p = prediction.matrix();
    for (int j = 0; j < out.rows() * c; j++) {
      p[j] = (float) (Math.min(z[j], 0) - softening(z[j]));
    }
    Votes.softmax(prediction, prediction);
  }
}
