package ruru.nn.losses;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.ColumnGroups;
import ruru.nn.ColumnGroups.Group;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Setting;
import ruru.nn.Tensor;

/**
 * The loss of an autoencoder, over columns of mixed kind: numbers have squared error 1/2 (y - t)^2; a nominal column of
 * k values has k outputs with softmax and cross-entropy, -sum_j t_j log p_j with p the softmax of y, as in {@link
 * CrossEntropy}. A target of NaN is a missing value: its cell, all k outputs of a nominal one, is left out of value and
 * gradient.
 *
 * <p>The setting lists the columns in order, joined by +: {@code n4} are four numbers, {@code c3} is one nominal column
 * of three values; {@code :2} after it gives these columns the weight 2. {@code n4+c3+n2:0.5} has 9 outputs.
 * Predictions are numbers as they are and a probability for each nominal value. Source: Goodfellow, Bengio, Courville
 * 2016, "Deep Learning", section 14.4; leaving missing cells out is our choice.
 */
@Description("For autoencoders: squared error for numbers, cross-entropy for nominal columns, missing targets left "
    + "out.")
public record Reconstruction(
    @Setting(value = "columns in order, as in n4+c3+n2:0.5: n and how many numbers, or c and the values of a nominal "
        + "one, with a weight after a colon; 'numbers' means numbers only",
        byDefault = "numbers") ColumnGroups columns)
    implements Loss {
  public Reconstruction() {
    this("numbers");
  }

  /** @throws IllegalArgumentException if the text is not one that {@link ColumnGroups#parse} reads */
  public Reconstruction(String columns) {
    this(ColumnGroups.parse(columns));
  }

  @Override
  public boolean fits(Task task) {
    return task == Task.NUMBERS;
  }

  /** Adding a constant to a nominal column's logits changes nothing, but its targets are probabilities. */
  @Override
  public boolean shiftInvariant() {
    return columns.groups().stream().noneMatch(Group::nominal);
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    return run(out, target, weight, null);
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    return run(out, target, weight, dOut);
  }

  private double run(Tensor out, Tensor target, float[] weight, @Nullable Tensor dOut) {
    double sum = 0;
    if (columns.areAnyNumbers()) {
      for (int p = 0; p < out.positions(); p++) {
        sum += numbers(out, p, target.plane(p), weight, 1, dOut == null ? null : dOut.plane(p), 0, out.channels());
      }
      return sum;
    }
    float @Nullable [] d = dOut == null ? null : dOut.matrix();
    int from = 0;
    for (int i = 0; i < columns.groups().size(); i++) {
      Group group = columns.groups().get(i);
      int to = from + group.count();
      requireFit(to, out.channels());
      if (group.nominal()) {
        sum += nominal(out, target.matrix(), weight, group.weight(), d, from, group.count());
      } else {
        sum += numbers(out, 0, target.matrix(), weight, group.weight(), d, from, to);
      }
      from = to;
    }
    requireAll(from, out.channels());
    return sum;
  }

  private static double numbers(Tensor out, int plane, float[] t, float[] weight, float scale, float @Nullable [] d,
      int from, int to) {
    int c = out.channels();
    float[] y = out.plane(plane);
    double sum = 0;
    for (int r = 0; r < out.rows(); r++) {
      float w = weight[r] * scale;
      double row = 0;
      for (int j = r * c + from; j < r * c + to; j++) {
        float e = y[j] - t[j];
        boolean counts = w != 0 && !Float.isNaN(t[j]);
        row += counts ? (double) e * e : 0;
        if (d != null) {
          d[j] = counts ? w * e : 0;
        }
      }
      sum += w == 0 ? 0 : 0.5 * w * row;
    }
    return sum;
  }

  private static double nominal(Tensor out, float[] t, float[] weight, float scale, float @Nullable [] d, int from,
      int k) {
    int c = out.channels();
    float[] z = out.matrix();
    double sum = 0;
    for (int r = 0; r < out.rows(); r++) {
      int start = r * c + from;
      float w = weight[r] * scale;
      double targets = 0;
      for (int j = start; j < start + k; j++) {
        targets += t[j];
      }
      if (w == 0 || Double.isNaN(targets)) {
        if (d != null) {
          Arrays.fill(d, start, start + k, 0);
        }
        continue;
      }
      float top = z[OutputLinks.argMax(z, start, k)];
      double total = 0;
      double chosen = 0;
      for (int j = start; j < start + k; j++) {
        total += Math.exp(z[j] - top);
        chosen += (double) t[j] * (z[j] - top);
      }
      sum += w * (targets * Math.log(total) - chosen);
      if (d != null) {
        for (int j = start; j < start + k; j++) {
          d[j] = (float) (w * (targets * Math.exp(z[j] - top) / total - t[j]));
        }
      }
    }
    return sum;
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    OutputLinks.copy(out, prediction);
    int from = 0;
    for (int i = 0; i < columns.groups().size(); i++) {
      Group group = columns.groups().get(i);
      if (group.nominal()) {
        for (int r = 0; r < out.rows(); r++) {
          OutputLinks.softmax(out.matrix(), prediction.matrix(), r * out.channels() + from, group.count());
        }
      }
      from += group.count();
    }
  }

  private void requireFit(int end, int channels) {
    if (end > channels) {
      throw new IllegalArgumentException("reconstruction: the columns " + columns + " are more than the " + channels
          + " outputs of the network");
    }
  }

  private void requireAll(int end, int channels) {
    if (end != channels) {
      throw new IllegalArgumentException("reconstruction: the columns " + columns + " are " + end + ", the network has "
          + channels + " outputs");
    }
  }
}
