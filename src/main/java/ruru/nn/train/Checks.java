package ruru.nn.train;

/** Checks of the numbers in records. */
final class Checks {
  private Checks() {}

  /** @throws IllegalArgumentException if it does not hold, naming the number, what was expected and what was given */
  static void require(boolean holds, String name, String expected, Object got) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + expected + ", got " + got);
    }
  }

  /** As {@link #require}, of a training that was saved. */
  static void requireSaved(boolean holds, String name, String expected, Object got) {
    require(holds, "a saved training: " + name, expected, got);
  }
}
