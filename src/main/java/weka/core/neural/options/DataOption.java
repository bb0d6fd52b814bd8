package weka.core.neural.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/** Data as a command's options name them: a file, and an attribute of it. */
public final class DataOption {
  private DataOption() {}

  /**
   * Reads a file with the loader for its kind.
   *
   * @param flag of the option that names it
   * @throws IOException naming the option, the file and what is wrong
   */
  public static Instances read(String flag, Path file) throws IOException {
    String what = "option -" + flag + ": cannot read '" + file + "': ";
    if (!Files.isReadable(file)) {
      // Weka would print a stack trace.
      throw new IOException(what + "there is no such file");
    }
    Instances rows;
    try {
      rows = DataSource.read(file.toString());
    } catch (Exception e) {
      throw new IOException(what + e.getMessage(), e);
    }
    if (rows == null) {
      throw new IOException(what + "no loader knows this kind of file");
    }
    return rows;
  }

  /**
   * Sets the class.
   *
   * @param which the value of option -c: first, last, a number from 1, or a name
   * @throws IllegalArgumentException if there is no such attribute
   */
  public static void setClass(Instances rows, String which) {
    Attribute named = rows.attribute(which);
    int last = rows.numAttributes();
    int number = named != null ? named.index() + 1 : which.equals("first") ? 1 : which.equals("last") ? last
        : which.matches("\\d{1,9}") ? Integer.parseInt(which) : 0;
    if (number < 1 || number > last) {
      throw new IllegalArgumentException("option -c: expected first, last, a number from 1 to " + last
          + ", or the name of an attribute, got '" + Excerpt.of(which) + "'");
    }
    rows.setClassIndex(number - 1);
  }
}
