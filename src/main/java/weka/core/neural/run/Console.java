package weka.core.neural.run;

/**
 * The error stream of a command that trains, when there is no window with a log. After ten seconds it shows progress,
 * in lines at growing intervals. The trainings of one command, such as the folds of a cross-validation, share the clock
 * and are numbered. With -output-debug-info it shows progress from the start, and every phase.
 */
final class Console implements ProgressAudience {
  private static final long SECOND = 1_000_000_000L;
  /** The shortest time before the first line and between two. */
  private static final long LEAST = 10 * SECOND;
  private static final long MOST = 60 * SECOND;
  /** Number of lines in the time that has passed. */
  private static final int LINES = 10;

  /** The clock and the counter that a command's trainings share. */
  static final class Command {
    private final long start = System.nanoTime();
    private int trainings;
    private long last = start;

    private synchronized int begin() {
      return ++trainings;
    }

    /** Whether a line is due at this time after the first training began. */
    synchronized boolean isDue(long now) {
      long passed = now - start;
      return passed >= LEAST && now - last >= Math.max(LEAST, Math.min(MOST, passed / LINES));
    }

    synchronized long sinceLast(long now) {
      return now - last;
    }

    synchronized void written(long now) {
      last = now;
    }
  }

  /** A process runs one command, which begins with the first training. */
  private static final class OfProcess {
    private static final Command COMMAND = new Command();
  }

  private final Command command;
  private final boolean debug;
  private final int number;

  Console(boolean debug) {
    this(debug, OfProcess.COMMAND);
  }

  Console(boolean debug, Command command) {
    this.command = command;
    this.debug = debug;
    number = command.begin();
  }

  /** Writes a line: a command has no other place for output that is neither its result nor an error. */
  static void tell(String line) {
    System.err.println(line);
  }

  /** Writes the result of a command that is no scheme of Weka's, which would print it itself. */
  static void result(String text) {
    System.out.println(text);
  }

  @Override
  public boolean isDue(long now) {
    return debug ? command.sinceLast(now) >= SECOND : command.isDue(now);
  }

  @Override
  public void progress(String scheme, String text) {
    command.written(System.nanoTime());
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
    tell(scheme + (number == 1 ? "" : " (training no. " + number + " of this command)") + ": " + text);
  }

  @Override
  public void end() {
    // The command itself reports its end.
  }
}
