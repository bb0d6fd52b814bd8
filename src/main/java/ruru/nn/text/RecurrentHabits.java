package ruru.nn.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates a recurrent layer that is written in the manner of Keras or PyTorch, for {@link Habits}. */
final class RecurrentHabits {
  private static final Pattern WRAPPED = Pattern.compile("(?:[a-z_]+\\.)*bidirectional\\s*\\(\\s*(.*)\\)\\s*");
  private static final Pattern LAYER = Pattern.compile(
      "(?:[a-z_]+\\.)*(bi-?)?(?:cudnn)?(simplernn|rnn|lstm|gru)(?:cell)?(?:(\\d+)|\\s*\\((.*)\\)|(\\s.*))?");
  private static final Map<String, String> NAMES = Map.of("hiddensize", "units", "kernelinitializer", "init",
      "recurrentinitializer", "recurrent", "nonlinearity", "activation");
  /** What says nothing about the layer, or what is so here anyway. */
  private static final Pattern DROPPED = Pattern.compile("(inputsize|inputshape|inputdim|name|batchfirst|dtype|"
      + "returnstate|implementation|mergemode=concat|stateful=false|unroll|gobackwards=false|resetafter=true|"
      + "usebias=true|bias=true|recurrentactivation=sigmoid|(recurrent)?dropout=0(\\.0*)?|returnsequences=(false|no|0)|"
      + "bidirectional=(false|no|0)|activation=tanh)(=.*|$)");
  private static final Pattern YES = Pattern.compile("(returnsequences|bidirectional|gobackwards)=(true|yes|1)");
  private static final Map<String, String> MEANT = Map.of("returnsequences", "output=all", "bidirectional",
      "direction=both", "gobackwards", "direction=backward");
  private static final List<String> WAYS = List.of("forward", "backward", "both");

  private final String kind;
  private final List<String> numbers = new ArrayList<>();
  private final List<String> settings = new ArrayList<>();
  private int layers = 1;

  private RecurrentHabits(String kind) {
    this.kind = kind.equals("simplernn") ? "rnn" : kind;
  }

  /**
   * The layer in our notation, with what is not understood left as it is; null if the text is no recurrent layer.
   *
   * @param step in lower case, without quotation marks
   */
  static @Nullable String rewritten(String step) {
    Matcher wrapped = WRAPPED.matcher(step);
    List<String> parts = wrapped.matches() ? Words.split(wrapped.group(1), ',') : List.of(step);
    Matcher layer = LAYER.matcher(parts.get(0).trim());
    if (!layer.matches()) {
      return null;
    }
    RecurrentHabits habits = new RecurrentHabits(layer.group(2));
    if (layer.group(3) != null) {
      habits.numbers.add(layer.group(3));
    }
    habits.read(layer.group(4), ',');
    habits.read(layer.group(5), ' ');
    parts.subList(1, parts.size()).forEach(habits::read);
    if (wrapped.matches() || layer.group(1) != null) {
      habits.read("direction=both");
    }
    return habits.text();
  }

  private void read(@Nullable String all, char separator) {
    if (all != null) {
      String closed = all.replaceAll("\\s*=\\s*", "=");
      Words.split(closed, separator).forEach(this::read);
    }
  }

  private void read(String written) {
    String word = written.trim();
    String name = RecordText.nameOfSetting(word);
    String value = name == null ? word : word.substring(name.length() + 1);
    String plain = name == null ? null : name.replaceAll("[-_]", "");
    String setting = plain == null ? word : NAMES.getOrDefault(plain, plain) + "=" + value;
    Matcher yes = YES.matcher(setting);
    if (word.isEmpty() || DROPPED.matcher(setting).matches()) {
      return;
    } else if (word.matches("\\d+")) {
      numbers.add(word);
    } else if (setting.matches("units=\\d+")) {
      numbers.clear();
      numbers.add(value);
    } else if (setting.matches("numlayers=[1-9]")) {
      layers = Integer.parseInt(value);
    } else if (yes.matches()) {
      settings.add(MEANT.get(yes.group(1)));
    } else if (WAYS.contains(word)) {
      settings.add("direction=" + word);
    } else if (word.equals("bidirectional")) {
      settings.add("direction=both");
    } else if (word.equals("all") || word.equals("last")) {
      settings.add("output=" + word);
    } else if (kind.equals("rnn") && word.matches("tanh|relu")) {
      settings.add("activation=" + word);
    } else {
      String initialiser = Catalog.INITIALIZERS.meaning(value);
      settings.add(initialiser != null && name != null ? setting.substring(0, setting.indexOf('=') + 1) + initialiser
          : setting);
    }
  }

  /** PyTorch's numbers are inputs, units, layers. */
  private String text() {
    if (numbers.size() == 3 && numbers.get(2).matches("[1-9]")) {
      layers = Integer.parseInt(numbers.get(2));
    }
    List<String> words = new ArrayList<>(List.of(kind));
    if (!numbers.isEmpty()) {
      words.add(numbers.get(Math.min(1, numbers.size() - 1)));
    }
    words.addAll(settings.stream().distinct().toList());
    String last = String.join(" ", words);
    String before = settings.contains("output=all") ? last : last + " output=all";
    List<String> stack = new ArrayList<>(Collections.nCopies(layers - 1, before));
    stack.add(last);
    return String.join(", ", stack);
  }
}
