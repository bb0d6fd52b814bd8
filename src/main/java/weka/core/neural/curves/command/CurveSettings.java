package weka.core.neural.curves.command;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.neural.curves.OptionValues;
import weka.core.neural.curves.TrainingSizes;
import weka.core.neural.curves.Variation;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;

/**
 * The command line.
 *
 * @param target   which attribute is the class, as typed
 * @param numbers  where the measures go; null if they are not wanted
 * @param png      where the picture goes; null if it is not wanted
 * @param svg      the same
 */
record CurveSettings(Path data, String target, Classifier classifier, Variation variation, int folds, int seed,
    int threads, @Nullable Path numbers, @Nullable Path png, @Nullable Path svg) {
  static final String HELP = """
      Measures bias and variance of a classifier by stratified cross-validation: its scores on the rows that it was
      trained on, and on those that were held out, for growing numbers of training rows (a learning curve), or for
      values of one of its options (a validation curve).

        weka.Run .LearningCurves -t DATA -W CLASS [options] [-- options of the classifier]

        -t FILE         the data
        -c WHICH        the class: first, last, a number from 1 or a name (last)
        -W CLASS        the classifier
        -folds N        folds of the cross-validation, from 2 (10)
        -sizes LIST     numbers of training rows, or percentages (10%,18%,32%,56%,100%)
        -option FLAG    instead of -sizes: the option of the classifier that changes
        -values LIST    its values: 0.1,1,10, with | between those that contain commas; FROM:TO:COUNT for equal
                        steps, FROM:TO:COUNT:log for equal factors; true,false for an option without a value
        -s N            the seed of the folds (1)
        -threads N      how many trainings run at once (one for each processor)
        -o FILE         writes what was measured in each fold, as .arff or .csv
        -png FILE, -svg FILE
                        draws the curves in bands of one standard deviation over the folds
        -h              this help

      Ctrl-C ends it; what was measured until then is printed and written.""";

  /**
   * Reads the arguments.
   *
   * @throws Exception that says which argument is wrong, and what was expected
   */
  static CurveSettings parse(String[] arguments) throws Exception {
    int inner = Arrays.asList(arguments).indexOf("--");
    String[] words = Arrays.copyOf(arguments, inner < 0 ? arguments.length : inner);
    String[] ofClassifier = inner < 0 ? new String[0] : Arrays.copyOfRange(arguments, inner + 1, arguments.length);
    StrictOptions options = new StrictOptions(words);
    Path data = required(FileOptions.path(options, "t"), "t", "a file of data");
    String target = options.text("c");
    Classifier classifier = classifier(required(options.text("W"), "W", "the class of a classifier"), ofClassifier);
    Variation variation = variation(options.text("sizes"), options.text("option"), options.text("values"));
    int folds = options.integer("folds", 10);
    int seed = options.integer("s", 1);
    int threads = options.integer("threads", Runtime.getRuntime().availableProcessors());
    CurveSettings made = new CurveSettings(data, target == null ? "last" : target, classifier, variation, folds, seed,
        threads, FileOptions.path(options, "o", ".arff", ".csv"), FileOptions.path(options, "png", ".png"),
        FileOptions.path(options, "svg", ".svg"));
    options.refuseRest();
    return made;
  }

  private static <T> T required(@Nullable T value, String flag, String what) {
    if (value == null) {
      throw new IllegalArgumentException("option -" + flag + " is missing: " + what + "; -h lists the options");
    }
    return value;
  }

  private static Classifier classifier(String name, String[] options) throws Exception {
    try {
      return AbstractClassifier.forName(name, options);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("option -W: there is no class '" + Excerpt.of(name)
          + "'; expected the whole name, such as weka.classifiers.trees.J48", e);
    } catch (Exception e) {
      throw new IllegalArgumentException("option -W, " + Excerpt.of(name) + ": " + e.getMessage(), e);
    }
  }

  private static Variation variation(@Nullable String sizes, @Nullable String option, @Nullable String values) {
    if ((option == null) != (values == null)) {
      throw new IllegalArgumentException("options -option and -values belong together: one of them is missing");
    } else if (option != null && values != null) {
      if (sizes != null) {
        throw new IllegalArgumentException("options -sizes and -option: expected one of them, got both");
      }
      return OptionValues.parse(option, values);
    }
    return TrainingSizes.parse(sizes == null ? TrainingSizes.DEFAULT : sizes);
  }
}
