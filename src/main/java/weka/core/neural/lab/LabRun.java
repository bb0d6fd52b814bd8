package weka.core.neural.lab;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import ruru.nn.train.StepObserver;
import ruru.nn.train.Training;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.lab.LabMeasures.Part;
import weka.core.neural.run.StopRequest;
import weka.core.neural.training.FittedNetwork;
import weka.core.neural.training.NeuralModel;
import weka.core.neural.watch.TrainingHub;
import weka.core.neural.watch.WatchedTraining;

/**
 * A network that is trained in a thread of its own, and can be paused, stepped, slowed down and stopped. Any thread may
 * give orders and look; what it sees grows until the end.
 */
public final class LabRun {
  /** What the run is doing. */
  public enum State {
    /** Waits for {@link #start}. */
    NEW,
    /** Reads the rows and makes the network; with some settings it tries others before. */
    PREPARING, RUNNING, PAUSED,
    /** Puts the best weights into place and measures what is to be known of the model. */
    ENDING, ENDED, FAILED
  }

  /** Name of the threads that train. */
  public static final String THREAD = "Neural lab";

  /** Between two measures. */
  private static final long LEAST_NANOS = 10_000_000;
  private static final int DECIMALS = 4;
  /** Measuring may take this fraction of the time. */
  private static final int FRACTION = 10;
  /** The first measures take far longer than all others, as Java has not compiled them yet: they are no measure. */
  private static final int WARMING = 10;
  private static final long LONGEST_WARMING_NANOS = 100_000_000;

  private final NeuralNet net;
  private final LabRows rows;
  private final Thread thread;
  private final boolean runs;
  private volatile State state = State.NEW;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable TrainingControl control;
  private volatile @Nullable WatchedTraining watched;
  private volatile @Nullable LabMeasures measures;
  private volatile @Nullable LabNetwork network;
  private volatile @Nullable Consumer<Runnable> measuredOrders;
  private final HeldWeights held = new HeldWeights();
  private @Nullable StopRequest request;
  private boolean stops;
  private long nextMeasure;
  private int measured;
  private long lastCost = Long.MAX_VALUE;
  private volatile double pace = Double.POSITIVE_INFINITY;

  /**
   * @param template the network's settings; it is copied
   * @param runs     whether it trains at once, or is paused before the first update
   */
  public LabRun(NeuralNet template, LabRows rows, boolean runs) throws Exception {
    this(template, rows, runs, THREAD);
  }

