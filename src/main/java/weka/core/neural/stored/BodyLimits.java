package weka.core.neural.stored;

import java.io.ObjectInputFilter;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of a body that claims more than its bytes can hold: all arrays together may take little more than
 * the body does, so that a length that lies costs no memory.
 */
final class BodyLimits implements ObjectInputFilter {
  private static final int DEEPEST = 200;
  /** A list says its length twice: its own, and that of its array. */
  private static final int TWICE = 2;
  private static final int SLACK = 1 << 16;

  private final long most;
  private final int bytes;
  private long claimed;
  private @Nullable String exceeded;

  BodyLimits(int bytes) {
    this.bytes = bytes;
    most = (long) TWICE * bytes + SLACK;
  }

  /** What was too much; null if nothing was. */
  @Nullable
  String exceeded() {
    return exceeded;
  }

  @Override
  public Status checkInput(FilterInfo info) {
    if (info.depth() > DEEPEST) {
      return refuse("its objects are nested more than " + DEEPEST + " deep");
    }
    if (info.references() > bytes) {
      return refuse("it refers to more objects than its " + bytes + " bytes can hold");
    }
    if (info.arrayLength() >= 0) {
      claimed += info.arrayLength() * bytesEach(info.serialClass());
      if (claimed > most) {
        return refuse("its arrays should have " + claimed + " bytes, the body has " + bytes);
      }
    }
    return Status.ALLOWED;
  }

  private Status refuse(String why) {
    exceeded = why;
    return Status.REJECTED;
  }

  private static long bytesEach(@Nullable Class<?> array) {
    @Nullable
    Class<?> element = array == null ? null : array.getComponentType();
    return element == double.class || element == long.class ? Long.BYTES
        : element == int.class || element == float.class ? Integer.BYTES : 1;
  }
}
