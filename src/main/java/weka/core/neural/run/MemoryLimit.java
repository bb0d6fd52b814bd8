package weka.core.neural.run;

import java.util.Locale;
import ruru.nn.NotEnoughMemoryException;

/** Says what to do where memory ran out in spite of the questions asked before: a bare error of Java's says nothing. */
public final class MemoryLimit {
  private MemoryLimit() {}

  /** Work that may need more memory than there is. */
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /**
   * Does some work.
   *
   * @param what it is, as in "NeuralNet: training"
   * @throws NotEnoughMemoryException if Java's memory did not do
   */
  public static <T, E extends Exception> T within(String what, Work<T, E> work) throws E {
    try {
      return work.run();
    } catch (OutOfMemoryError e) {
      NotEnoughMemoryException told = new NotEnoughMemoryException(String.format(Locale.ROOT,
          "%s needs more memory than Java has, %,d megabytes (%s). Use a smaller batch (-batch, -batch-size), smaller "
              + "images, a smaller network or fewer rows; or give Java more memory, as in java -Xmx%dg",
          what, Runtime.getRuntime().maxMemory() >> 20, e.getMessage(), (Runtime.getRuntime().maxMemory() >> 29) + 1));
      told.initCause(e);
      throw told;
    }
  }
}
