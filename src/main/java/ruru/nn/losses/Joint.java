package ruru.nn.losses;

import java.util.Locale;
import ruru.nn.ColumnGroups;
import ruru.nn.ColumnGroups.Group;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * The loss of several targets at once: L = sum_k w_k L_k, with L_k the loss of target k as if it were the only one and
 * w_k its weight. Target k has its own columns of the outputs, one for a number and one for each value of a nominal
 * target. A target of NaN is a missing value: it is left out of value and gradient, as if the row's weight were 0 for
 * this target.
 *
 * <p>The first setting lists the targets in order, as in {@link Reconstruction}. Predictions are numbers as they are
 * and a probability for each nominal value. Source: Caruana 1997, "Multitask learning"; leaving missing targets out is
 * our choice.
 */
@Description("For several targets: the sum of each one's own loss, missing ones left out.")
public record Joint(
    @Setting(value = "targets in order, as in c3+n2+c2:1.5: c and the values of a nominal one, or n and how many "
        + "numbers, with a weight after a colon; 'numbers' means numbers only",
        byDefault = "numbers") ColumnGroups targets,
    @Setting(value = "loss of nominal targets", byDefault = "crossentropy") Nominal nominal,
    @Setting(value = "loss of numbers", byDefault = "squared") Numeric numeric,
    @Setting(value = "the delta of huber, or the floor of percentage", byDefault = "1", min = 0,
        above = true) double bound)
    implements Loss {
  /** Losses of a nominal target, each with one output per value. */
  public enum Nominal { CROSSENTROPY, SQUARED }

  /** Losses of a number. */
  public enum Numeric { SQUARED, ABSOLUTE, HUBER, PERCENTAGE }

  private Loss ofNominal() {
    return nominal == Nominal.CROSSENTROPY ? new CrossEntropy() : new Squared();
  }

  private Loss ofNumbers() {
    return switch (numeric) {
      case SQUARED -> new Squared();
      case ABSOLUTE -> new Absolute();
      case HUBER -> new Huber(bound);
      case PERCENTAGE -> new Percentage(bound);
    };
  }

  /** The losses that are added, and what judges, without the targets, of which there may be thousands. */
  public String describe() {
    boolean classes = targets.groups().stream().anyMatch(Group::nominal);
    boolean numbers = targets.areAnyNumbers() || targets.groups().stream().anyMatch(g -> !g.nominal());
    return "joint of the targets' " + (classes ? word(nominal) : "") + (classes && numbers ? " and " : "")
        + (numbers ? word(numeric) : "") + " (on held-out rows the first one's)";
  }

  private static String word(Enum<?> loss) {
    return loss.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean fits(Task task) {
    return task == Task.NUMBERS;
  }

  @Override
  public boolean shiftInvariant() {
    return targets.groups().stream().noneMatch(Group::nominal) && ofNumbers().shiftInvariant();
  }

  /** The loss of the first target: what suits it also suited the others, by measurement. */
  @Override
  public Joint judging() {
    if (targets.areAnyNumbers()) {
      return this;
    }
    StringBuilder text = new StringBuilder();
    for (Group g : targets.groups()) {
      String kind = (g.nominal() ? "c" : "n") + g.count();
      text.append(text.isEmpty() ? kind : "+" + kind + ":0");
    }
    return new Joint(ColumnGroups.parse(text.toString()), nominal, numeric, bound);
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    if (targets.areAnyNumbers()) {
      return ofNumbers().value(out, target, weight);
    }
    double[] sum = new double[1];
    each(out, target, weight, (part, loss) -> sum[0] += loss.value(part.out, part.target, part.weight));
    return sum[0];
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    if (targets.areAnyNumbers()) {
      return ofNumbers().gradient(out, target, weight, dOut);
    }
    double[] sum = new double[1];
    each(out, target, weight, (part, loss) -> {
      Tensor d = new Tensor(part.out.shape(), out.rows());
      sum[0] += loss.gradient(part.out, part.target, part.weight, d);
      part.give(d, dOut);
    });
    return sum[0];
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    if (targets.areAnyNumbers()) {
      ofNumbers().predict(out, task, prediction);
      return;
    }
    float[] none = new float[out.rows()];
    each(out, out, none, (part, loss) -> {
      Tensor p = new Tensor(part.out.shape(), out.rows());
      loss.predict(part.out, part.nominal ? Task.CLASSES : Task.NUMBERS, p);
      part.give(p, prediction);
    });
  }

  private interface Work {
    void on(Part part, Loss loss);
  }

  private void each(Tensor out, Tensor target, float[] weight, Work work) {
    Loss classes = ofNominal();
    Loss numbers = ofNumbers();
    int from = 0;
    for (int i = 0; i < targets.groups().size(); i++) {
      Group g = targets.groups().get(i);
      int width = g.nominal() ? g.count() : 1;
      for (int k = 0; k < g.count() / width; k++) {
        if (from + width > out.channels()) {
          throw new IllegalArgumentException("joint: the targets " + targets + " need more than the " + out.channels()
              + " outputs of the network");
        }
        work.on(new Part(out, target, weight, g, from, width), g.nominal() ? classes : numbers);
        from += width;
      }
    }
    if (from != out.channels()) {
      throw new IllegalArgumentException(
          "joint: the targets " + targets + " need " + from + " outputs, the network has "
              + out.channels());
    }
  }

  /** The columns of one target. */
  private static final class Part {
    private final boolean nominal;
    private final int from;
    private final int width;
    private final Tensor out;
    private final Tensor target;
    private final float[] weight;

    Part(Tensor all, Tensor targets, float[] weights, Group group, int from, int width) {
      this.nominal = group.nominal();
      this.from = from;
      this.width = width;
      int rows = all.rows();
      out = new Tensor(Shape.of(width), rows);
      target = new Tensor(Shape.of(width), rows);
      weight = new float[rows];
      copy(all, from, out, 0);
      copy(targets, from, target, 0);
      float[] t = target.matrix();
      for (int r = 0; r < rows; r++) {
        boolean known = true;
        for (int j = r * width; j < (r + 1) * width; j++) {
          known &= !Float.isNaN(t[j]);
          t[j] = Float.isNaN(t[j]) ? 0 : t[j];
        }
        weight[r] = known ? weights[r] * group.weight() : 0;
      }
    }

    private void copy(Tensor source, int at, Tensor goal, int to) {
      float[] s = source.matrix();
      float[] g = goal.matrix();
      for (int r = 0; r < out.rows(); r++) {
        System.arraycopy(s, r * source.channels() + at, g, r * goal.channels() + to, width);
      }
    }

    /** Writes what was computed of these columns into those of all. */
    void give(Tensor computed, Tensor all) {
      copy(computed, 0, all, from);
    }
  }
}
