package ruru.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.StepOptimizer;

/**
 * The whole training of a network: epochs, one a call, watched on validation rows; stopping early when they gain
 * nothing any more; the best parameters restored at the end. A loss that is not finite, or that the first epochs have
 * raised far above that of the initial parameters, halves the rate and starts again from the best parameters.
 */
public final class Training {
  /**
   * A training loss above 1 and this many times the lowest is diverging. Below 1 it is not: a perceptron's loss, for
   * one, can be 0 in one epoch and above in the next.
   */
  private static final double EXPLODED = 10;

  /**
   * For patience, a loss counts as lower if it is so by this fraction of the first epoch's training loss: once the data
   * are learnt perfectly, the loss falls for ever.
   */
  private static final double LEAST_GAIN = 1e-4;

  private final Network network;
  private final Loss loss;
  private final Blas blas;
  private final TrainingSettings settings;
  private final Trainer trainer;
  private final Dataset data;
  private final Split split;
  private final @Nullable Evaluator evaluator;
  private final Consumer<String> log;
  private final float[] best;
  private History history = new History();
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private double gainedLoss = Double.POSITIVE_INFINITY;
  private int lastGain;
  private int planned;
  private int restarts;
  private final List<String> restartReasons = new ArrayList<>();
  /** The loss of the initial parameters on the rows that are monitored; NaN while nobody asked. */
  private double untrained = Double.NaN;
  private @Nullable String end;

  /** @param log receives messages for the user, a line each */
  public Training(Network network, Loss loss, TrainingSettings settings, Dataset data, Split split, Blas blas,
      Consumer<String> log) {
    if (split.training().length == 0) {
      throw new IllegalArgumentException("there are no rows to train on");
    }
    if (weight(data, split.training()) == 0) {
      throw new IllegalArgumentException(
          "the weights of the rows to train on sum to 0, so there is nothing to learn from");
    }
    this.network = network;
    this.loss = loss;
    this.blas = blas;
    this.settings = settings;
    this.data = data;
    this.split = split;
    this.log = log;
    trainer = new Trainer(network, loss, settings, data, split.training(), blas);
    evaluator = weight(data, split.validation()) == 0 ? null
        : new Evaluator(network, loss.judging(), data.targetShape(), 0, split.validation().length, settings.threads(),
            blas);
    best = network.values().clone();
    planned = settings.epochs();
  }

  private static double weight(Dataset data, int[] rows) {
    double sum = 0;
    for (int r : rows) {
      sum += data.weight(r);
    }
    return sum;
  }

  /** As {@link #next(Cancellation)}, cancelled by an interrupt of the calling thread. */
  public boolean next() throws InterruptedException {
    return next(Cancellation.ofCallingThread());
  }

  /**
   * Trains for one epoch.
   *
   * @return false if training was already over
   * @throws InterruptedException if it was cancelled; the epoch does not count then, but its updates stay
   * @throws DivergenceException  if the loss is not finite after {@value Checkpoint#MOST_RESTARTS} restarts at ever
   *                              lower rates
   */
  boolean next(Cancellation<InterruptedException> cancellation) throws InterruptedException {
    if (isOver()) {
      return false;
    }
    double loss = epochOrRestart(cancellation);
    double validation;
    double monitored;
    boolean exploded;
    try {
      validation = evaluator == null ? Double.NaN : evaluator.meanLoss(data, split.validation(), cancellation);
      monitored = evaluator == null ? loss : validation;
      exploded = bestEpoch == 0 && explodedAtOnce(monitored, cancellation);
    } catch (InterruptedException e) {
      trainer.takeBackEpoch();
      throw e;
    }
    int epoch = trainer.epochs();
    history.add(loss, validation, trainer.rate());
    if (exploded) {
      // The epoch counts for nothing but the history.
      planned = planned == Integer.MAX_VALUE ? planned : planned + 1;
      lastGain = epoch;
      restart(new DivergenceException("the loss has risen to " + (float) monitored + " in epoch " + epoch + ", from "
          + (float) untrained + " with the initial weights", trainer.steps(), "loss"));
      return true;
    }
    boolean lowest = monitored < bestLoss;
    bestLoss = lowest ? monitored : bestLoss;
    if (monitored < gainedLoss - leastGain()) {
      gainedLoss = monitored;
      lastGain = epoch;
    }
    // Without validation rows the latest parameters are the ones to keep: the loss of an epoch is measured along the
    // way, not at any one set of parameters. But a diverging training must not restart from where it exploded. Nor is a
    // NaN loss on the validation rows a reason to keep the initial parameters.
    boolean kept = evaluator == null ? monitored <= Math.max(1, EXPLODED * bestLoss)
        : lowest || bestLoss == Double.POSITIVE_INFINITY;
    if (kept) {
      bestEpoch = epoch;
      System.arraycopy(network.values(), 0, best, 0, best.length);
    }
    return true;
  }

  /**
   * Whether the first epochs have left the loss far above that of the initial parameters. That is measured only if the
   * loss is high, as it never is where training goes well.
   */
  private boolean explodedAtOnce(double monitored, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    if (!(monitored > EXPLODED) || !(settings.optimizer() instanceof StepOptimizer)) {
      return false;
    }
    if (Double.isNaN(untrained)) {
      float[] reached = network.values().clone();
      System.arraycopy(best, 0, network.values(), 0, best.length);
      int[] rows = evaluator == null ? split.training() : split.validation();
      Evaluator measure = evaluator != null ? evaluator
          : new Evaluator(network, loss, data.targetShape(), 0, rows.length, settings.threads(), blas);
      try {
        untrained = measure.meanLoss(data, rows, cancellation);
      } finally {
        System.arraycopy(reached, 0, network.values(), 0, reached.length);
      }
    }
    return monitored > EXPLODED * untrained;
  }

