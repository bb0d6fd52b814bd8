package weka.core.neural.playground;

/** What a network can be given of a point of the plane, whose coordinates are from -6 to 6. */
public enum PlaneInput {
  X1("x1", "the first coordinate"),
  X2("x2", "the second coordinate"),
  X1_SQUARED("x1^2", "the square of x1: with x2^2, a circle is a straight line"),
  X2_SQUARED("x2^2", "the square of x2"),
  PRODUCT("x1 x2", "the product: above 0 where both have the same sign, which is the exclusive or"),
  SIN_X1("sin x1", "the sine of x1: stripes"),
  SIN_X2("sin x2", "the sine of x2: stripes");

  private final String title;
  private final String about;

  PlaneInput(String title, String about) {
    this.title = title;
    this.about = about;
  }

  /** The formula, which is the attribute's name, too. */
  public String title() {
    return title;
  }

  /** What it is good for. */
  public String about() {
    return about;
  }

  /** The value at a point. */
  public double of(double x1, double x2) {
    return switch (this) {
      case X1 -> x1;
      case X2 -> x2;
      case X1_SQUARED -> x1 * x1;
      case X2_SQUARED -> x2 * x2;
      case PRODUCT -> x1 * x2;
      case SIN_X1 -> StrictMath.sin(x1);
      case SIN_X2 -> StrictMath.sin(x2);
    };
  }
}
