package ruru.nn.train;

import java.util.function.Consumer;
import ruru.nn.FullBatchOptimizer;
import ruru.nn.NotationWord;
import ruru.nn.Optimizer;
import ruru.nn.Schedule;
import ruru.nn.StepOptimizer;

/**
 * How to train.
 *
 * @param optimizer the rule for the updates
 * @param rate      learning rate at factor 1 of the schedule; NaN means the optimizer's own default
 * @param schedule  how the rate changes
 * @param epochs    passes over the rows; iterations, for a full-batch optimizer
 * @param batch rows of one update; 0 means all
 * @param decay     adds decay / 2 times the sum of squared weights to the loss (or shrinks the weights separately, if
 *                  the optimizer decouples decay); NaN means the optimizer's own default
 * @param l1        adds l1 times the sum of absolute weights to the loss
 * @param clip      longest gradient, by the Euclidean norm over all parameters; 0 means no limit
 * @param patience  stop after this many epochs without a monitored loss lower by a ten-thousandth of the first; 0 means
 *                  never
 * @param shuffle whether the rows are reordered at random in every epoch
 * @param shards parts that a batch is divided into; 0 lets the network's size decide
 * @param threads the most threads; affects only the time
 * @param seed the seed of the order of rows and of random layers
 */
public record TrainingSettings(Optimizer optimizer, double rate, Schedule schedule, int epochs, int batch, double decay,
    double l1, double clip, int patience, boolean shuffle, int shards, int threads, long seed) {

  public TrainingSettings {
    Checks.require(epochs >= 0, "epochs", "at least 0", epochs);
    Checks.require(batch >= 0, "batch", "at least 0", batch);
    Checks.require(!(rate <= 0) && rate != Double.POSITIVE_INFINITY, "rate", "above 0 and finite", rate);
    Checks.require(!(decay < 0) && decay != Double.POSITIVE_INFINITY, "decay", "at least 0 and finite", decay);
    Checks.require(l1 >= 0 && l1 != Double.POSITIVE_INFINITY, "l1", "at least 0 and finite", l1);
    Checks.require(clip >= 0 && clip != Double.POSITIVE_INFINITY, "clip", "at least 0 and finite", clip);
    Checks.require(patience >= 0, "patience", "at least 0", patience);
    Checks.require(shards >= 0 && shards <= 1024, "shards", "from 0 to 1024", shards);
    Checks.require(threads >= 1, "threads", "at least 1", threads);
    if (optimizer instanceof FullBatchOptimizer) {
      String name = NotationWord.of(optimizer.getClass());
      Checks.require(batch == 0, "batch", "all with " + name + ", which works on all rows at once", batch);
      Checks.require(Double.isNaN(rate), "rate", "left to " + name + ", which searches its own step", rate);
      Checks.require(l1 == 0, "l1", "0 with " + name + ", which needs a smooth loss; use decay", l1);
      Checks.require(clip == 0, "clip", "0 with " + name + ", which searches its own step", clip);
    }
  }

  /** Default settings: batches of 32, no regularisation, no early stopping. */
  public static TrainingSettings of(Optimizer optimizer, int epochs) {
    return new TrainingSettings(optimizer, Double.NaN, (epoch, planned, monitored) -> 1, epochs,
        optimizer instanceof FullBatchOptimizer ? 0 : 32, Double.NaN, 0, 0, 0, true, 0,
        Runtime.getRuntime().availableProcessors(), 1);
  }

  public TrainingSettings withRate(double value) {
    return with(s -> s.rate = value);
  }

  public TrainingSettings withSchedule(Schedule value) {
    return with(s -> s.schedule = value);
  }

  public TrainingSettings withEpochs(int value) {
    return with(s -> s.epochs = value);
  }

  public TrainingSettings withBatch(int value) {
    return with(s -> s.batch = value);
  }

  public TrainingSettings withPenalties(double decay, double l1) {
    return with(s -> {
      s.decay = decay;
      s.l1 = l1;
    });
  }

  public TrainingSettings withClip(double value) {
    return with(s -> s.clip = value);
  }

  public TrainingSettings withPatience(int value) {
    return with(s -> s.patience = value);
  }

  public TrainingSettings withShuffle(boolean value) {
    return with(s -> s.shuffle = value);
  }

  public TrainingSettings withShards(int value) {
    return with(s -> s.shards = value);
  }

  public TrainingSettings withThreads(int value) {
    return with(s -> s.threads = value);
  }

  public TrainingSettings withSeed(long value) {
    return with(s -> s.seed = value);
  }

  private TrainingSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings being changed. */
  private static final class Draft {
    private final Optimizer optimizer;
    private double rate;
    private Schedule schedule;
    private int epochs;
    private int batch;
    private double decay;
    private double l1;
    private double clip;
    private int patience;
    private boolean shuffle;
    private int shards;
    private int threads;
    private long seed;

    Draft(TrainingSettings s) {
      optimizer = s.optimizer;
      rate = s.rate;
      schedule = s.schedule;
      epochs = s.epochs;
      batch = s.batch;
      decay = s.decay;
      l1 = s.l1;
      clip = s.clip;
      patience = s.patience;
      shuffle = s.shuffle;
      shards = s.shards;
      threads = s.threads;
      seed = s.seed;
    }

    TrainingSettings settings() {
      return new TrainingSettings(optimizer, rate, schedule, epochs, batch, decay, l1, clip, patience, shuffle, shards,
          threads, seed);
    }
  }

  /** The learning rate at factor 1: the given one or the optimizer's default; NaN for a full-batch optimizer. */
  public double baseRate() {
    return Double.isNaN(rate) && optimizer instanceof StepOptimizer o ? o.defaultRate() : rate;
  }

  /** The weight decay: the given one or the optimizer's default. */
  public double effectiveDecay() {
    if (!Double.isNaN(decay)) {
      return decay;
    }
    return optimizer instanceof StepOptimizer o ? o.defaultDecay() : 0;
  }
}