  /** @param name of the thread, by which its training is told from others */
  public LabRun(NeuralNet template, LabRows rows, boolean runs, String name) throws Exception {
    net = (NeuralNet) AbstractClassifier.makeCopy(template);
    net.setLog(null);
    this.rows = rows;
    this.runs = runs;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  public void start() {
    state = State.PREPARING;
    thread.start();
  }

  private void run() {
    synchronized (this) {
      request = StopRequest.listen();
      if (stops) {
        request.make();
      }
    }
    TrainingHub.Watch watch = TrainingHub.watch();
    try {
      train();
      state = State.ENDED;
    } catch (Throwable e) {
      failure = e;
      state = State.FAILED;
    } finally {
      watch.close();
      StopRequest.close();
    }
  }

  private void train() throws Exception {
    List<WatchedTraining> before = TrainingHub.trainings();
    net.initializeClassifier(rows.given());
    FittedNetwork fitted = net.fitted();
    if (fitted == null) {
      throw new IllegalArgumentException(
          "no attribute but the class varies in these rows, so there is nothing to learn "
              + "from");
    }
    WatchedTraining shown = TrainingHub.trainings().stream()
        .filter(t -> !before.contains(t) && t.thread().equals(thread.getName()) && !t.hasEnded())
        .reduce((first, last) -> last).orElseThrow();
    watched = shown;
    LabMeasures found = new LabMeasures(fitted, parts(shown));
    measures = found;
    network = network(fitted, found);
    Network trained = fitted.models().get(0).network();
    Training training = shown.running();
    if (training != null) {
      TrainingControl made = new TrainingControl(training, runs, () -> held.take(trained), held::forget);
      found.measure(fitted, 0);
      control = made;
      made.setPace(pace);
      Steps steps = new Steps(made, found, fitted);
      measuredOrders = change -> made.order(() -> {
        change.run();
        held.take(trained);
        found.measure(fitted, steps.epochs(training.trainer().steps() - 1));
      });
      training.trainer().observe(steps);
      state = State.RUNNING;
    }
    while (net.next()) {
      measure(found, fitted, shown.epochs());
    }
    state = State.ENDING;
    net.done();
    found.measure(fitted, shown.epochs());
    held.take(trained);
  }

  private LabNetwork network(FittedNetwork fitted, LabMeasures found) {
    NeuralModel model = fitted.models().get(0);
    return new LabNetwork(fitted.describeInputs(DECIMALS),
        LabNetwork.outputs(rows.given().classAttribute(), model.network().outputs(),
            fitted.otherOutputs()),
        model.loss(),
        Objects.requireNonNull(found.rows(Part.TRAINING)), Objects.requireNonNull(found.encoded(Part.TRAINING)));
  }

  private Map<Part, Instances> parts(WatchedTraining shown) {
    Map<Part, Instances> parts = new EnumMap<>(Part.class);
    parts.put(Part.TRAINING, rows.given(shown.split().training()));
    parts.put(Part.VALIDATION, rows.given(shown.split().validation()));
    parts.put(Part.TEST, rows.test());
    return parts;
  }

  /** If the last time is long enough ago. */
  private void measure(LabMeasures found, FittedNetwork fitted, double epoch) {
    long start = System.nanoTime();
    if (start - nextMeasure >= 0) {
      found.measure(fitted, epoch);
      long now = System.nanoTime();
      long cost = now - start;
      boolean isWarming = ++measured < WARMING && cost < LONGEST_WARMING_NANOS;
      // One that was interrupted by other work does not tell what the next will cost.
      nextMeasure = now + (isWarming ? LEAST_NANOS : Math.max(LEAST_NANOS, FRACTION * Math.min(cost, lastCost)));
      lastCost = cost;
    }
  }

  /** Waits where the control says so, and measures what one step has done. */
  private record Steps(TrainingControl control, LabMeasures measures, FittedNetwork fitted)
      implements StepObserver {
    private double epochs(long updates) {
      return (double) updates / control.updatesOfAnEpoch();
    }

    @Override
    public void before(long step, int[] rows, int from, int to, double rate) {
      control.before(step, rows, from, to, rate);
    }

    @Override
    public void after(long step, double meanLoss) {
      control.after(step, meanLoss);
      if (control.isPaused()) {
        measures.measure(fitted, epochs(step));
      }
    }
  }

  public void pause() {
    TrainingControl c = control;
    if (c != null) {
      c.pause();
    }
  }

  /** Goes on after a pause. */
  public void resume() {
    TrainingControl c = control;
    if (c != null) {
      c.go();
    }
  }

  /** Makes one update, and pauses. */
  public void oneBatch() {
    TrainingControl c = control;
    if (c != null) {
      c.oneBatch();
    }
  }

  /** Goes on to the end of the epoch, and pauses. */
  public void oneEpoch() {
    TrainingControl c = control;
    if (c != null) {
      c.oneEpoch();
    }
  }

  /**
   * Slows it down, so that one can watch; a stop takes no longer than without.
   *
   * @param epochs a second at most; infinite for no limit
   */
  public void setPace(double epochs) {
    if (!(epochs > 0)) {
      throw new IllegalArgumentException("epochs a second: expected a number above 0, got " + epochs);
    }
    pace = epochs;
    TrainingControl c = control;
    if (c != null) {
      c.setPace(epochs);
    }
  }

  /** Changes the learning rate while it trains. */
  public void setRate(double rate) {
    TrainingControl c = control;
    if (c != null) {
      c.setRate(rate);
    }
  }

  /**
   * Changes one parameter before the next update, at once if it is paused; what follows goes on from it.
   *
   * @param index in the network's parameters
   */
  public void setWeight(int index, float value) {
    Consumer<Runnable> orders = measuredOrders;
    WatchedTraining now = watched;
    Network changed = now == null ? null : now.network();
    if (orders != null && changed != null) {
      orders.accept(() -> changed.values()[index] = value);
    }
  }

  /** A copy of all parameters while it is paused and after the end; null while it runs, and of a large network. */
  public float @Nullable [] weights() {
    return held.weights();
  }

  /**
   * Asks for a copy of all parameters, of however large a network, at any time: the best ones after the end. Null while
   * it is prepared, and if it failed.
   */
  public @Nullable CompletableFuture<float[]> copiedWeights() {
    WatchedTraining now = watched;
    FittedNetwork fitted = fitted();
    if (now == null || fitted == null || state == State.FAILED) {
      return null;
    } else if (state == State.ENDED) {
      return CompletableFuture.completedFuture(fitted.models().get(0).network().values().clone());
    }
    CompletableFuture<float[]> asked = now.weights();
    TrainingControl c = control;
    if (c != null) {
      c.order(now::answer);
    }
    return asked;
  }

  /** Grows when {@link #weights} changes. */
  public int changes() {
    return held.changes();
  }

  /** What belongs to the network; null while it is prepared. */
  public @Nullable LabNetwork network() {
    return network;
  }

  /** Ends it and keeps what has been learnt: the best weights if rows are held out, otherwise the last. */
  public synchronized void stop() {
    stops = true;
    if (request != null) {
      request.make();
    }
  }

  public State state() {
    TrainingControl c = control;
    State now = state;
    return now == State.RUNNING && c != null && c.isPaused() ? State.PAUSED : now;
  }

  /** Whether it has ended, well or not. */
  public boolean isOver() {
    return state == State.ENDED || state == State.FAILED;
  }

  /** Why it failed; null if it did not. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** The training; null while it is prepared. */
  public @Nullable WatchedTraining training() {
    return watched;
  }

  /** What was measured; null while it is prepared. */
  public @Nullable LabMeasures measures() {
    return measures;
  }

  /** The network in training with what it knows of the data; null while it is prepared. */
  public @Nullable FittedNetwork fitted() {
    return measures == null ? null : net.fitted();
  }

  /** The trained network. */
  public NeuralNet model() {
    if (state != State.ENDED) {
      throw new IllegalStateException("the network is not trained yet");
    }
    return net;
  }

  /** The network's options, for any moment. */
  public String[] settings() {
    return net.getOptions();
  }

  /** The rows that it learns from and is tested on. */
  public LabRows rows() {
    return rows;
  }

  /** Waits for the end. */
  public void join() throws InterruptedException {
    thread.join();
  }
}
