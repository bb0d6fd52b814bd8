package ruru.nn.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A model file in memory. */
public final class ModelBytes {
  private ModelBytes() {}

  public static byte[] of(Model model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ModelFile.write(model, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
