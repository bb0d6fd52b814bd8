package weka.core.neural.lab;

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

  /** @param runs whether it begins at once, or waits before the first update */
  TrainingControl(Training training, boolean runs) {
    this.training = training;
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

  /** Whether the training waits, or will before its next update. */
  synchronized boolean isPaused() {
    return allowed == 0;
  }

  @Override
  public void before(long step, int[] rows, int from, int to, double now) {
    synchronized (this) {
      waits = true;
      try {
        while (allowed == 0) {
          wait();
        }
      } catch (InterruptedException e) {
        // The training asks for it before it computes.
        Thread.currentThread().interrupt();
      }
      waits = false;
      allowed -= allowed == FREE || allowed == 0 ? 0 : 1;
    }
    newRate();
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
