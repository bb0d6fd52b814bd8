package ruru.nn.text;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Layer;
import ruru.nn.NotationWord;

/** One layer of a step in the notation, with the words that are its settings. */
final class StepPart {
  private final Class<? extends Layer> type;
  private final List<String> settings = new ArrayList<>();

  private StepPart(Class<? extends Layer> type) {
    this.type = type;
  }

  /**
   * Divides the words of a step into parts: a layer's name starts a part, unless it is also one of the words of which a
   * setting of the layer before is chosen. A setting by name belongs to the last part so far that has it, so that
   * activations and named settings may come in any order. Any other setting belongs to the last part, or to the
   * previous one if the last takes none and the previous one has none yet.
   *
   * @param first the layer that the step starts with
   * @param words the words after it
   */
  static List<StepPart> of(Class<? extends Layer> first, List<String> words) {
    List<StepPart> parts = new ArrayList<>(List.of(new StepPart(first)));
    for (String word : words) {
      if (word.equalsIgnoreCase("as")) {
        throw new IllegalArgumentException("'as' and a one-word name must be at the end of the step");
      }
      StepPart last = parts.get(parts.size() - 1);
      String choice = RecordText.choice(last.type, word);
      if (choice != null) {
        last.settings.add(choice + "=" + word);
      } else if (Catalog.LAYERS.has(word)) {
        parts.add(new StepPart(Catalog.LAYERS.get(word)));
      } else {
        owner(parts, word).settings.add(word);
      }
    }
    return parts;
  }

  private static StepPart owner(List<StepPart> parts, String word) {
    String setting = RecordText.nameOfSetting(word);
    StepPart last = parts.get(parts.size() - 1);
    if (setting != null) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (RecordText.hasSetting(parts.get(i).type, setting)) {
          return parts.get(i);
        }
      }
      return parts.get(0);
    }
    if (parts.size() == 1 || last.takesSettings()) {
      return last;
    }
    StepPart before = parts.get(parts.size() - 2);
    if (!before.settings.isEmpty() || !before.takesSettings()) {
      String meant = Catalog.INITIALIZERS.has(word) ? null : likely(word);
      throw new IllegalArgumentException("'" + Excerpt.of(word) + "' follows '" + NotationWord.of(last.type)
          + (meant == null ? "', which takes no settings" : "' and is not a layer; did you mean '" + meant + "'?"));
    }
    return before;
  }

  private boolean takesSettings() {
    return type.getRecordComponents().length > 0;
  }

  /** @param named whether errors are to name the layer, since the step has others */
  Layer layer(boolean named) {
    try {
      return RecordText.create(type, settings);
    } catch (IllegalArgumentException e) {
      requireSettings();
      throw !named ? e : e instanceof HintedException unknown ? unknown.of(NotationWord.of(type))
          : new IllegalArgumentException(NotationWord.of(type) + ": " + e.getMessage(), e);
    }
  }

  /** After an error: a word that is not a setting was more likely meant as something else. */
  private void requireSettings() {
    int place = 0;
    for (String word : settings) {
      if (RecordText.nameOfSetting(word) == null && isStray(word, place++)) {
        String meant = RecordText.hasSetting(type, word) ? null : likely(word);
        String problem =
            "'" + Excerpt.of(word) + "' is neither a layer nor a setting of '" + NotationWord.of(type) + "'";
        throw new HintedException(problem, meant != null ? "did you mean '" + meant + "'?"
            : RecordText.hasSetting(type, word)
                ? "its value follows an equals sign, as in '" + word + "=...'"
            : RecordText.written(type));
      }
    }
  }

  /** Whether a word without a name cannot be meant as the setting at its position. */
  private boolean isStray(String word, int place) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?> wanted = place < components.length ? components[place].getType() : null;
    if (wanted == boolean.class || wanted == String.class || wanted == List.class
        || wanted != null && wanted.isEnum()) {
      return false;
    }
    int open = word.indexOf('(');
    String head = open < 0 ? word : word.substring(0, open);
    boolean number = head.chars().anyMatch(Character::isDigit) && !Character.isLetter(head.charAt(0));
    return !head.isEmpty() && !number && !head.equalsIgnoreCase("auto") && !Catalog.INITIALIZERS.has(head);
  }

  /** The layer or initialiser whose name a word resembles; null if it is such a name or resembles none. */
  private static @Nullable String likely(String word) {
    if (!Words.isName(word)) {
      return null;
    }
    String layer = Catalog.LAYERS.meaning(word);
    return layer != null ? layer : Nearest.of(word.toLowerCase(Locale.ROOT),
        Stream.concat(Catalog.LAYERS.names().stream(), Catalog.INITIALIZERS.names().stream()).toList());
  }
}
