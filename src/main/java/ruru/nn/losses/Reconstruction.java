package ruru.nn.losses;

import java.util.regex.Pattern;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Setting;
import ruru.nn.Tensor;

/**
 * The loss of an autoencoder, over columns of mixed kind: numbers have squared error 1/2 (y - t)^2; a nominal column of
 * k values has k outputs with softmax and cross-entropy, -sum_j t_j log p_j with p the softmax of y, as in {@link
 * Crossentropy}. A target that is no number (NaN) is a missing value: its cell, all k columns of a nominal one, is left
 * out of value and gradient.
 *
 * <p>The setting lists the columns in order, joined by +: {@code n4} are four numbers, {@code c3} is one nominal column
 * of three values; {@code :2} behind it gives these columns the weight 2. {@code n4+c3+n2:0.5} has 9 outputs. The text
 * is read anew in each call, in no time beside the rows. Predictions are numbers as they are and a share for each
 * nominal value. Source: Goodfellow, Bengio, Courville 2016, "Deep Learning", section 14.4; leaving missing cells out
 * is our choice.
 */
@Description("For autoencoders: squared error for numbers, cross-entropy for nominal columns, missing targets left "
    + "out.")
public record Reconstruction(
    @Setting(value = "columns in order, as in n4+c3+n2:0.5: n and how many numbers, or c and the values of a nominal "
        + "one, with a weight behind a colon; 'numbers' means numbers alone",
        byDefault = "numbers") String columns) implements Loss {
  private static final String NUMBERS = "numbers";
  private static final Pattern GROUP =
      Pattern.compile("(n[1-9]\\d{0,8}|c([2-9]|[1-9]\\d{1,8}))(:\\d{1,6}(\\.\\d{1,9})?)?");

  public Reconstruction() {
    this(NUMBERS);
  }

  public Reconstruction {
    if (!columns.equals(NUMBERS) && !areGroups(columns)) {
      throw new IllegalArgumentException("columns must be 'numbers', or written like n4+c3+n2:0.5 with c2 the smallest "
          + "nominal column, got '" + columns + "'");
    }
  }

  // Group by group: one pattern for a repeated group takes stack for each, and overflows it at some hundred columns.
  private static boolean areGroups(String columns) {
    for (String group : columns.split("\\+", -1)) {
      if (!GROUP.matcher(group).matches()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean fits(Task task) {
    return task == Task.NUMBERS;
  }

  /** A nominal column's loss depends on the logits alone, whose shift changes nothing, but its targets are shares. */
  @Override
  public boolean shiftInvariant() {
    return columns.indexOf('c') < 0;
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    return run(out, target, weight, null);
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    return run(out, target, weight, dOut);
  }

  private double run(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    double sum = 0;
    if (columns.equals(NUMBERS)) {
      for (int p = 0; p < out.positions(); p++) {
        sum += numbers(out, p, target.plane(p), weight, 1, dOut == null ? null : dOut.plane(p), 0, out.channels());
      }
      return sum;
    }
    float[] d = dOut == null ? null : dOut.matrix();
    int from = 0;
    for (int at = 0; at < columns.length(); at = next(at)) {
      int to = from + count(at);
      requireFit(to, out.channels());
      float scale = scale(at);
      if (columns.charAt(at) == 'n') {
        sum += numbers(out, 0, target.matrix(), weight, scale, d, from, to);
      } else {
        sum += nominal(out, target.matrix(), weight, scale, d, from, to - from);
      }
      from = to;
    }
    requireAll(from, out.channels());
    return sum;
  }

  private static double numbers(Tensor out, int plane, float[] t, float[] weight, float scale, float[] d, int from,
      int to) {
    int c = out.channels();
    float[] y = out.plane(plane);
    double sum = 0;
    for (int r = 0; r < out.rows(); r++) {
      float w = weight[r] * scale;
      double row = 0;
      for (int j = r * c + from; j < r * c + to; j++) {
        float e = y[j] - t[j];
        boolean counts = w != 0 && t[j] == t[j];
        row += counts ? (double) e * e : 0;
        if (d != null) {
          d[j] = counts ? w * e : 0;
        }
      }
      sum += w == 0 ? 0 : 0.5 * w * row;
    }
    return sum;
  }

  private static double nominal(Tensor out, float[] t, float[] weight, float scale, float[] d, int from, int k) {
    int c = out.channels();
    float[] z = out.matrix();
    double sum = 0;
    for (int r = 0; r < out.rows(); r++) {
      int start = r * c + from;
      float w = weight[r] * scale;
      double shares = 0;
      for (int j = start; j < start + k; j++) {
        shares += t[j];
      }
      if (w == 0 || shares != shares) {
        for (int j = start; d != null && j < start + k; j++) {
          d[j] = 0;
        }
        continue;
      }
      float top = z[Votes.winner(z, start, k)];
      double total = 0;
      double chosen = 0;
      for (int j = start; j < start + k; j++) {
        total += Math.exp(z[j] - top);
        chosen += (double) t[j] * (z[j] - top);
      }
      sum += w * (shares * Math.log(total) - chosen);
      for (int j = start; d != null && j < start + k; j++) {
        d[j] = (float) (w * (shares * Math.exp(z[j] - top) / total - t[j]));
      }
    }
    return sum;
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    Votes.copy(out, prediction);
    int from = 0;
    for (int at = 0; !columns.equals(NUMBERS) && at < columns.length(); at = next(at)) {
      int width = count(at);
      for (int r = 0; columns.charAt(at) == 'c' && r < out.rows(); r++) {
        Votes.softmax(out.matrix(), prediction.matrix(), r * out.channels() + from, width);
      }
      from += width;
    }
  }

  /** The number behind the letter at an index of the text. */
  private int count(int at) {
    int count = 0;
    for (int i = at + 1; i < columns.length() && Character.isDigit(columns.charAt(i)); i++) {
      count = 10 * count + columns.charAt(i) - '0';
    }
    return count;
  }

  /** The number behind the colon of the group at an index of the text; 1 if there is none. */
  private float scale(int at) {
    int end = next(at) - 1;
    int i = columns.indexOf(':', at);
    if (i < 0 || i > end) {
      return 1;
    }
    double value = 0;
    double unit = 0;
    for (i++; i < end; i++) {
      char c = columns.charAt(i);
      if (c == '.') {
        unit = 1;
      } else {
        value = 10 * value + c - '0';
        unit *= 10;
      }
    }
    return (float) (unit == 0 ? value : value / unit);
  }

  /** Index behind the + that ends the group at an index, or behind the text's end by one. */
  private int next(int at) {
    int plus = columns.indexOf('+', at);
    return (plus < 0 ? columns.length() : plus) + 1;
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
