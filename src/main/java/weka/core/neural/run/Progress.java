package weka.core.neural.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ruru.nn.train.History;
import ruru.nn.train.Training;
import weka.core.neural.watch.Publication;
import weka.gui.Logger;

/** Reports the progress of a training: epoch, losses, rate and the remaining time. */
public final class Progress {
  private final List<ProgressAudience> audience;
  private final String scheme;
  private final int firstEpoch;
  private final long start = System.nanoTime();
  private final Publication publication;

  private Progress(List<ProgressAudience> audience, String scheme, int firstEpoch, Publication publication) {
    this.audience = audience;
    this.scheme = scheme;
    this.firstEpoch = firstEpoch;
    this.publication = publication;
  }

  /**
   * For a new training: reports to a log or, without one, to the error stream if the scheme runs on the command line.
   *
   * @param log null if there is none
   * @param debug whether to report to the error stream in any case, and in more detail
   * @param options the scheme's options, which the Knowledge Flow shows beside its name
   */
  public static Progress of(@Nullable Logger log, boolean debug, String scheme, String options) {
    List<ProgressAudience> audience = new ArrayList<>();
    if (log != null) {
      audience.add(new LogWindow(log, Caller.isKnowledgeFlow() ? StatusRow.begin(log, scheme, options) : null));
    }
    if (debug || log == null && Caller.isCommandLine()) {
      audience.add(new Console(debug));
    }
    return new Progress(audience, scheme, 0, new Publication(scheme, options));
  }

  /** For what is done on the side, of which nobody hears. */
  public static Progress silent() {
    return new Progress(List.of(), "", 0, new Publication("", ""));
  }

  /** For a command that is no scheme: reports to the error stream. */
  public static Progress ofCommand(String command) {
    return new Progress(List.of(new Console(false)), command, 0, new Publication(command, ""));
  }

  /** The same for a training resumed after the given number of epochs. */
  public Progress from(int epochs) {
    return new Progress(audience, scheme, epochs, publication);
  }

  /** The same for one of several parts, which is named beside the scheme. */
  public Progress within(String part) {
    return new Progress(audience, scheme + ", " + part, firstEpoch, publication.within(part));
  }

  /** Before the first epoch. */
  public void begin(Training training) {
    publication.begin(training);
  }

  /** After an epoch. */
  public void epoch(Training training) {
    publication.epoch(training);
    tell(() -> text(training));
  }

  /** After an epoch of refining clusters. */
  public void refined(int epoch, int epochs, double loss, double changed) {
    tell(() -> String.format(Locale.ROOT,
        "refining, epoch %d of at most %d, loss %.4g, %.2f %% of the rows changed their cluster", epoch, epochs, loss,
        100 * changed));
  }

  /** Reports one of at most the given number of steps; the first one announces the phase. */
  public void step(String what, int done, int total) {
    Supplier<String> text = () -> what + " " + done + " of at most " + total;
    if (done == 1) {
      now(text.get());
    } else {
      tell(text);
    }
  }

  private void tell(Supplier<String> text) {
    long now = System.nanoTime();
    for (ProgressAudience a : audience) {
      if (a.isDue(now)) {
        a.progress(scheme, text.get());
      }
    }
  }

  /** Reports a phase other than epochs. */
  public void now(String what) {
    audience.forEach(a -> a.phase(scheme, what));
  }

  /** Reports something that the user should know. */
  public void message(String text) {
    audience.forEach(a -> a.message(scheme, text));
  }

  /** The training is over. */
  void end() {
    publication.end();
    audience.forEach(ProgressAudience::end);
  }

  private String text(Training training) {
    History h = training.history();
    int done = h.epochs();
    double perEpoch = (System.nanoTime() - start) / 1e9 / Math.max(1, done - firstEpoch);
    double validation = h.validation()[done - 1];
    double rate = h.rates()[done - 1];
    return String.format(Locale.ROOT, "epoch %d of %d, loss %.4g%s%s, at most %s to go", done,
        training.planned(), h.training()[done - 1],
        Double.isNaN(validation) ? "" : String.format(Locale.ROOT, ", validation %.4g", validation),
        Double.isNaN(rate) ? "" : String.format(Locale.ROOT, ", rate %.3g", rate),
        duration(perEpoch * (training.planned() - done)));
  }

  static String duration(double seconds) {
    return seconds < 90 ? Math.round(seconds) + " s" : seconds < 5400 ? Math.round(seconds / 60) + " min"
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
