package weka.core.neural.watch;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import ruru.nn.health.Health;
import ruru.nn.train.Split;
import ruru.nn.train.Training;

/**
 * A training as watchers see it. The training's thread writes, any thread may read; {@link #version} grows with every
 * change.
 */
public final class WatchedTraining {
  /**
   * The network at one moment.
   *
   * @param weights a copy of all parameters; null if there are too many to copy often
   */
  public record Moment(Health health, float @Nullable [] weights) {}

  private final String scheme;
  private final String options;
  private final String thread = Thread.currentThread().getName();
  /** Parameters of a network that is kept after the end, as there may be many. */
  private static final int MOST_KEPT = 1_000_000;

  private volatile @Nullable Network network;
  private final Split split;
  /** Null once it has ended, so that its rows are not kept. */
  private volatile @Nullable Training running;
  private final Curve batches = new Curve();
  private final Curve training = new Curve();
  private final Curve validation = new Curve();
  private final Curve rate = new Curve();
  private volatile int epochs;
  private volatile int planned;
  private volatile @Nullable Moment moment;
  private volatile boolean ended;
  private volatile long version;
  private final WeightRequests requests = new WeightRequests();

  WatchedTraining(String scheme, String options, Training training) {
    this.scheme = scheme;
    this.options = options;
    network = training.network();
    split = training.split();
    running = training;
  }

  void batch(double epoch, double loss) {
    batches.add(epoch, loss);
    changed();
  }

  void epoch(int epoch, int planned, double trainingLoss, double validationLoss, double rate) {
    training.add(epoch, trainingLoss);
    if (!Double.isNaN(validationLoss)) {
      validation.add(epoch, validationLoss);
    }
    if (!Double.isNaN(rate)) {
      this.rate.add(epoch, rate);
    }
    epochs = epoch;
    this.planned = planned;
    changed();
  }

  void moment(Moment now) {
    moment = now;
    changed();
  }

  void end() {
    running = null;
    Network trained = network;
    // Before the answer, so that whoever asks after it sees that nobody else will answer.
    ended = true;
    if (trained != null) {
      requests.answer(trained);
    }
    if (trained != null && trained.values().length > MOST_KEPT) {
      network = null;
    }
    changed();
  }

  /** Only the training's thread writes. */
  private void changed() {
    long next = version + 1;
    version = next;
  }

  /** The scheme's name, and which part of its work this is, as in "NeuralNet". */
  public String scheme() {
    return scheme;
  }

  /** The scheme's options as one line: trainings with the same ones are folds of one cross-validation. */
  public String options() {
    return options;
  }

  /** Name of the thread that trains. */
  public String thread() {
    return thread;
  }

  /**
   * The network in training. Its parameters change meanwhile: {@link Moment#weights} do not. Null for a large network
   * whose training has ended.
   */
  public @Nullable Network network() {
    return network;
  }

  /**
   * Asks for a copy of all parameters, of however large a network, which must not be changed. It comes with the next
   * update; during a pause of the lab with {@link #answer}; never if a large network's training has ended.
   */
  public CompletableFuture<float[]> weights() {
    CompletableFuture<float[]> asked = requests.add();
    Network trained = network;
    if (ended && trained != null) {
      requests.answer(trained);
    }
    return asked;
  }

  /** For the training's thread, between two updates: makes the copy that somebody waits for. */
  public void answer() {
    Network now = network;
    if (now != null) {
      requests.answer(now);
    }
  }

  /** Which of the rows that count are trained on, and which are held out. */
  public Split split() {
    return split;
  }

  /** The training itself, for what may change it from its own thread; null once it has ended. */
  public @Nullable Training running() {
    return running;
  }

  /** The loss of single batches over epochs, some of them. */
  public Curve batches() {
    return batches;
  }

  /** The mean loss over the training rows, by epoch. */
  public Curve training() {
    return training;
  }

  /** The mean loss over the validation rows, by epoch; empty if there are none. */
  public Curve validation() {
    return validation;
  }

  /** The learning rate, by epoch; empty for an optimizer that searches its own. */
  public Curve rate() {
    return rate;
  }

  /** Finished epochs. */
  public int epochs() {
    return epochs;
  }

  /** Epochs planned; 0 before the first has ended. */
  public int planned() {
    return planned;
  }

  /** The layers when they were last looked at; null before that. */
  public @Nullable Moment moment() {
    return moment;
  }

  public boolean hasEnded() {
    return ended;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }
}
