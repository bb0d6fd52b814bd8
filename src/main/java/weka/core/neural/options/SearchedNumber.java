package weka.core.neural.options;

/** Options given as numbers instead of texts; NaN stands for "auto". */
public final class SearchedNumber {
  private SearchedNumber() {}

  /** The number that an option has; NaN for "auto" and for anything that is not a number. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // a search asks for the type that it sets
  public static <N> N of(Auto<?> option) {
    return (N) (Double) (option.orNull() instanceof Number n ? n.doubleValue() : Double.NaN);
  }

  /** The text for a number, or the text itself. */
  public static String text(Object value) {
    return !(value instanceof Double d) ? String.valueOf(value) : d.isNaN() ? Auto.AUTO
        : d == Math.rint(d) && Math.abs(d) < Integer.MAX_VALUE ? Long.toString(Math.round(d)) : d.toString();
  }

  /** The text for the nearest whole number, or the text itself. */
  public static String whole(Object value) {
    return text(value instanceof Double d ? (Object) Math.rint(d) : value);
  }
}
