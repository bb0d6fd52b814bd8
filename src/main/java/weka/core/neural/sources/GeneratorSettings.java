package weka.core.neural.sources;

import java.util.Locale;
import ruru.nn.Heap;
import weka.core.Instances;

/** What our generators of data refuse. */
public final class GeneratorSettings {
  /** A number drawn from a normal distribution is less than 100, and a pixel is at most 255. */
  private static final double LOUDEST = 1e300;
  /** Of an Instance beside its values: itself, its array, and its place in the list. */
  public static final long BYTES_OF_ROW = 64;

  private GeneratorSettings() {}

  /**
   * @return the standard deviation of the noise
   * @throws IllegalArgumentException if it is negative, or so large that not all examples would be finite numbers
   */
  public static double noise(double noise) {
    if (!(noise >= 0 && noise <= LOUDEST)) {
      throw new IllegalArgumentException("noise must be from 0 to " + LOUDEST + ", got " + noise);
    }
    return noise;
  }

  /**
   * Before many examples are kept.
   *
   * @throws ruru.nn.NotEnoughMemoryException if Java's memory is too small for them
   */
  public static void requireMemory(int examples, Instances format) {
    requireMemory(examples, format, 0);
  }

  /**
   * Before many examples with texts or series are kept.
   *
   * @param beside bytes that an example takes beside its values
   * @throws ruru.nn.NotEnoughMemoryException if Java's memory is too small for them
   */
  public static void requireMemory(int examples, Instances format, long beside) {
    long bytes = examples * (BYTES_OF_ROW + (long) Double.BYTES * format.numAttributes() + beside);
    Heap.require(bytes, String.format(Locale.ROOT, "generating %,d examples with %,d attributes", examples,
        format.numAttributes()), "Use a smaller -n");
  }

  /**
   * Between two examples.
   *
   * @throws InterruptedException if the thread was interrupted, which it is no longer then
   */
  public static void heedInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("generating examples was stopped");
    }
  }

  /** @throws IllegalArgumentException if there are to be no examples */
  public static int examples(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("numExamples (-n) must be at least 1, got " + number);
    }
    return number;
  }

  /** @throws IllegalStateException if examples are asked for before there is a format */
  public static void requireFormat(Instances format) {
    if (format == null) {
      throw new IllegalStateException("the format of the data is not defined yet; call defineDataFormat first");
    }
  }
}
