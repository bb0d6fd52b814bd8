package weka.core.neural.options;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.data.AtomicFile;
import ruru.data.Reason;
import ruru.nn.text.Excerpt;
import weka.core.Environment;

/**
 * Files and folders as users write them in options: with variables such as ${HOME}, which are expanded when the file is
 * used, so that an option, or a model that holds it, is valid wherever it is used.
 */
public final class FileOptions {
  private static final int LONGEST = 32_767;

  private FileOptions() {}

  /**
   * A file or folder by its name, which may contain variables.
   *
   * @param what names the file or folder in the message
   * @throws IllegalArgumentException if the name is empty, as from an unset shell variable
   */
  public static File named(String what, String name) {
    if (name.trim().isBlank()) {
      throw new IllegalArgumentException(what + ": expected a file or folder, got '" + Excerpt.of(name)
          + "'; is a variable empty? The current folder is '.'");
    }
    return new File(name);
  }

  /**
   * A path as it was typed.
   *
   * @throws IllegalArgumentException if it is longer than any system takes
   */
  public static String typed(String what, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(what + ": a path has at most " + LONGEST + " characters, got " + text.length()
          + ": '" + Excerpt.of(text) + "'");
    }
    return text.trim();
  }

  /**
   * A path as typed on a command line, where the shell has expanded variables.
   *
   * @param endings of the file's name, such as .png; none for any
   * @return null if the option is absent
   * @throws IllegalArgumentException if it is not a path, or the name ends in none of the endings
   */
  public static @Nullable Path path(StrictOptions options, String flag, String... endings) {
    String text = options.text(flag);
    if (text == null) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (endings.length > 0 && Arrays.stream(endings).noneMatch(lower::endsWith)) {
      throw new IllegalArgumentException("option -" + flag + ": the file's name must end in "
          + String.join(" or ", endings) + ", got '" + Excerpt.of(text) + "'");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("option -" + flag + ": not a file name: '" + Excerpt.of(text) + "' ("
          + e.getReason() + ")", e);
    }
  }

  /**
   * The path with variables expanded.
   *
   * @param option      for the message
   * @param environment the variables; null for the system's, including Java's properties
   * @throws IllegalArgumentException if a variable is unknown, or the text is not a valid path
   */
  public static Path path(String option, String text, @Nullable Environment environment) {
    Environment variables = environment == null ? Environment.getSystemWide() : environment;
    try {
      return Path.of(variables.substitute(text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + ": '" + Excerpt.of(text) + "' is not a valid path: " + e.getReason(),
          e);
    } catch (Exception e) {
      // Weka throws a plain Exception for it.
      throw new IllegalArgumentException(option + ": '" + Excerpt.of(text) + "' contains a variable that is not set: "
          + Excerpt.of(String.valueOf(e.getMessage())),
          e);
    }
  }

  /**
   * Checks, before a long training, that a file can be written after it.
   *
   * @return the path with variables expanded
   * @throws IOException if its folder does not exist, or nothing may be written there
   */
  public static Path writable(String option, String text, @Nullable Environment environment) throws IOException {
    Path file = path(option, text, environment).toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(
          "option -" + option + ": expected a file in an existing folder, got '" + Excerpt.of(text) + "'");
    }
    try {
      AtomicFile.requireWritable(file);
    } catch (IOException e) {
      throw new IOException("option -" + option + ": the file '" + Excerpt.of(text) + "' cannot be written: "
          + Reason.of(e), e);
    }
    return file;
  }
}
