package weka.core.neural.letters;

import java.nio.file.Path;
import java.util.Arrays;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;

/**
 * The command line.
 *
 * @param window      characters before the one to be predicted
 * @param rows        places of the text that are trained on, at most
 * @param generate    characters to write
 * @param temperature what the logarithms of probabilities are divided by: below 1 for safer letters
 * @param network     options of the network
 */
record TextModelSettings(Path file, int window, int rows, int generate, double temperature, int seed,
    String[] network) {
  private static final String[] USUAL = {"-layers", "embedding 16, lstm 128", "-epochs", "8", "-rate", "0.005"};
  static final String HELP = """
      Learns from a text which letter follows which others, says how many bits a letter costs it on the last tenth of
      the text, which it has not seen, and goes on writing. Beside it stand letters by their frequencies and a Markov
      chain of pairs of letters.

        weka.Run .TextModel -t FILE [options] [-- options of NeuralNet]

        -t FILE         the text, in UTF-8
        -window N       letters from which the next one is predicted (20)
        -rows N         places of the text that are trained on, at most (20000)
        -generate N     letters to write afterwards (300)
        -temperature T  above 0: small for the likeliest letters, 1 as learnt, large for any (0.8)
        -seed N         the seed of the network and of what is written (1)
        -h              this help

      Without options of NeuralNet: -layers "embedding 16, lstm 128" -epochs 8 -rate 0.005""";

  /**
   * Reads the arguments.
   *
   * @throws Exception that says which argument is wrong, and what was expected
   */
  static TextModelSettings parse(String[] arguments) throws Exception {
    int inner = Arrays.asList(arguments).indexOf("--");
    StrictOptions options = new StrictOptions(Arrays.copyOf(arguments, inner < 0 ? arguments.length : inner));
    Path file = FileOptions.path(options, "t");
    if (file == null) {
      throw new IllegalArgumentException("option -t is missing: a file with the text; -h lists the options");
    }
    double temperature = options.number("temperature", 0.8);
    if (!(temperature > 0 && temperature <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("option -temperature: expected a number above 0, got " + temperature);
    }
    TextModelSettings made = new TextModelSettings(file,
        Checked.requireAtLeast("option -window", 1, "letter", options.integer("window", 20)),
        Checked.requireAtLeast("option -rows", 1, "row", options.integer("rows", 20_000)),
        Checked.requireAtLeast("option -generate", 0, "letters", options.integer("generate", 300)), temperature,
        options.integer("seed", 1),
        inner < 0 ? USUAL.clone() : Arrays.copyOfRange(arguments, inner + 1, arguments.length));
    options.refuseRest();
    return made;
  }
}
