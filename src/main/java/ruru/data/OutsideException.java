package ruru.data;

import java.io.IOException;

/** A file may not be read, since it lies outside of the folders in which files may be read. */
public final class OutsideException extends IOException {
  private static final long serialVersionUID = 1;

  OutsideException(String message) {
    super(message);
  }
}
