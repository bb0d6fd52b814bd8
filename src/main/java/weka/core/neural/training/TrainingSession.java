package weka.core.neural.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.io.Model;
import ruru.nn.train.Dataset;
import ruru.nn.train.Ensemble;
import ruru.nn.train.Training;
import weka.core.neural.options.Auto;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;

/** A training in progress, from {@link SessionStart} or {@link SessionResume}: one epoch per call, then a report. */
public final class TrainingSession {
  /**
   * The state before this session.
   *
   * @param decisions what was left to the data, with the resulting values and reasons
   * @param starts number of initial weights tried
   * @param seconds seconds of training
   */
  record Past(String decisions, int starts, double seconds) {}

  /** Seconds that are left for what would be good to know of a model whose training was ended. */
  private static final double LEFT = 0.3;

  private final FittedNetwork fitted;
  private final Dataset rows;
  private final float[] weights;
  private final Ensemble ensemble;
  private final Progress progress;
  private Past past;
  private final long start = System.nanoTime();
  /** The members that predict. */
  private Members members;
  /** How they were trained. */
  private Recipe recipe;
  private @Nullable LinearRival rival;
  private String decisionsOfRival = "";
  private @Nullable PredictionIntervals known;
  /** Whether fewer networks may predict than were trained. */
  private boolean mayLeaveOut;
  /** Whether training was ended early, keeping what it had learnt. */
  private boolean stopped;
  private @Nullable UpdateTrace trace;
  private @Nullable LayerDiagnosis diagnosis;
  private @Nullable String remark;

  /** @param weights the rows' own, without those of the classes */
  TrainingSession(Dataset rows, float[] weights, Recipe recipe, Members members, FittedNetwork fitted,
      Progress progress, Past past) {
    this.recipe = recipe;
    this.fitted = fitted;
    this.rows = rows;
    this.weights = weights;
    this.members = members;
    this.progress = progress;
    this.past = past;
    ensemble = new Ensemble(members.trainings(), recipe.training().threads());
    progress.begin(members.trainings().get(0));
  }

  /** Records the updates of the first network. */
  void trace(UpdateTrace updates) {
    trace = updates;
    members.trainings().get(0).trainer().observe(updates);
  }

  /** Observes the layers of the first network. */
  void diagnose(long seed) {
    diagnosis = new LayerDiagnosis(members.trainings().get(0),
        members.trainings().size() == 1 ? "the trained network" : "the first network", seed);
  }

  /**
   * Lets a linear network predict instead if it turns out to be better.
   *
   * @param decisions what is then said of the settings that were left to the data
   */
  void compareWith(LinearRival linear, String decisions) {
    rival = linear;
    decisionsOfRival = decisions;
  }

  /** Uses errors that were measured before, unless the user asks for others; null for none. */
  void knowErrors(@Nullable PredictionIntervals errors) {
    known = errors;
  }

  /** Tells the user now, and again in the report. */
  void remark(String line) {
    remark = line;
    progress.message(line);
  }

  /** Lets fewer networks predict than were trained, if a kind of them turns out to be worse. */
  void allowFewerMembers() {
    mayLeaveOut = true;
  }

  /** Ends the training early, keeping what it has learnt. */
  void stop() {
    stopped = true;
  }

  /**
   * Trains for one epoch; false if training is over.
   *
   * @throws InterruptedException if the thread was interrupted, and what has been learnt so far is not wanted
   */
  public boolean next() throws InterruptedException {
    try {
      boolean more = !stopped && ensemble.next();
      if (more) {
        progress.epoch(ensemble.members().get(0));
      }
      return more;
    } catch (InterruptedException e) {
      StopRequest.keepOrThrow(e);
      stop();
      return false;
    }
  }

