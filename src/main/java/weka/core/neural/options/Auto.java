package weka.core.neural.options;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Catalog;
import ruru.nn.text.Excerpt;
import ruru.nn.text.NumberSlip;
import ruru.nn.text.RecordText;

/**
 * A setting that is typed as a text and may be left open by the word "auto", so that the data decide. A text is
 * parsed, or refused, where it is set; from then on there are its value and, for whoever looks at the setting, the
 * text. What is off by default is left open by "none" instead.
 */
public final class Auto<T> {
  public static final String AUTO = "auto";
  public static final String NONE = "none";

  private final String open;
  private final boolean blankIsOpen;
  private final Function<String, T> reader;
  private final BiFunction<String, T, String> writer;
  private String text;
  private @Nullable T value;

  private Auto(String open, boolean blankIsOpen, Function<String, T> reader, BiFunction<String, T, String> writer) {
    this.open = open;
    this.blankIsOpen = blankIsOpen;
    text = open;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * A setting that is left to the data.
   *
   * @param reader makes the value from a text other than "auto", or throws an {@link IllegalArgumentException}
   * @param writer makes the text to keep, from the typed one and its value
   */
  public static <T> Auto<T> of(Function<String, T> reader, BiFunction<String, T, String> writer) {
    return new Auto<>(AUTO, false, reader, writer);
  }

  /** A setting that is switched off, by the word "none" in place of "auto". */
  public static <T> Auto<T> orNone(Function<String, T> reader, BiFunction<String, T, String> writer) {
    return new Auto<>(NONE, false, reader, writer);
  }

  /**
   * A whole number.
   *
   * @param name for messages
   * @param max  the largest; {@link Integer#MAX_VALUE} if there is none
   */
  public static Auto<Integer> whole(String name, int min, int max) {
    return whole(name, min, max, " or 'auto'");
  }

  /** @param others for messages: what may be given instead of a number */
  public static Auto<Integer> whole(String name, int min, int max, String others) {
    return of(typed -> readWhole(name, typed, min, max, others), (typed, number) -> Integer.toString(number));
  }

  private static int readWhole(String name, String typed, int min, int max, String others) {
    try {
      int number = Integer.parseInt(typed.trim());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + ": expected a whole number" + others + ", got '" + Excerpt.of(typed) + "'"
              + NumberSlip.hintOnWhole(typed),
          e);
    }
    throw new IllegalArgumentException(name + ": expected a whole number "
        + (max == Integer.MAX_VALUE ? "of at least " + min : "from " + min + " to " + max) + others + ", got "
        + Excerpt.of(typed));
  }

  /**
   * A number whose text is kept as typed.
   *
   * @param name     for messages
   * @param expected for messages: "a number above 0"
   */
  public static Auto<Double> number(String name, double min, double max, String expected) {
    return number(name, min, max, expected, NumberSlip::hint);
  }

  /** @param hint says what to write instead of a text that is not a number; may be empty */
  public static Auto<Double> number(String name, double min, double max, String expected, UnaryOperator<String> hint) {
    return of(typed -> readNumber(name, typed, min, max, expected, hint),
        (typed, number) -> typed.trim().toLowerCase(Locale.ROOT));
  }

  private static double readNumber(String name, String typed, double min, double max, String expected,
      UnaryOperator<String> hint) {
    double number;
    try {
      number = Double.parseDouble(typed.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": expected " + expected + " or 'auto', got '" + Excerpt.of(typed) + "'"
          + hint.apply(typed), e);
    }
    if (!(number >= min && number <= max)) {
      throw new IllegalArgumentException(name + ": expected " + expected + " or 'auto', got " + Excerpt.of(typed));
    }
    return number;
  }

  /** A member of a catalog with its settings. */
  public static <T> Auto<T> member(Catalog<T> catalog) {
    return of(typed -> RecordText.parse(catalog, typed), (typed, member) -> RecordText.print(member));
  }

  /** The same setting, also left open by an empty text, which Weka drops where it writes options as one line. */
  public Auto<T> orBlank() {
    return new Auto<>(open, true, reader, writer);
  }

  /** The same setting with one more valid word, for a value that cannot be written otherwise. */
  public Auto<T> with(String word, T meaning) {
    return new Auto<>(open, blankIsOpen, typed -> typed.trim().equalsIgnoreCase(word) ? meaning : reader.apply(typed),
        (typed, read) -> read.equals(meaning) ? word : writer.apply(typed, read));
  }

  /** The same setting with some values rejected, by a check that throws an {@link IllegalArgumentException}. */
  public Auto<T> without(Consumer<T> check) {
    return new Auto<>(open, blankIsOpen, typed -> {
      T read = reader.apply(typed);
      check.accept(read);
      return read;
    }, writer);
  }

  /**
   * Sets the typed text.
   *
   * @throws IllegalArgumentException if it is invalid; the setting then stays as it was
   */
  public void set(String typed) {
    boolean left = typed.trim().equalsIgnoreCase(open) || blankIsOpen && typed.trim().isBlank();
    T read = left ? null : reader.apply(typed);
    text = read == null ? open : writer.apply(typed, read);
    value = read;
  }

  /** Whether the setting is left to the data, or off. */
  public boolean isAuto() {
    return value == null;
  }

  /** Whether a text leaves a setting to the data. */
  public static boolean isAuto(String text) {
    return text.trim().equalsIgnoreCase(AUTO);
  }

  /** The value set, or else the one that the data suggest. */
  public T orElse(T decided) {
    return value == null ? decided : value;
  }

  /**
   * What is set.
   *
   * @throws IllegalStateException if it is left to the data, or switched off
   */
  public T value() {
    if (value == null) {
      throw new IllegalStateException("nothing is set, but '" + open + "'");
    }
    return value;
  }

  /** The value set; null if it is left to the data, or off. */
  public @Nullable T orNull() {
    return value;
  }

  /** What {@link #set} reads back. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
