package ruru.nn.losses;

import java.util.Locale;
import ruru.nn.ColumnGroups;
import ruru.nn.ColumnGroups.Group;
import ruru.nn.Description;
import ruru.nn.Loss;
import ruru.nn.Setting;
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

  private JointParts parts(Tensor out) {
    JointParts parts = JointParts.ofThread();
    if (!parts.fit(this, out)) {
      parts.make(this, targets, ofNominal(), ofNumbers(), out);
    }
    return parts;
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    JointParts parts = parts(out);
    if (targets.areAnyNumbers()) {
      return parts.numbers().value(out, target, weight);
    }
    double sum = 0;
    for (JointParts.Part part : parts.all()) {
      part.read(out, target, weight);
      sum += part.loss().value(part.out(), part.target(), part.weight());
    }
    return sum;
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    JointParts parts = parts(out);
    if (targets.areAnyNumbers()) {
      return parts.numbers().gradient(out, target, weight, dOut);
    }
    double sum = 0;
    for (JointParts.Part part : parts.all()) {
      part.read(out, target, weight);
      sum += part.loss().gradient(part.out(), part.target(), part.weight(), part.result());
      part.give(dOut);
    }
    return sum;
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    JointParts parts = parts(out);
    if (targets.areAnyNumbers()) {
      parts.numbers().predict(out, task, prediction);
      return;
    }
    for (JointParts.Part part : parts.all()) {
      part.readOutputs(out);
      part.loss().predict(part.out(), part.isNominal() ? Task.CLASSES : Task.NUMBERS, part.result());
      part.give(prediction);
    }
  }
}
