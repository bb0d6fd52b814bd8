package weka.core.neural;

/**
 * The error stream of a command that trains, where there is no window with a log. From ten seconds on it is told how
 * training goes, in lines that come more and more seldom. The trainings of one command, such as the folds of a
 * cross-validation, share the time and are counted. With -output-debug-info it is told at once, and of every phase.
 */
final class Console implements Progress.Audience {
  private static final long SECOND = 1_000_000_000L;
  /** Until the first line, and between two. */
  private static final long LEAST = 10 * SECOND;
  private static final long MOST = 60 * SECOND;
  /** Lines come so often in the time that has passed. */
  private static final int LINES = 10;

  /** When this process began its first training, and how many it has begun. */
  private static long start;
  private static int trainings;
  private static long last;

  private final boolean debug;
  private final int number;

  Console(boolean debug) {
    this.debug = debug;
    number = begin();
  }

  private static synchronized int begin() {
    start = trainings == 0 ? System.nanoTime() : start;
    return ++trainings;
  }

  @Override
  public boolean isDue(long now) {
    synchronized (Console.class) {
      long passed = now - start;
      return debug ? now - last >= SECOND
          : passed >= LEAST && now - last >= Math.max(LEAST, Math.min(MOST, passed / LINES));
    }
  }

  @Override
  public void progress(String scheme, String text) {
    synchronized (Console.class) {
      last = System.nanoTime();
    }
    message(scheme, text);
  }

  @Override
  public void phase(String scheme, String text) {
    if (debug) {
      progress(scheme, text);
    }
  }

  @Override
  public void message(String scheme, String text) {
    System.err.println(scheme + (number == 1 ? "" : ", training " + number) + ": " + text);
  }
}
