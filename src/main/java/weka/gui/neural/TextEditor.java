package weka.gui.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;

/**
 * Edits a property as text, key by key. A text that the setter accepts becomes the value at once. With any other, the
 * value is what it was when the user entered the field, not the last valid prefix of the text, such as the 0 of "0,01";
 * the field says so, with the setter's message.
 */
abstract class TextEditor extends InlineEditor {
  private final Function<String, Object> reader;
  private final List<String> suggestions;
  @SuppressWarnings("NullAway.Init") // by makeComponent()
  private SuggestionField field;
  private @Nullable Object settled;
  /** Why the text that stands in the field is refused; null if it is the value. */
  private @Nullable String problem;
  private final List<Runnable> listeners = new ArrayList<>();

  /**
   * @param reader makes the property's value from a text, or throws an IllegalArgumentException as the setter does
   * @param suggestions valid texts to choose from
   */
  TextEditor(Function<String, Object> reader, List<String> suggestions) {
    this.reader = reader;
    this.suggestions = suggestions;
  }

  TextEditor(Function<String, Object> reader, String... suggestions) {
    this(reader, List.of(suggestions));
  }

  /** A reader for a text property: the setter of an object created for each attempt. */
  static <S> Function<String, Object> text(Supplier<S> fresh, BiConsumer<S, String> setter) {
    return text -> {
      setter.accept(fresh.get(), text);
      return text;
    };
  }

  /** A reader for a property that may be "auto": a setting created for each attempt. */
  static Function<String, Object> auto(Supplier<Auto<?>> fresh) {
    return text -> {
      fresh.get().set(text);
      return text;
    };
  }

  /** A reader for a whole-number property. */
  static <S> Function<String, Object> whole(Supplier<S> fresh, BiConsumer<S, Integer> setter) {
    return text -> {
      int value = (Integer) BeanOptions.parse(int.class, text);
      setter.accept(fresh.get(), value);
      return value;
    };
  }

  /** A reader for a numeric property. */
  static <S> Function<String, Object> number(Supplier<S> fresh, BiConsumer<S, Double> setter) {
    return text -> {
      double value = (Double) BeanOptions.parse(double.class, text);
      setter.accept(fresh.get(), value);
      return value;
    };
  }

  /** What a valid text means, for the line below it; empty if there is nothing to say. */
  String note(String text) {
    return "";
  }

  /** A button beside the field, or null. */
  @Nullable
  JComponent button() {
    return null;
  }

  /** Lines below the field for which there is always room. */
  int lines() {
    return 1;
  }

  /** The text as it is in the field, perhaps unfinished. */
  final String typed() {
    return field.text();
  }

  /** As if the user had typed it. */
  final void type(String text) {
    field.setText(text);
    typed(text);
  }

  @Override
  final JComponent makeComponent() {
    field = new SuggestionField(name(), suggestions, button(), lines(), this::typed);
    field.whenLeft(() -> settled = getValue());
    return field;
  }

  /** The property's name: that of the class. */
  private String name() {
    String simple = getClass().getSimpleName();
    return simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
  }

  @Override
  final void showValue() {
    settled = getValue();
    problem = null;
    field.setText(getAsText());
    field.accept(note(getAsText()));
  }

  private void typed(String text) {
    try {
      change(reader.apply(text));
    } catch (IllegalArgumentException e) {
      if (!Objects.equals(getValue(), settled)) {
        change(settled);
      }
      field.refuse(getAsText(), e.getMessage());
      setProblem(String.valueOf(e.getMessage()));
      return;
    }
    String note = note(text);
    field.accept(note.isEmpty() ? "Accepted." : "Accepted: " + note);
    setProblem(null);
  }

  private void setProblem(@Nullable String now) {
    boolean changes = (now == null) != (problem == null);
    problem = now;
    if (changes) {
      listeners.forEach(Runnable::run);
    }
  }

  /**
   * For whoever is about to use the value.
   *
   * @throws IllegalArgumentException if another text stands in the field, which was refused
   */
  public final void requireAccepted() {
    if (problem != null) {
      throw new IllegalArgumentException("what is typed as " + name() + " is refused: " + problem);
    }
  }

  /** Runs something when what the user types begins or ceases to be refused. */
  public final void whenRefusalChanges(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public String getAsText() {
    return String.valueOf(getValue());
  }

  @Override
  public void setAsText(String text) {
    setValue(reader.apply(text));
  }
}
