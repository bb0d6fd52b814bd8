package weka.core.neural;

import java.util.List;
import ruru.nn.Activation;
import ruru.nn.Step;
import ruru.nn.layers.Output;
import ruru.nn.layers.Sigmoid;
import ruru.nn.text.Catalog;
import ruru.nn.text.RecordText;

/**
 * Between which numbers the outputs lie where the output layer has an activation of its own, as in 'output sigmoid'.
 *
 * @param low  the least, or minus infinity
 * @param high the most, or infinity
 */
public record OutputRange(String activation, double low, double high) {
  /** Activations have reached their bounds here, if they have any, to the last digit. */
  private static final float FAR = 1000;
  /** No activation has a bound beyond. */
  private static final float LARGEST_BOUND = 10;

  /** Null if the network does not end in an activation after its output layer. */
  static OutputRange of(List<Step> steps) {
    int last = steps.size() - 1;
    if (last < 1 || !(steps.get(last).layer() instanceof Activation activation)
        || steps.stream().noneMatch(s -> s.layer() instanceof Output)) {
      return null;
    }
    float[] y = new float[2];
    activation.forward(new float[] {-FAR, FAR}, y, 2);
    double low = Math.min(y[0], y[1]);
    double high = Math.max(y[0], y[1]);
    return new OutputRange(RecordText.print(activation), low < -LARGEST_BOUND ? Double.NEGATIVE_INFINITY : low,
        high > LARGEST_BOUND ? Double.POSITIVE_INFINITY : high);
  }

  /** Bounded on both sides. A softmax over such outputs can say of no class that it is nearly certain. */
  boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether outputs are written as probabilities, each by itself: those of sigmoid. */
  boolean isProbability() {
    return activation.equals(Catalog.nameOf(new Sigmoid()));
  }

  /** Whether no output is below 0, by which some losses tell two classes apart; the perceptron has its step. */
  boolean hidesTheSign() {
    return low >= 0 && !activation.equals(Catalog.nameOf(new ruru.nn.layers.Step()));
  }

  /** A sentence for the user where a number is predicted that has no such bounds; else null. */
  public static String remarkOnNumbers(List<Step> steps) {
    OutputRange range = of(steps);
    if (range == null || !Double.isFinite(range.low) && !Double.isFinite(range.high)) {
      return null;
    }
    return "The output ends in '" + range.activation + "', so that no scaled number "
        + (Double.isFinite(range.low) ? "below " + Numbers.rounded(range.low, 2) : "")
        + (range.isBounded() ? " or " : "")
        + (Double.isFinite(range.high) ? "above " + Numbers.rounded(range.high, 2) : "")
        + " can be predicted; leave it out at the end of the layers.";
  }
}
