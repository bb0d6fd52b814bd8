package ruru.nn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates an embedding that is written in the manner of Keras or PyTorch, for {@link Habits}. */
final class EmbeddingHabits {
  private static final Pattern LAYER = Pattern.compile("(?:[a-z_]+\\.)*embedding(bag)?\\s*\\((.*)\\)\\s*");
  private static final Pattern TWO_NUMBERS = Pattern.compile("embedding (\\d{1,8}) (\\d{1,8})");
  private static final Map<String, String> NAMES = Map.of("inputdim", "words", "numembeddings", "words", "outputdim",
      "units", "embeddingdim", "units", "embeddingsinitializer", "init");
  /** What says nothing about the layer, or what is so here anyway. */
  private static final Pattern DROPPED = Pattern.compile("(inputlength|inputshape|maskzero|paddingidx|name|dtype|mode|"
      + "sparse|embeddingsregularizer|embeddingsconstraint)=.*");
  private static final List<String> ORDER = List.of("words=", "units=");

  private EmbeddingHabits() {}

  /**
   * The layer in our notation, with what is not understood left as it is; null if the text is no embedding.
   *
   * @param step in lower case, without quotation marks
   */
  static @Nullable String rewritten(String step) {
    Matcher numbers = TWO_NUMBERS.matcher(step);
    if (numbers.matches()) {
      int a = Integer.parseInt(numbers.group(1));
      int b = Integer.parseInt(numbers.group(2));
      return "embedding " + Math.min(a, b) + " words=" + Math.max(a, b);
    }
    Matcher layer = LAYER.matcher(step);
    if (!layer.matches()) {
      return null;
    }
    List<String> settings = new ArrayList<>();
    String units = "";
    int place = 0;
    for (String written : Words.split(layer.group(2).replaceAll("\\s*=\\s*", "="), ',')) {
      String word = written.trim();
      String name = RecordText.nameOfSetting(word);
      String setting = word;
      if (name != null) {
        String plain = name.replaceAll("[-_]", "");
        String value = word.substring(name.length() + 1);
        String initialiser = Catalog.INITIALIZERS.meaning(value);
        setting = NAMES.getOrDefault(plain, plain) + "=" + (initialiser != null ? initialiser : value);
      } else if (place < ORDER.size()) {
        setting = ORDER.get(place++) + word;
      }
      if (setting.startsWith("units=")) {
        units = " " + setting.substring("units=".length());
      } else if (!word.isEmpty() && !DROPPED.matcher(setting).matches()) {
        settings.add(" " + setting);
      }
    }
    return "embedding" + units + String.join("", settings) + (layer.group(1) == null ? "" : ", globalavgpool");
  }
}
