package weka.core.neural.compare;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The command line.
 *
 * @param help whether only the help was requested
 * @param multilayerPerceptron whether Weka's MultilayerPerceptron takes part
 * @param images whether to compare on images, too
 * @param fresh whether the folds of a comparison that was stopped are not to be used
 * @param folds of the cross-validation
 * @param runs repetitions of the cross-validation, each with other folds
 * @param output folder of the results
 * @param added specifications of further schemes
 * @param inputs files and folders; none means the default data sets
 */
record Settings(boolean help, boolean multilayerPerceptron, boolean images, boolean fresh, int folds, int runs,
    Path output,
    List<String> added, List<Path> inputs) {

  static final String HELP = """
      Compares neural networks with Weka's own schemes by cross-validation.

        mvn -q compile exec:java -Dexec.args="[options] [ARFF files and folders]"

      Without files: iris and credit-g from Weka, and all ARFF files in the folders datasets and datasets/uci; also a
      table of clusterers on iris, two spirals, moons and digits (ClusterComparison makes one for any files).
      The last attribute of a data set is its class. Nominal: ZeroR, Logistic, SMO and NeuralNet.
      Numeric: ZeroR, LinearRegression, SMOreg and NeuralNet.
      Images (datasets/digits.arff, datasets/shapes): SMO, NeuralNet as a multilayer perceptron (MLP) and as a
      convolutional network (CNN); the report shows what the CNN has learnt from the digits.

        -mlp          include Weka's MultilayerPerceptron (slower than all the others together),
                      except on images
        -images       with your own files: compare on the images, too
        -add SCHEME   one more scheme, class name and options in quotes; may be repeated:
                      -add "weka.classifiers.lazy.IBk -K 3"
        -folds N      folds of the cross-validation, from 2 (10)
        -runs N       repetitions with other folds, from 1 (1)
        -o FOLDER     where the results go (target/compare): report.html, and the full results for the
                      Experimenter as classification.arff, regression.arff and images.arff; filters.png
        -fresh        start anew, and not with the folds of a comparison that was stopped
        -h            this help

      The files of an earlier comparison are replaced at the end if anything could be compared.
      Each fold is on the disk as soon as it is evaluated. A comparison that was stopped, even by kill -9 or a full
      disk, is gone on with by the same command: folds are evaluated anew only where data, options, programs or
      machine are others.
      Exit status: 0 done, 1 something failed (see the report and the error stream), 2 invalid arguments.
      """;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException saying which argument is wrong and what was expected
   */
  static Settings parse(String... arguments) {
    boolean help = false;
    boolean multilayerPerceptron = false;
    boolean images = false;
    boolean fresh = false;
    int folds = 10;
    int runs = 1;
    Path output = Path.of("target", "compare");
    List<String> added = new ArrayList<>();
    List<Path> inputs = new ArrayList<>();
    for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext();) {
      String argument = rest.next();
      switch (argument) {
        case "-h", "-help", "--help" -> help = true;
        case "-mlp" -> multilayerPerceptron = true;
        case "-images" -> images = true;
        case "-fresh" -> fresh = true;
        case "-add" -> added.add(value(argument, rest));
        case "-folds" -> folds = number(argument, rest, 2);
        case "-runs" -> runs = number(argument, rest, 1);
        case "-o" -> output = path(value(argument, rest));
        default -> {
          if (argument.startsWith("-")) {
            throw new IllegalArgumentException("unknown option '" + argument + "'; -h lists the options");
          }
          inputs.add(path(argument));
        }
      }
    }
    return new Settings(help, multilayerPerceptron, images || inputs.isEmpty(), fresh, folds, runs,
        output, List.copyOf(added), List.copyOf(inputs));
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("option " + option + " needs a value; -h lists the options");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest, int least) {
    String text = value(option, rest);
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, in the same way as a number that is too small.
    }
    throw new IllegalArgumentException("option " + option + " needs a whole number from " + least + ", got '" + text
        + "'");
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a file name: '" + text + "' (" + e.getReason() + ")", e);
    }
  }
}
