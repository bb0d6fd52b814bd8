package weka.core.neural.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Activation;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Output;
import ruru.nn.layers.Sigmoid;
import ruru.nn.text.Catalog;
import ruru.nn.text.RecordText;
import weka.core.neural.report.Numbers;

/**
 * The range of the outputs if the output layer has an activation, as in 'output sigmoid'.
 *
 * @param low  the least, or minus infinity
 * @param high the most, or infinity
 */
record OutputRange(String activation, double low, double high) {
  /** At this input, activations have reached their bounds, if any, to the last digit. */
  private static final float FAR = 1_000_000;
  /** Activations that dip, such as gelu, have their minimum between minus this and this. */
  private static final float NEAR = 10;
  private static final int POINTS = 2001;
  /** No activation has a bound beyond this. */
  private static final float LARGEST_BOUND = 10;
  private static final double CLEARLY = 0.5;

  /** Null if the network does not end in an activation after its output layer. */
  static @Nullable OutputRange of(List<NamedLayer> steps) {
    int last = steps.size() - 1;
    if (last < 1 || !(steps.get(last).layer() instanceof Activation activation)
        || steps.stream().noneMatch(s -> s.layer() instanceof Output)) {
      return null;
    }
    float[] x = new float[POINTS + 2];
    for (int i = 0; i < POINTS; i++) {
      x[i] = NEAR * (2F * i / (POINTS - 1) - 1);
    }
    x[POINTS] = -FAR;
    x[POINTS + 1] = FAR;
    float[] y = new float[x.length];
    activation.forward(x, y, x.length);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : y) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new OutputRange(RecordText.print(activation), low < -LARGEST_BOUND ? Double.NEGATIVE_INFINITY : low,
        high > LARGEST_BOUND ? Double.POSITIVE_INFINITY : high);
  }

  /** Bounded on both sides: a softmax over such outputs can never be nearly certain. */
  boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether each output is a probability in itself: those of sigmoid. */
  boolean isProbability() {
    return activation.equals(Catalog.nameOf(new Sigmoid()));
  }

  /** Whether no output is clearly below 0, whose sign some losses classify by; the perceptron has its step. */
  boolean hidesTheSign() {
    return low > -CLEARLY && !activation.equals(Catalog.nameOf(new ruru.nn.layers.Step()));
  }

  /**
   * A warning for the user if the prediction should not have such bounds: a number should have none, the score of a
   * class none on one side only; otherwise null.
   */
  static @Nullable String remark(List<NamedLayer> steps, Loss.Task task) {
    OutputRange range = of(steps);
    if (range == null || !Double.isFinite(range.low) && !Double.isFinite(range.high)) {
      return null;
    } else if (task == Loss.Task.CLASSES) {
      return range.isBounded() ? null : "The output ends in '" + range.activation + "', so no class can score "
          + (Double.isFinite(range.low) ? "below " + Numbers.rounded(range.low, 2)
              : "above " + Numbers.rounded(range.high, 2))
          + ", which hinders learning; leave it out at the end of the layers.";
    }
    return "The output ends in '" + range.activation + "', so no scaled number "
        + (Double.isFinite(range.low) ? "below " + Numbers.rounded(range.low, 2) : "")
        + (range.isBounded() ? " or " : "")
        + (Double.isFinite(range.high) ? "above " + Numbers.rounded(range.high, 2) : "")
        + " can be predicted; leave it out at the end of the layers.";
  }
}
