package weka.core.neural.sources;

import weka.core.Utils;
import weka.core.neural.options.StrictOptions;
import weka.datagenerators.DataGenerator;

/** The command line of a data generator: checked before Weka reads it, printed above the generated data. */
public final class GeneratorCommand {
  private static final int LONGEST = 1000;

  private GeneratorCommand() {}

  /**
   * Checks the options that a generator has not read itself: only inherited ones may remain. Weka's own parser names no
   * option in its errors, ignores unknown ones, and opens (and so empties) the output file first.
   *
   * @param options not changed
   */
  public static void check(String[] options) throws Exception {
    String[] copy = options.clone();
    StrictOptions inherited = new StrictOptions(copy);
    inherited.requireReadable("r", LONGEST);
    inherited.requireReadable("o", LONGEST);
    inherited.integer("S", 0);
    inherited.integer("n", 0);
    inherited.flag("d");
    inherited.refuseRest();
  }

  /** A one-line comment for an ARFF file: the command that regenerates the data. */
  public static String comment(DataGenerator generator) {
    return "% java -cp weka.jar weka.Run ." + generator.getClass().getSimpleName() + " "
        + Utils.joinOptions(generator.getOptions()) + "\n";
  }
}
