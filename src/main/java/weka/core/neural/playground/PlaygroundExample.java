package weka.core.neural.playground;

import java.util.EnumSet;
import java.util.Set;
import weka.core.neural.playground.PlaygroundSettings.Penalty;

/** Settings that show something, with what one sees; each begins from the same seed. */
public enum PlaygroundExample {
  CIRCLE("Circle: bent lines", PlaneData.CIRCLE, 500, 0, EnumSet.of(PlaneInput.X1, PlaneInput.X2),
      "dense 4 tanh, dense 2 tanh", "sgd", "0.03",
      "Each neuron of the first layer draws a soft line; together they close a ring around the disk."),
  CIRCLE_BY_SQUARES("Circle: squares", PlaneData.CIRCLE, 500, 0,
      EnumSet.of(PlaneInput.X1_SQUARED, PlaneInput.X2_SQUARED), "", "sgd", "0.03",
      "x1^2 + x2^2 is the squared distance from the middle: a single neuron finds the circle."),
  XOR("XOR: two neurons", PlaneData.XOR, 500, 0, EnumSet.of(PlaneInput.X1, PlaneInput.X2),
      "dense 2 tanh", "sgd", "0.03", "Press + above the layer, then Run: with four neurons it goes."),
  XOR_BY_PRODUCT("XOR: the product", PlaneData.XOR, 500, 0, EnumSet.of(PlaneInput.PRODUCT), "", "sgd",
      "0.03", "x1 x2 is above 0 exactly where the signs agree, so a network without hidden layers learns it."),
  SPIRAL("Spiral", PlaneData.SPIRAL, 500, 0, EnumSet.of(PlaneInput.X1, PlaneInput.X2),
      "dense 8 tanh, dense 8 tanh", "adam", "0.01", "From lines to bands to arms: later layers draw finer shapes."),
  OVERFITTING("Over-fitting", PlaneData.GAUSS, 100, 50, EnumSet.of(PlaneInput.X1, PlaneInput.X2),
      "dense 16 relu, dense 16 relu", "adam", "0.03",
      "The loss of the training rows falls, that of the test rows rises. Try the penalty L2 of 0.03, or more rows."),
  HILLS("Six hills", PlaneData.MULTI_GAUSS, 1200, 0, EnumSet.of(PlaneInput.X1, PlaneInput.X2),
      "dense 8 tanh, dense 8 tanh", "adam", "0.01", "The output is a height: blue below 0, orange above.");

  private final String title;
  private final PlaneData data;
  private final int rows;
  private final int noise;
  private final Set<PlaneInput> inputs;
  private final PlaygroundSettings settings;
  private final String about;

  PlaygroundExample(String title, PlaneData data, int rows, int noise, Set<PlaneInput> inputs, String layers,
      String optimizer, String rate, String about) {
    this.title = title;
    this.data = data;
    this.rows = rows;
    this.noise = noise;
    this.inputs = inputs;
    settings = new PlaygroundSettings(layers, optimizer, rate, 10, Penalty.NONE, "0.001", 1);
    this.about = about;
  }

  public String title() {
    return title;
  }

  public PlaneData data() {
    return data;
  }

  /** Half of them are learnt from. */
  public int rows() {
    return rows;
  }

  /** Percent. */
  public int noise() {
    return noise;
  }

  public Set<PlaneInput> inputs() {
    return inputs;
  }

  public PlaygroundSettings settings() {
    return settings;
  }

  /** What one sees, or is to try. */
  public String about() {
    return about;
  }
}
