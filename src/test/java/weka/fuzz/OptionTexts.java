package weka.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.datagenerators.DataGenerator;

/** Command lines of a scheme that are right, or nearly so. */
final class OptionTexts {
  private static final List<String> VALUES = List.of("0", "1", "2", "3", "5", "10", "20", "-1", "2147483647",
      "-2147483648", "2147483648", "99999999999999999999", "1e9", "0x10", "1_000", "1,5", "NaN", "Infinity",
      "-Infinity",
      "1e308", "1e400", "4.9e-324", "0.5", "0.25", "1d", "+5", "0x1p3", "auto", "AUTO", " auto ", "none", "all",
      "balanced", "true", "", " ", "\t", "\u00a0", "\u2003", "-", "--", "---", "-S", "-epochs", "\\", "\"", "'",
      "\"a b\"",
      "${HOME}", "${no such}", "${", "\u0000", "a\nb", "\u202egnp", "\ud800", "dense 8 relu", "output",
      "output sigmoid",
      "dense 3 tanh as code, dense 4", "dense 8 relu, dropout 0.5", "conv 4 3x3 relu, output", "autoencoder-conv",
      "softmax", "adam", "adam beta2=0.95", "momentum 0.9", "lbfgs", "sgd", "step 10 0.5", "cosine", "huber 2",
      "crossentropy", "hinge", "1,2", "1,2,3", "1,,2", "2-5", "5-2", "-3-4", "28x28x1", "28x28x1 order=chw", "96x1",
      "0x0x0", "99999x99999x3", "flip, shift 2", "mixup 0.2", "gaussian 0.3", "mask 0.2", "0.05 2", "code,error",
      "filled", "code,code", "a.png", "/no/such/folder/a.png", "weka.classifiers.functions.NeuralNet",
      "weka.classifiers.functions.NeuralNet -epochs 3", "weka.classifiers.trees.J48 -C 0.1", "javax.swing.JFrame",
      "xor",
      "weka.classifiers.functions.NeuralNet -W weka.classifiers.functions.NeuralNet", "\u0663", "\uff15",
      "\u0967\u0966");
  private static final String SIGNS = " ,=-+.*\"'\\0123456789eExX\n\t\u00e4\u200f\u0660\u0131\u0130${}()%@";
  private static final int MEGABYTE = 1 << 20;

  private OptionTexts() {}

  static String[] of(OptionHandler handler, Random random) {
    List<Option> all = new ArrayList<>(Collections.list(handler.listOptions()));
    // Weka opens this file, and empties it, while it sets options.
    all.removeIf(option -> handler instanceof DataGenerator && option.name().equals("o"));
    List<String> line = new ArrayList<>();
    boolean wild = random.nextInt(3) > 0;
    for (int n = random.nextInt(random.nextInt(4) == 0 ? 20 : 5); n >= 0; n--) {
      Option option = all.get(random.nextInt(all.size()));
      line.add("-" + option.name());
      for (int i = 0; i < option.numArguments(); i++) {
        line.add(value(option, wild, random));
      }
      if (wild && random.nextInt(20) == 0) {
        line.add(line.size() - 1, VALUES.get(random.nextInt(VALUES.size())));
      }
      if (!wild && random.nextInt(10) > 0) {
        // An option that is given twice refuses the whole line.
        all.remove(option);
      }
      if (all.isEmpty()) {
        break;
      }
    }
    return line.toArray(new String[0]);
  }

  private static String value(Option option, boolean wild, Random random) {
    List<String> good = good(option);
    String value = good.isEmpty() || random.nextInt(3) == 0 ? VALUES.get(random.nextInt(VALUES.size()))
        : good.get(random.nextInt(good.size()));
    if (wild && random.nextInt(40) == 0) {
      return ("" + (value.isEmpty() ? SIGNS.charAt(random.nextInt(SIGNS.length())) : value.charAt(0))).repeat(MEGABYTE)
          + value;
    }
    return wild && random.nextInt(3) == 0 ? mutated(value, random) : value;
  }

  /** The default and the words of a choice, as the help shows them, and what else it puts in quotation marks. */
  private static List<String> good(Option option) {
    List<String> good = new ArrayList<>();
    String synopsis = option.synopsis();
    int from = synopsis.indexOf('<');
    if (from >= 0 && synopsis.contains("|")) {
      good.addAll(List.of(synopsis.substring(from + 1, synopsis.indexOf('>')).split("\\|")));
    }
    String[] quoted = option.description().replaceAll("\\s+", " ").split("'");
    for (int i = 1; i < quoted.length; i += 2) {
      good.add(quoted[i]);
    }
    int start = option.description().indexOf("(default ");
    if (start >= 0) {
      good.add(option.description().substring(start + 9).replaceAll("\\).*", "").strip());
    }
    return good;
  }

  private static String mutated(String value, Random random) {
    StringBuilder text = new StringBuilder(value);
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1));
        case 2 -> text.append(text.substring(at));
        case 3 ->
          text.replace(0, text.length(), random.nextBoolean() ? text.toString().toUpperCase(java.util.Locale.ROOT)
              : " " + text + " ");
        default -> {
          for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
              text.setCharAt(i, (char) (text.charAt(i) - '0' + 0x660));
            }
          }
        }
      }
    }
    return text.toString();
  }
}
