package ruru.nn;

import java.util.Locale;

/** Java's memory, asked before much of it is taken: a sentence in time instead of an OutOfMemoryError later. */
public final class Heap {
  /** What is small beside any heap is not asked for. */
  private static final long SMALL = 4L << 20;
  /** Some virtual machines keep a few words of each array for themselves. */
  private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

  private Heap() {}

  /**
   * @param what   the thing that needs the memory, as in "training on 60,000 rows"
   * @param remedy what makes it smaller, as in "use a smaller -batch"
   * @throws NotEnoughMemoryException if so many bytes are not free
   */
  public static void require(long bytes, String what, String remedy) {
    if (bytes > SMALL && bytes > free()) {
      // What is no longer used counts as free only after this.
      System.gc();
      if (bytes > free()) {
        throw new NotEnoughMemoryException(String.format(Locale.ROOT,
            "%s takes %,d megabytes of memory; Java has %,d, of which %,d are free. %s, or give Java more memory, as "
                + "in java -Xmx%dg",
            what, megabytes(bytes), megabytes(most()), Math.max(0, megabytes(free())), remedy, gigabytes(bytes)));
      }
    }
  }

  /**
   * An array of rows times width zeros.
   *
   * @param what   what the rows are, as in "images"
   * @param values what there are so many of in each, as in "pixels"
   * @param remedy what makes it smaller, as in "Use fewer rows"
   * @throws NotEnoughMemoryException if it is not free, or more than a Java array holds
   */
  public static float[] floats(int rows, long width, String what, String values, String remedy) {
    String all = rows + " " + what + " of " + width + " " + values;
    if (rows > 0 && width > MOST_ELEMENTS / rows) {
      throw new NotEnoughMemoryException(all + " are more numbers than an array of Java holds, 2^31. " + remedy);
    }
    require(width * rows * Float.BYTES, all, remedy);
    return new float[(int) (rows * width)];
  }

  /**
   * Before arrays of floats are made.
   *
   * @param longest numbers in the longest of them
   * @param all     numbers in all of them
   * @param what    what they are for, as in "attention over 100 steps"
   * @param remedy  what makes them smaller, as in "Use fewer steps"
   * @throws NotEnoughMemoryException as for {@link #floats}
   */
  public static void requireFloats(long longest, long all, String what, String remedy) {
    if (longest > MOST_ELEMENTS) {
      throw new NotEnoughMemoryException(what + " needs more numbers than an array of Java holds, 2^31. " + remedy);
    }
    require(Float.BYTES * all, what, remedy);
  }

  /** Whether so many bytes would not fit even if nothing else were there. */
  static boolean isTooSmallFor(long bytes) {
    return bytes > most();
  }

  /** Megabytes that Java may take. */
  static long megabytes() {
    return megabytes(most());
  }

  private static long most() {
    return Runtime.getRuntime().maxMemory();
  }

  private static long free() {
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - java.totalMemory() + java.freeMemory();
  }

  private static long megabytes(long bytes) {
    return bytes >> 20;
  }

  /** What -Xmx should be for so many bytes beside those in use. */
  private static long gigabytes(long bytes) {
    return ((most() - free() + bytes) * 5 / 4 >> 30) + 1;
  }
}
