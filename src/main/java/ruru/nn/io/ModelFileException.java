package ruru.nn.io;

import java.io.IOException;

/**
 * The bytes are not a model that this version of Ruru can read; the message says what was expected and what was found.
 */
public final class ModelFileException extends IOException {
  private static final long serialVersionUID = 1;

  ModelFileException(String message) {
    super(message);
  }

  ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
