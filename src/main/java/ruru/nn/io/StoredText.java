package ruru.nn.io;

import java.util.function.Supplier;
import ruru.nn.text.Excerpt;

/** A part of a model file that is text in the notation. */
final class StoredText {
  private StoredText() {}

  /**
   * Parses the text.
   *
   * @param what the part, for errors
   */
  static <T> T parse(String what, String text, Supplier<T> parser) throws ModelFileException {
    try {
      return parser.get();
    } catch (IllegalArgumentException e) {
      throw new ModelFileException("the " + what + " in the model file, '" + Excerpt.of(text)
          + "', is not valid in this version of Ruru: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      // Maps of a size that no network ever had: the file has been altered since it was written.
      throw new ModelFileException(
          "the " + what + " in the model file, '" + Excerpt.of(text) + "', needs more memory than there "
              + "is; the file is damaged, or Java needs a larger -Xmx",
          e);
    }
  }
}
