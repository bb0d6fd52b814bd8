package weka.core.neural.training;

import java.io.IOException;
import java.util.function.Consumer;
import ruru.nn.text.Excerpt;
import weka.core.neural.run.Progress;

/** Work after a training that is not part of the model: where it fails, the user is told, and the model stays. */
public final class Extra {
  /** What may fail. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Characters of a reason, which may hold a file's name beside it. */
  private static final int MOST = 400;

  private Extra() {}

  /**
   * Does it. What goes wrong is a warning in the report, and in the log.
   *
   * @param what it is, for the warning, as in "the picture of -draw"
   * @throws InterruptedException if nobody wants the model any more
   */
  public static void attempt(String what, TrainingReport report, Progress progress, Work work)
      throws InterruptedException {
    attempt(what, "network", report::warn, progress, work);
  }

  /**
   * The same for what has another report.
   *
   * @param model what is kept, as in "network"
   * @param report gets the warning
   */
  public static void attempt(String what, String model, Consumer<String> report, Progress progress, Work work)
      throws InterruptedException {
    try {
      work.run();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      String warning = "Warning: " + what + " failed, and the " + model + " is kept without it: "
          + reason(e);
      report.accept(warning);
      progress.message(warning);
    }
  }

  static String reason(Throwable e) {
    return Excerpt.of(e.getMessage() == null ? e.toString() : e.getMessage(), MOST);
  }
}
