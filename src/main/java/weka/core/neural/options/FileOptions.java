package weka.core.neural.options;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import weka.core.Environment;

/**
 * Files and folders as users write them in options: with variables such as ${HOME}, which are filled in when the file
 * is used, so that an option, or a model that holds it, means the right place wherever it is used.
 */
public final class FileOptions {
  private FileOptions() {}

  /**
   * A file or folder by its name, which may have variables in it.
   *
   * @param what names the file or folder in the message
   * @throws IllegalArgumentException if the name is empty, as that of a variable of the shell that is not set
   */
  public static File named(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + ": expected a file or folder, got '" + name
          + "'; is a variable empty? The current folder is '.'");
    }
    return new File(name);
  }

  /**
   * The path that is meant.
   *
   * @param option      for the message
   * @param environment the variables; null for those of the system, Java's properties among them
   * @throws IllegalArgumentException if a variable is not known, or the text is not a valid path
   */
  public static Path path(String option, String text, @Nullable Environment environment) {
    Environment variables = environment == null ? Environment.getSystemWide() : environment;
    try {
      return Path.of(variables.substitute(text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + ": '" + text + "' is not a valid path: " + e.getReason(), e);
    } catch (Exception e) {
      // Weka's own class for it is Exception itself.
      throw new IllegalArgumentException(option + ": '" + text + "' has a variable that is not set: " + e.getMessage(),
          e);
    }
  }

  /**
   * Sees, before a long training, whether a file can be written after it.
   *
   * @return the path that is meant
   * @throws IOException if there is no folder for it, or nothing may be written there
   */
  public static Path writable(String option, String text, @Nullable Environment environment) throws IOException {
    Path file = path(option, text, environment).toAbsolutePath();
    Path folder = file.getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new IOException("option -" + option + ": expected a file in a folder that exists, got '" + text + "'");
    } else if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new IOException("option -" + option + ": '" + text + "' may not be written");
    }
    return file;
  }
}
