package ruru.nn.losses;

import java.util.Arrays;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Tensor;

/**
 * Perceptron loss: no loss if the true class wins, else the amount by which it loses. Two classes share one output z: L
 * = max(0, -s z), with s = 1 for the second class and -1 for the first; gradient [z &gt; 0] - t, with t = 1 for the
 * second. With more classes each has an output: L = max_j z_j - z_y, y the true class; gradient 1 for the largest (the
 * first if there are several), minus t. Where targets are probabilities, the loss is its expectation over the classes.
 *
 * <p>With batches of one row and plain gradient descent it is Rosenblatt's rule: a row on the wrong side moves the
 * weights by rate * (t - [z &gt; 0]) * input, a row on the right side changes nothing. After the layer 'step', whose
 * output y is [z &gt; 0] itself, the gradient is the same y - t; the loss shown then counts one kind of error only,
 * because the loss of an output of 0 is 0 for both classes.
 *
 * <p>Predictions are votes: 1 for the largest. Sources: Rosenblatt 1958; Collins 2002, "Discriminative training
 * methods for hidden Markov models".
 */
@Description("Perceptron loss: the amount by which a wrong class wins, 0 if the true class does.")
public record Perceptron() implements Loss {
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
    int c = out.channels();
    float[] z = out.matrix();
    float[] t = target.matrix();
    double sum = 0;
    for (int r = 0; r < out.rows(); r++) {
      if (weight[r] == 0) {
        continue;
      }
      if (c == 1) {
        sum += (double) weight[r] * (z[r] > 0 ? 1 - t[r] : -t[r]) * z[r];
        continue;
      }
      double top = z[OutputLinks.argMax(z, r * c, c)];
      for (int j = r * c; j < (r + 1) * c; j++) {
        sum += weight[r] * t[j] * (top - z[j]);
      }
    }
    return sum;
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    int c = out.channels();
    float[] z = out.matrix();
    float[] t = target.matrix();
    float[] d = dOut.matrix();
    for (int r = 0; r < out.rows(); r++) {
      float w = weight[r];
      if (w == 0) {
        Arrays.fill(d, r * c, (r + 1) * c, 0);
        continue;
      }
      for (int j = r * c; j < (r + 1) * c; j++) {
        d[j] = -w * t[j];
      }
      if (c == 1) {
        d[r] += z[r] > 0 ? w : 0;
      } else {
        d[OutputLinks.argMax(z, r * c, c)] += w;
      }
    }
    return value(out, target, weight);
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    int c = out.channels();
    int classes = prediction.channels();
    float[] z = out.matrix();
    prediction.fill(0);
    for (int r = 0; r < out.rows(); r++) {
      boolean shared = c < classes;
      int best = shared ? (z[r] > 0 ? 1 : 0) : OutputLinks.argMax(z, r * c, c) - r * c;
      prediction.matrix()[r * classes + best] = 1;
    }
  }
}
