package weka.core.neural.several;

import java.nio.file.Path;
import java.util.Arrays;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;

/**
 * The command line.
 *
 * @param target  which attribute is the class, as typed
 * @param targets the option of the network
 * @param single  whether each target is also learnt by a network of its own
 * @param network options of the network
 */
record SeveralTargetsSettings(Path file, String target, String targets, int folds, int seed, boolean single,
    String[] network) {
  static final String HELP = """
      Cross-validates a NeuralNet that predicts several attributes at once, and says of the rows that were held out how
      well each of them is predicted. Of two or more nominal ones also: the Hamming loss (the fraction of wrong values),
      the exact match (the fraction of rows without a wrong one), and F1 over all labels.

        weka.Run .SeveralTargets -t DATA -targets LIST [options] [-- options of NeuralNet]

        -t FILE         the data
        -targets LIST   what is predicted beside the class, as in NeuralNet's option: names or numbers of attributes,
                        separated by commas, or 'meka' for the labels of a data set of MEKA
        -c WHICH        the class: first, last, a number from 1, or a name (last)
        -folds N        folds of the cross-validation, from 2 (10)
        -seed N         the seed of the folds and of the networks (1)
        -single         also learn each target by a network of its own, for comparison
        -h              this help""";

  /**
   * Reads the arguments.
   *
   * @throws Exception that says which argument is wrong, and what was expected
   */
  static SeveralTargetsSettings parse(String[] arguments) throws Exception {
    int inner = Arrays.asList(arguments).indexOf("--");
    StrictOptions options = new StrictOptions(Arrays.copyOf(arguments, inner < 0 ? arguments.length : inner));
    Path file = FileOptions.path(options, "t");
    String targets = options.text("targets");
    if (file == null) {
      throw new IllegalArgumentException("option -t is missing: a file with data; -h lists the options");
    } else if (targets == null) {
      throw new IllegalArgumentException("option -targets is missing: the attributes to predict beside the class; -h "
          + "lists the options");
    }
    String target = options.text("c");
    SeveralTargetsSettings made = new SeveralTargetsSettings(file, target == null ? "last" : target, targets,
        Checked.requireAtLeast("option -folds", 2, "folds", options.integer("folds", 10)), options.integer("seed", 1),
        options.flag("single"),
        inner < 0 ? new String[0] : Arrays.copyOfRange(arguments, inner + 1, arguments.length));
    options.refuseRest();
    refuse(made.network, "-targets", "-targets");
    refuse(made.network, "-S", "-seed");
    return made;
  }

  /** The program sets these of the network itself. */
  private static void refuse(String[] network, String option, String own) {
    if (Arrays.asList(network).contains(option)) {
      throw new IllegalArgumentException("option " + option + ": not expected after '--', since the program sets it; "
          + "write " + own + " before '--' instead");
    }
  }
}
