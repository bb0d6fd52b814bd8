package weka.core.neural.sources;

import weka.core.Utils;
import weka.core.neural.options.StrictOptions;
import weka.datagenerators.DataGenerator;

/** The command line of a data generator: checked before Weka reads it, printed above the data that it made. */
public final class GeneratorCommand {

  private GeneratorCommand() {}

  /**
   * Checks what a generator has left over after reading its own options: only the inherited ones may remain. Weka's
   * own reading names no option in its errors, passes over unknown ones, and opens (empties) the output file first.
   *
   * @param options not changed
   */
  public static void check(String[] options) throws Exception {
    String[] copy = options.clone();
    StrictOptions inherited = new StrictOptions(copy);
    inherited.integer("S", 0);
    inherited.integer("n", 0);
    inherited.flag("d");
    Utils.getOption("r", copy);
    Utils.getOption("o", copy);
    inherited.refuseRest();
  }

  /** A comment for an ARFF file, one line: the command that generates the data again. */
  public static String comment(DataGenerator generator) {
    return "% java -cp weka.jar weka.Run ." + generator.getClass().getSimpleName() + " "
        + Utils.joinOptions(generator.getOptions()) + "\n";
  }
}
