package ruru.nn.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Translates a network written in the manner of Keras, PyTorch or MultilayerPerceptron, or almost in our notation, for
 * the error message: what was probably meant.
 */
final class Habits {
  private static final int LONGEST = 200;
  /** Longest text considered; pattern matching in a far longer one can overflow the stack. */
  private static final int LONGEST_WRITTEN = 2_000;
  private static final Pattern CALL = Pattern.compile(
      "(?s)(?:[A-Za-z_]+\\.)*([A-Za-z_][A-Za-z0-9_]*)\\s*\\((.*)\\)(.*)");
  private static final Pattern SIZES = Pattern.compile("\\(\\s*(\\d+(?:\\s*,\\s*\\d+)*)\\s*,?\\s*\\)");
  private static final Pattern GLUED = Pattern.compile("([a-z]+?)(\\d+)((?:x\\d+)?)");
  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)%");
  private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("kernelsize", "kernel"),
      Map.entry("strides", "stride"), Map.entry("poolsize", "window"), Map.entry("usebias", "bias"),
      Map.entry("kernelinitializer", "init"), Map.entry("dilationrate", "dilation"), Map.entry("p", "rate"),
      Map.entry("outfeatures", "units"), Map.entry("outchannels", "filters"), Map.entry("negativeslope", "slope"),
      Map.entry("stddev", "deviation"), Map.entry("nodes", "units"), Map.entry("neurons", "units"),
      Map.entry("initializer", "init"));
  private static final List<String> DROPPED = List.of("inputshape", "inputdim", "name", "infeatures", "inchannels",
      "dataformat", "inplace", "dtype");

  private Habits() {}

  /** A guess at what was meant, not always a valid network; null if there is none. */
  static @Nullable String rewritten(String text) {
    if (text.length() > LONGEST_WRITTEN) {
      return null;
    }
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u3001', ',');
    String plain = unwrapped(narrow.toLowerCase(Locale.ROOT).replaceAll("[\"'`]", "")
        .replaceAll("(?<![\\w.,])0,(?=\\d)", "0.")
        .replaceAll("->|=>|\u2192| \\+ |[;|\\n]", ",").replaceAll("(?<=[a-z0-9]):", " ")
        .replaceAll("(?<=\\d)\\s*[x\u00d7]\\s*(?=\\d)", "x"));
    if (plain.length() > LONGEST || Words.unmatched(plain) >= 0) {
      return null;
    }
    List<String> steps = new ArrayList<>();
    for (String part : Words.split(plain, ',')) {
      if (!part.isBlank()) {
        steps.add(step(part.trim()));
      }
    }
    steps.removeIf(String::isEmpty);
    int last = steps.size() - 1;
    if (last >= 0 && steps.get(last).matches("(dense \\d+|output) softmax")) {
      steps.set(last, "output");
    }
    String better = String.join(", ", steps);
    return better.isEmpty() || better.equals(text.trim()) ? null : better;
  }

  /** The text without the wrapper around a list of layers: "Sequential([...])", "[...]". */
  private static String unwrapped(String text) {
    String t = text.trim();
    Matcher sequential = Pattern.compile("(?s)(?:[a-z_]+\\.)*sequential\\s*\\((.*)\\)").matcher(t);
    t = sequential.matches() ? sequential.group(1).trim() : t;
    return t.startsWith("[") && t.endsWith("]") ? t.substring(1, t.length() - 1).trim() : t;
  }

  private static String step(String part) {
    String recurrent = RecurrentHabits.rewritten(part);
    String series = recurrent != null ? recurrent : EmbeddingHabits.rewritten(part);
    if (series != null) {
      return series;
    }
    String text = part;
    Matcher call = CALL.matcher(part);
    boolean framework = call.matches() && !Catalog.LAYERS.has(call.group(1)) || part.contains(".linear(");
    if (call.matches() && Words.unmatched(call.group(2)) < 0) {
      String settings = sizes(call.group(2)).stream().map(String::trim).collect(Collectors.joining(" "));
      text = call.group(1) + " " + settings + " " + call.group(3);
    }
    List<String> words = new ArrayList<>();
    for (String word : Words.split(text.replaceAll("\\s*=\\s*", "="), ' ')) {
      words.addAll(Arrays.asList(word(word, words.isEmpty()).split(" ")));
    }
    words.removeIf(String::isEmpty);
    return words.isEmpty() || words.get(0).equals("input") ? "" : ordered(words, framework);
  }

  /** The arguments of a call; sizes in brackets, (3, 3), become 3x3. */
  private static List<String> sizes(String arguments) {
    Matcher sizes = SIZES.matcher(arguments);
    return Words.split(sizes.replaceAll(m -> m.group(1).replaceAll("\\s*,\\s*", "x")), ',');
  }

  private static String word(String word, boolean first) {
    String setting = RecordText.nameOfSetting(word);
    if (setting != null) {
      return setting(setting.replaceAll("[-_]", ""), word.substring(setting.length() + 1));
    }
    Matcher percent = PERCENT.matcher(word);
    if (percent.matches()) {
      return Double.toString(Double.parseDouble(percent.group(1)) / 100);
    }
    if (word.equals("same") || word.equals("valid")) {
      return "padding=" + word;
    }
    Matcher glued = GLUED.matcher(word);
    if (first && glued.matches() && Catalog.LAYERS.meaning(word) == null
        && Catalog.LAYERS.meaning(glued.group(1)) != null) {
      return Catalog.LAYERS.meaning(glued.group(1)) + " " + glued.group(2) + glued.group(3);
    }
    return Words.isName(word) ? name(word, first) : sizes(word).get(0);
  }

  private static String name(String word, boolean first) {
    String layer = Catalog.LAYERS.meaning(word);
    if (layer != null) {
      return layer;
    }
    String near = first ? Nearest.of(word, Catalog.LAYERS.names()) : null;
    return word.equals("activation") ? "" : near != null ? near : word;
  }

  /** Translates name=value; also a layer's name with a value, as in dropout=0.2, and an activation by name. */
  private static String setting(String name, String value) {
    if (name.equals("activation")) {
      return value.equals("none") ? "" : name(value, true);
    } else if (DROPPED.contains(name)) {
      return "";
    } else if (Catalog.LAYERS.has(name)) {
      return name + " " + word(value, false);
    }
    String initialiser = Catalog.INITIALIZERS.meaning(value);
    String size = sizes(value).get(0);
    String ours = initialiser != null ? initialiser : size;
    return SETTINGS.getOrDefault(name, name) + "=" + ours;
  }

  /** The words with the layer's name first; a lone number, or one with an activation, is the width of a dense layer. */
  private static String ordered(List<String> words, boolean framework) {
    boolean number = words.get(0).matches("\\d+");
    if (number) {
      words.add(0, "dense");
    }
    boolean activation = words.size() == 2 && words.get(1).matches("\\d+") && takesNoSettings(words.get(0));
    if (activation) {
      words.add(0, "dense");
    }
    boolean sized = words.size() == 2 || words.size() == 3 && takesNoSettings(words.get(2));
    if (number && words.size() == 2) {
      words.add("relu");
    } else if (framework && words.get(0).equals("linear") && words.size() == 3 && !sized) {
      return "dense " + words.get(2);
    } else if (framework && words.get(0).matches("batchnorm|layernorm") && words.size() == 2) {
      return words.get(0);
    }
    return String.join(" ", words);
  }

  private static boolean takesNoSettings(String word) {
    return Catalog.LAYERS.has(word) && Catalog.LAYERS.get(word).getRecordComponents().length == 0;
  }
}
