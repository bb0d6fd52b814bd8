package weka.core.neural.lab;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import ruru.nn.train.StepObserver;
import ruru.nn.train.Training;

/**
 * Lets a training wait before an update, go on for one batch or for one epoch, and change its rate. The training's
 * thread waits here; any other may give orders.
 */
final class TrainingControl implements StepObserver {
  private static final long FREE = Long.MAX_VALUE;

  private final Training training;
  private final int updatesOfAnEpoch;
  private long allowed;
  private double rate = Double.NaN;
  private boolean waits;
  private final Runnable held;
  private final Runnable released;
  private final Queue<Runnable> orders = new ArrayDeque<>();
  private final Pace pace = new Pace();

  /**
   * @param runs     whether it begins at once, or waits before the first update
   * @param held     run on the training's thread when it begins to wait
   * @param released run there when it goes on
   */
  TrainingControl(Training training, boolean runs, Runnable held, Runnable released) {
    this.training = training;
    this.held = held;
    this.released = released;
    allowed = runs ? FREE : 0;
    int batch = training.trainer().batch();
    updatesOfAnEpoch = Math.max(1, (training.split().training().length + batch - 1) / batch);
  }

  synchronized void pause() {
    allowed = 0;
  }

  synchronized void go() {
    allow(FREE);
  }

  synchronized void oneBatch() {
    allow(1);
  }

  /** Up to the end of the epoch at hand, or one whole epoch if none has begun. */
  synchronized void oneEpoch() {
    long done = training.trainer().steps() - (waits ? 1 : 0);
    allow(updatesOfAnEpoch - done % updatesOfAnEpoch);
  }

  private void allow(long updates) {
    allowed = updates;
    notifyAll();
  }

  /** From the next update but one on. */
  synchronized void setRate(double value) {
    rate = value;
  }

  /**
   * Slows the training down.
   *
   * @param epochs a second at most; infinite for no limit
   */
  synchronized void setPace(double epochs) {
    pace.set(epochs * updatesOfAnEpoch, System.nanoTime());
    notifyAll();
  }

  /** Has something done on the training's thread before the next update, even while it waits there. */
  synchronized void order(Runnable something) {
    orders.add(something);
    notifyAll();
  }

  /** Whether the training waits, or will before its next update. */
  synchronized boolean isPaused() {
    return allowed == 0;
  }

  @Override
  public void before(long step, int[] rows, int from, int to, double now) {
    boolean told = false;
    for (Runnable next = next(false); next != null; next = next(told)) {
      told |= next == held;
      next.run();
    }
    if (told) {
      released.run();
    }
    newRate();
  }

  /**
   * Waits for what is to be done before the update; null when it may be made.
   *
   * @param told whether it is known that the training waits
   */
  private synchronized @Nullable Runnable next(boolean told) {
    waits = true;
    try {
      for (long w = milliseconds(told); w >= 0 && orders.isEmpty(); w = milliseconds(told)) {
        wait(w);
      }
    } catch (InterruptedException e) {
      // The training asks for it before it computes.
      Thread.currentThread().interrupt();
      waits = false;
      return null;
    }
    if (allowed == 0 && !told) {
      return held;
    }
    Runnable order = orders.poll();
    if (order == null) {
      pace.made(System.nanoTime());
      waits = false;
      allowed -= allowed == FREE ? 0 : 1;
    }
    return order;
  }

  /** How long to wait before the next update: 0 until an order comes, -1 for not at all. */
  private long milliseconds(boolean told) {
    if (allowed == 0) {
      return told ? 0 : -1;
    }
    long paced = pace.milliseconds(System.nanoTime());
    return paced > 0 ? paced : -1;
  }

  private void newRate() {
    double wanted;
    synchronized (this) {
      wanted = rate;
      rate = Double.NaN;
    }
    if (!Double.isNaN(wanted)) {
      training.trainer().setBaseRate(wanted);
    }
  }

  @Override
  public void after(long step, double meanLoss) {}

  int updatesOfAnEpoch() {
    return updatesOfAnEpoch;
  }
}
