package weka.core.neural.options;

import java.util.Objects;
import java.util.function.Consumer;

/** A setting that always has a value, of a type that needs no text of its own: a number, a flag or an enum. */
public final class Checked<T> {
  private final Consumer<T> check;
  private T value;

  private Checked(T initial, Consumer<T> check) {
    this.check = check;
    value = initial;
  }

  /** A setting that takes anything but null. */
  public static <T> Checked<T> of(T initial) {
    return new Checked<>(initial, Objects::requireNonNull);
  }

  /**
   * A finite number of at least 0.
   *
   * @param name for messages
   */
  public static Checked<Double> notNegative(String name, double initial) {
    return new Checked<>(initial, number -> {
      if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(name + ": expected a number of at least 0, got " + number);
      }
    });
  }

  /**
   * A whole number of at least a smallest.
   *
   * @param unit for messages: "megabytes"
   */
  public static Checked<Integer> whole(String name, int min, String unit, int initial) {
    return new Checked<>(initial, number -> requireAtLeast(name, min, unit, number));
  }

  /** @throws IllegalArgumentException if a whole number is too small */
  public static int requireAtLeast(String name, int min, String unit, int number) {
    if (number < min) {
      throw new IllegalArgumentException(name + ": expected at least " + min + " " + unit + ", got " + number);
    }
    return number;
  }

  /** @throws IllegalArgumentException if the value is refused; the setting stays as it was */
  public void set(T wanted) {
    check.accept(wanted);
    value = wanted;
  }

  public T value() {
    return value;
  }
}