  /**
   * Ends the training: the networks then have their best weights.
   *
   * @param resumable whether to keep what is needed to resume later
   * @throws InterruptedException if the thread was interrupted, and nobody wants the model
   */
  public TrainingReport finish(boolean resumable) throws InterruptedException {
    for (int m = 0; m < ensemble.members().size(); m++) {
      Training training = ensemble.members().get(m);
      fitted.models().get(m).setTraining(
          resumable ? new Model.SavedTraining(recipe.training().optimizer(), training.checkpoint()) : null);
      training.restoreBest();
    }
    if (mayLeaveOut && members.kinds().size() > 1 && recipe.validation() > 0) {
      members = members.withoutWorseKind(fitted);
    }
    replaceIfWorse(resumable);
    TrainingReport report = report();
    if (remark != null) {
      report.warn(remark);
    }
    LayerDiagnosis layers = diagnosis;
    if (layers != null) {
      Extra.attempt("the diagnosis", report, progress, () -> report.diagnose(layers.report()));
    }
    if (fitted.others() != null && report.epochs() > 0) {
      Extra.attempt("measuring the targets", report, progress,
          () -> report.add(TargetMeasures.of(fitted, rows, weights, members.trainings(), rest())));
    }
    Extra.attempt("comparing the network with a constant", report, progress, () -> {
      String warning = report.epochs() == 0 ? null : comparison();
      if (warning != null) {
        report.warn(warning);
        progress.message(warning);
      }
    });
    return report;
  }

  /** Puts a linear network in the place of the others if it is better. */
  private void replaceIfWorse(boolean resumable) throws InterruptedException {
    LinearRival linear = rival;
    if (linear == null || stopped || !linear.isBetter(ensemble.members(), members.trainings())) {
      return;
    }
    Recipe its = linear.kind().recipe(recipe);
    try {
      Training training = linear.train(its, rows, progress, rest());
      fitted.replaceBy(training.network());
      fitted.models().get(0).setTraining(
          resumable ? new Model.SavedTraining(its.training().optimizer(), training.checkpoint()) : null);
      recipe = its;
      members = new Members(List.of(linear.kind()), List.of(training));
      past = new Past(decisionsOfRival, 1, past.seconds());
    } catch (InterruptedException e) {
      StopRequest.keepOrThrow(e);
      stop();
    }
  }

  /** A warning if the network is worse than a constant; null if not, and if training was ended and this takes long. */
  private @Nullable String comparison() throws InterruptedException {
    try {
      return ConstantComparison.warning(fitted, rows, rest());
    } catch (InterruptedException e) {
      StopRequest.keepOrThrow(e);
      stop();
      return null;
    }
  }

  /** Of what is done after the training: once that was ended, there is little time left. */
  private Cancellation<InterruptedException> rest() {
    Cancellation<InterruptedException> interrupt = Cancellation.ofCallingThread();
    if (!stopped) {
      return interrupt;
    }
    long end = System.nanoTime() + (long) (LEFT * 1e9);
    return () -> {
      interrupt.check();
      if (System.nanoTime() - end > 0) {
        throw new InterruptedException("training was stopped, and there was no time left");
      }
    };
  }

  /**
   * The errors of numeric predictions on held-out rows. To be called after {@link #finish}.
   *
   * @param folds the option intervals
   * @return null for a nominal class
   */
  public @Nullable PredictionIntervals intervals(Auto<Integer> folds) throws InterruptedException {
    if (fitted.classes().task() == Loss.Task.CLASSES) {
      return null;
    } else if (folds.isAuto() && known != null) {
      return known.in(fitted.unit());
    } else if (stopped && members.trainings().get(0).split().validation().length == 0) {
      return PredictionIntervals.stopped();
    }
    try {
      return HeldOut.intervals(recipe, fitted, rows, members.trainings(), stopped ? null : folds.orNull(), progress,
          rest()).in(fitted.unit());
    } catch (InterruptedException e) {
      StopRequest.keepOrThrow(e);
      stop();
      return PredictionIntervals.stopped();
    } catch (RuntimeException | OutOfMemoryError e) {
      return PredictionIntervals.missing("measuring the errors failed: " + Extra.reason(e));
    }
  }

  /** A report on the training so far. */
  public TrainingReport report() {
    return new TrainingReport(members.trainings(), recipe, members.kinds(), past.decisions(), past.starts(),
        past.seconds() + (System.nanoTime() - start) / 1e9);
  }

  /** What is being trained; predicts with the latest weights until {@link #finish}. */
  public FittedNetwork fitted() {
    return fitted;
  }

  /** The training data. */
  public Dataset rows() {
    return rows;
  }

  /** Whoever is told how it goes. */
  Progress progress() {
    return progress;
  }

  /** The recorded updates; empty if none were requested. */
  public String trace() {
    return trace == null ? "" : trace.toString();
  }
}