  private double leastGain() {
    double first = Math.abs(history.firstTraining());
    return Double.isFinite(first) ? LEAST_GAIN * first : 0;
  }

  private boolean isOver() {
    if (end == null) {
      if (trainer.converged()) {
        end = "converged after " + trainer.epochs() + " iterations";
      } else if (settings.patience() > 0 && trainer.epochs() - lastGain >= settings.patience()) {
        end = "no lower loss for " + settings.patience() + " epochs";
      } else if (trainer.epochs() >= planned) {
        end = "all epochs done";
      }
    }
    return end != null;
  }

  private double epochOrRestart(Cancellation<InterruptedException> cancellation) throws InterruptedException {
    while (true) {
      try {
        return trainer.epoch(planned, history.monitored(), cancellation);
      } catch (DivergenceException e) {
        restart(e);
      }
    }
  }

  private void restart(DivergenceException e) {
    boolean rateIsToBlame = settings.optimizer() instanceof StepOptimizer && !e.layer().equals(NamedLayer.INPUT);
    if (!rateIsToBlame || restarts == Checkpoint.MOST_RESTARTS) {
      System.arraycopy(best, 0, network.values(), 0, best.length);
      throw new DivergenceException(e.getMessage()
          + (restarts == 0 ? "" : ", after " + restarts + " restarts at lower rates")
          + "; check the data for extreme values, lower the rate, or clip the gradient", e.step(), e.layer());
    }
    restarts++;
    restartReasons.add(e.getMessage());
    trainer.restartSlower();
    System.arraycopy(best, 0, network.values(), 0, best.length);
    log.accept(e.getMessage() + "; restarting from the best weights (epoch " + bestEpoch + ") at rate "
        + trainer.baseRate());
  }

  /**
   * Puts the best parameters into the network. For training that may be resumed later, take a {@link #checkpoint}
   * first. If training was stopped within the first epoch, the updates so far are better than nothing and remain.
   */
  public void restoreBest() {
    boolean begun = bestEpoch == 0 && settings.optimizer() instanceof StepOptimizer && trainer.steps() > 0
        && network.nodes().stream().allMatch(n -> NonFinite.parameter(n, network.values()) == null);
    if (!begun) {
      System.arraycopy(best, 0, network.values(), 0, best.length);
    }
  }

  public History history() {
    return history;
  }

  /** The epoch whose parameters are the best, from 1; 0 before the first. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /**
   * The loss on the validation rows with the best parameters; NaN without validation rows and before the first epoch.
   */
  public double bestValidationLoss() {
    return bestEpoch == 0 ? Double.NaN : history.validation()[bestEpoch - 1];
  }

  /** Epochs planned. */
  public int planned() {
    return planned;
  }

  /** The reason why training is over; null while it is not. */
  public @Nullable String end() {
    return end;
  }

  /** How often the rate was halved because the loss was not finite. */
  public int restarts() {
    return restarts;
  }

  /** Why the rate was halved in this run, in order: what was not finite, when, and in which layer first. */
  public List<String> restartReasons() {
    return List.copyOf(restartReasons);
  }

  /** Which rows are trained on and which are held out. */
  public Split split() {
    return split;
  }

  /** What training minimises. */
  public Loss loss() {
    return loss;
  }

  /** The rows that the split refers to. */
  public Dataset data() {
    return data;
  }

  public Trainer trainer() {
    return trainer;
  }

  /** How it trains; the rate may be lower after a restart. */
  public TrainingSettings settings() {
    return settings;
  }

  public Network network() {
    return network;
  }

  /** A copy of everything that is needed to resume later. */
  public Checkpoint checkpoint() {
    TrainerState s = trainer.state();
    float[][] slots = new float[s.slots().length][];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = s.slots()[i].clone();
    }
    return new Checkpoint(new TrainerState(s.epoch(), s.step(), s.optimizerStep(), s.baseRate(), slots),
        network.values().clone(), best.clone(), bestEpoch, bestLoss, restarts, history.copy());
  }

  /**
   * Continues from a checkpoint, for as many further epochs as the settings say.
   *
   * @throws IllegalArgumentException if the checkpoint is of another network or optimizer
   */
  public void resume(Checkpoint c) {
    if (c.latest().length != best.length || c.best().length != best.length) {
      throw new IllegalArgumentException("the saved training has " + c.latest().length + " parameters, this network "
          + best.length + "; resume with the same network");
    }
    trainer.restore(c.trainer());
    System.arraycopy(c.latest(), 0, network.values(), 0, best.length);
    System.arraycopy(c.best(), 0, best, 0, best.length);
    bestEpoch = c.bestEpoch();
    bestLoss = c.bestLoss();
    gainedLoss = bestLoss;
    // A user who asks for more epochs wants at least as many as patience allows without improvement.
    lastGain = c.trainer().epoch();
    restarts = c.restarts();
    // The rate is the user's to change; halvings after a divergence stay.
    trainer.setBaseRate(settings.baseRate() * Math.pow(0.5, restarts));
    history = c.history().copy();
    end = null;
    planned = (int) Math.min(Integer.MAX_VALUE, (long) c.trainer().epoch() + settings.epochs());
  }
}
