package ruru.nn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ruru.nn.Activation;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;

/**
 * The notation for networks: steps separated by commas. A step is a layer's name, its settings in order or as
 * name=value, further layers such as activations that follow it, and "as NAME" to refer to it later: {@code conv 32
 * 3x3 relu as a, conv 32 3x3, add a, relu}. The first step may be the name of one of the {@link Presets}.
 * What {@link #print} writes, {@link #parse} reads back to steps with equal layers and names.
 */
public final class NetworkText {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Names are shown in tables and messages. */
  private static final int LONGEST_NAME = 100;

  private NetworkText() {}

  /**
   * Reads a network's steps; blank text has none.
   *
   * @throws NotationException naming the step, the character, what was expected, what was found and what was probably
   *                           meant
   */
  public static List<NamedLayer> parse(String text) {
    try {
      return read(text);
    } catch (NotationException e) {
      throw e.suggesting(guess(text));
    }
  }

  /** The network that was probably meant by an invalid or oddly written text; null if there is none. */
  static @Nullable String guess(String text) {
    String rewritten = Habits.rewritten(text);
    if (rewritten == null || Presets.has(rewritten)) {
      return rewritten;
    }
    try {
      return print(read(rewritten));
    } catch (NotationException e) {
      return null;
    }
  }

  /** As {@link #parse}, without guessing what was meant. */
  private static List<NamedLayer> read(String text) {
    List<NamedLayer> steps = new ArrayList<>();
    if (text.isBlank()) {
      return steps;
    }
    requireBrackets(text);
    int number = 0;
    int position = 0;
    List<String> parts = Words.split(text, ',');
    if (parts.size() > Network.MOST_STEPS) {
      throw new NotationException("a network has at most " + Network.MOST_STEPS + " steps, got " + parts.size(), 0,
          null);
    }
    for (String part : parts) {
      number++;
      String where = "step " + number + " '" + Excerpt.of(part.trim()) + "'";
      int start = position + part.length() - part.stripLeading().length();
      try {
        if (number == 1 && Presets.has(part.trim())) {
          read(Presets.text(part.trim())).forEach(s -> steps.add(
              new NamedLayer(s.layer(), s.name(), where + ", its " + s.where())));
        } else {
          readStep(part.trim(), where, steps);
        }
      } catch (IllegalArgumentException e) {
        throw new NotationException(where + ": " + e.getMessage(),
            start + Words.mistake(part.trim(), e, words -> readStep(words, where, new ArrayList<>())), e);
      }
      position += part.length() + 1;
    }
    return steps;
  }

  private static void requireBrackets(String text) {
    int unmatched = Words.unmatched(text);
    if (unmatched >= 0) {
      int number = Words.split(text.substring(0, unmatched), ',').size();
      throw new NotationException("step " + number + ": " + Words.complaint(text, unmatched), unmatched, null);
    }
  }

  /** Adds a step, and one more for each further layer that is named in it. */
  private static void readStep(String text, String where, List<NamedLayer> steps) {
    List<String> words = Words.spread(Words.split(text, ' '), Catalog.LAYERS);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a layer is missing; there is one comma too many");
    }
    String name = takeName(words);
    List<StepPart> parts = StepPart.of(layer(words.get(0)), words.subList(1, words.size()));
    for (int i = 0; i < parts.size(); i++) {
      steps.add(new NamedLayer(parts.get(i).layer(i > 0), i == parts.size() - 1 ? name : null, where));
    }
  }

  private static Class<? extends Layer> layer(String name) {
    if (Character.isDigit(name.charAt(0))) {
      throw new IllegalArgumentException("a layer's name is missing before '" + Excerpt.of(name) + "'");
    }
    if (Presets.has(name)) {
      throw new IllegalArgumentException(
          "'" + Excerpt.of(name) + "' is a preset; it must be the first step, without settings, "
              + "activations or a name");
    }
    String preset = Nearest.of(name.toLowerCase(Locale.ROOT), Presets.names());
    if (preset != null && Nearest.of(name.toLowerCase(Locale.ROOT), Catalog.LAYERS.names()) == null) {
      throw new IllegalArgumentException(
          "there is no layer '" + Excerpt.of(name) + "'; did you mean the preset '" + preset
              + "'?");
    }
    return Catalog.LAYERS.get(name);
  }

  private static @Nullable String takeName(List<String> words) {
    int as = words.size() - 2;
    if (words.get(words.size() - 1).equalsIgnoreCase("as")) {
      throw new IllegalArgumentException("a name is missing after 'as'");
    }
    if (as < 1 || !words.get(as).equalsIgnoreCase("as")) {
      return null;
    }
    String name = words.get(as + 1);
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a step's name has at most " + LONGEST_NAME + " characters, got '" + Excerpt.of(name) + "'");
    }
    if (!NAME.matcher(name).matches() || Catalog.LAYERS.has(name)
        || name.equalsIgnoreCase(NamedLayer.INPUT)) {
      throw new IllegalArgumentException(
          "'" + Excerpt.of(name) + "' cannot be a step's name: a name is made of letters, digits "
              + "and _, does not start with a digit, and is not a layer's name or '"
              + NamedLayer.INPUT + "'");
    }
    words.subList(as, words.size()).clear();
    return name;
  }

  /** The steps as text, with an activation as a word of the preceding step where that is equivalent. */
  public static String print(List<NamedLayer> steps) {
    return String.join(", ", parts(steps));
  }

  /** The texts that {@link #print} joins by commas. */
  public static List<String> parts(List<NamedLayer> steps) {
    List<String> parts = new ArrayList<>();
    boolean open = false;
    for (NamedLayer step : steps) {
      boolean word = open && step.layer() instanceof Activation && isDefault(step.layer());
      String text = (word ? parts.remove(parts.size() - 1) + " " + Catalog.nameOf(step.layer())
          : RecordText.print(step.layer())) + (step.name() == null ? "" : " as " + step.name());
      parts.add(text);
      open = step.name() == null && (word || !(step.layer() instanceof Activation));
    }
    return parts;
  }

  /** As {@link #print}, with every setting of every layer: keeps its meaning in a version with other defaults. */
  public static String printAll(List<NamedLayer> steps) {
    return steps.stream().map(s -> RecordText.printAll(s.layer()) + (s.name() == null ? "" : " as " + s.name()))
        .collect(Collectors.joining(", "));
  }

  private static boolean isDefault(Layer layer) {
    return layer.equals(RecordText.create(layer.getClass(), List.of()));
  }
}
