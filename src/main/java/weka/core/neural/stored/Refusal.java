package weka.core.neural.stored;

import java.io.InvalidObjectException;
import org.jspecify.annotations.Nullable;

/** Why a stored scheme is not loaded, in words; other errors of Java's serialisation are put into such words first. */
final class Refusal extends InvalidObjectException {
  private static final long serialVersionUID = 1;

  Refusal(String message, @Nullable Throwable cause) {
    super(message);
    initCause(cause);
  }
}
