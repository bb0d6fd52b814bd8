package weka.core.neural.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;

/**
 * Trains a classifier at each point of a curve in each fold of a stratified cross-validation, several at once, and
 * measures it on the rows that it was trained on and on those of the fold. The result is the same for any number of
 * threads.
 */
public final class CurveRun {
  /** Receives what has been measured, in the thread that runs. */
  public interface Listener {
    /** @param all how many trainings there are */
    void measured(CurveResult soFar, int all);
  }

  private record Outcome(int setting, FoldScore score) {}

  private final Folds rows;
  private final int folds;
  private final int threads;
  private final String relation;
  private final String classifier;
  private final Variation variation;
  private final List<Quantity> quantities;
  private final List<Setting> settings;
  private final List<List<FoldScore>> scores = new ArrayList<>();

  /**
   * Checks everything that can be checked before the first training.
   *
   * @param data      with a class; rows without one, or of weight 0, are left out
   * @param template  the classifier with its settings; it is copied
   * @param threads   how many trainings run at once
   * @throws IllegalArgumentException in a sentence, if it cannot be run
   */
  public CurveRun(@Nullable Instances data, Classifier template, Variation variation, int folds, long seed,
      int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: expected a whole number from 1, got " + threads);
    }
    rows = new Folds(data, folds, seed);
    this.folds = folds;
    this.threads = threads;
    this.variation = variation;
    Instances first = rows.training(0);
    relation = first.relationName();
    classifier = (template.getClass().getName() + " "
        + (template instanceof OptionHandler o ? Utils.joinOptions(o.getOptions()) : "")).strip();
    quantities = Quantity.of(first.classAttribute());
    settings = variation.settings(template, rows.leastTrainingRows());
    for (Setting setting : settings) {
      scores.add(new ArrayList<>());
      try {
        setting.template().getCapabilities().testWithFail(first);
      } catch (Exception e) {
        throw new IllegalArgumentException(template.getClass().getSimpleName() + " cannot learn from these data: "
            + Reasons.of(e), e);
      }
    }
  }

  /**
   * Runs everything; to be called once. An interrupt of the calling thread ends it within a second, as the result then
   * says; the thread is no longer interrupted afterwards.
   *
   * @throws IllegalStateException if a training failed; says at which point, in which fold, and why
   */
  public CurveResult run(Listener listener) {
    List<Callable<Outcome>> trials = new ArrayList<>();
    for (int s = 0; s < settings.size(); s++) {
      for (int f = 0; f < folds; f++) {
        int setting = s;
        int fold = f;
        // A copy is made here, as a scheme need not be safe to copy in two threads.
        Classifier copy = copy(settings.get(s).template());
        trials.add(() -> new Outcome(setting, measure(setting, fold, copy)));
      }
    }
    int all = trials.size();
    int[] done = {0};
    boolean complete = Trials.run(trials, threads, outcome -> {
      List<FoldScore> ofSetting = scores.get(outcome.setting());
      ofSetting.add(outcome.score());
      ofSetting.sort(Comparator.comparingInt(FoldScore::fold));
      done[0]++;
      listener.measured(result(done[0] < all), all);
    });
    return result(!complete);
  }

  private static Classifier copy(Classifier template) {
    try {
      return AbstractClassifier.makeCopy(template);
    } catch (Exception e) {
      throw new IllegalStateException("the classifier cannot be copied: " + Reasons.of(e), e);
    }
  }

  private FoldScore measure(int setting, int fold, Classifier copy) {
    Setting at = settings.get(setting);
    Instances all = rows.training(fold);
    Instances training = rows.training(fold, at.rows().applyAsInt(all.size()));
    try {
      Cancellation.checkCallingThread();
      copy.buildClassifier(new Instances(training));
      Cancellation.checkCallingThread();
      Scorer scorer = new Scorer(quantities, all);
      return new FoldScore(fold, training.size(), scorer.score(copy, training),
          scorer.score(copy, rows.heldOut(fold)));
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
      throw new IllegalStateException(variation.axis() + " " + at.label() + ", fold " + (fold + 1) + " of " + folds
          + ": " + Reasons.of(e), e);
    }
  }

  /** What has been measured. */
  private CurveResult result(boolean isStopped) {
    return new CurveResult(relation, classifier, variation, quantities, rows.baseline(), folds, settings,
        scores.stream().map(List::copyOf).toList(), isStopped);
  }
}
