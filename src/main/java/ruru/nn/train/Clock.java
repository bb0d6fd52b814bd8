package ruru.nn.train;

import java.util.Arrays;
import java.util.stream.Stream;

/** The state of a training's progress: its counters and rate, and who observes it. */
final class Clock {
  private int epoch;
  private long step;
  private long optimizerStep;
  private double baseRate;
  private double rate = Double.NaN;
  /** Replaced as a whole, as it may change while the training runs. An array, since to loop over it makes no object. */
  private volatile StepObserver[] observers = {};

  Clock(double baseRate) {
    this.baseRate = baseRate;
  }

  /** Finished epochs. */
  int epoch() {
    return epoch;
  }

  void endEpoch() {
    epoch++;
  }

  /** The epoch that just ended does not count. */
  void takeBackEpoch() {
    epoch--;
  }

  /** The number of the update, from 1. */
  long step() {
    return step;
  }

  /** Begins an update on rows[from .. to); the rate is NaN if the optimizer searches its own. */
  void beginStep(int[] rows, int from, int to, double rate) {
    this.rate = rate;
    step++;
    for (StepObserver observer : observers) {
      observer.before(step, rows, from, to, rate);
    }
  }

  /** The update that was begun is not made. */
  void takeBackStep() {
    step--;
  }

  void endStep(double meanLoss) {
    for (StepObserver observer : observers) {
      observer.after(step, meanLoss);
    }
  }

  /** The number of the optimizer's next update, from 1 after its state was last empty. */
  long nextOptimizerStep() {
    return ++optimizerStep;
  }

  /** The optimizer's update is not made. */
  void takeBackOptimizerStep() {
    optimizerStep--;
  }

  double baseRate() {
    return baseRate;
  }

  void setBaseRate(double value) {
    baseRate = value;
  }

  /** The rate of the last step; NaN for an optimizer that searches its own. */
  double rate() {
    return rate;
  }

  /** Halves the rate from now on, for an optimizer whose state has been cleared. */
  void restartSlower() {
    baseRate /= 2;
    optimizerStep = 0;
  }

  TrainerState state(float[][] slots) {
    return new TrainerState(epoch, step, optimizerStep, baseRate, slots);
  }

  void restore(TrainerState state) {
    epoch = state.epoch();
    step = state.step();
    optimizerStep = state.optimizerStep();
    baseRate = state.baseRate();
  }

  /** Reports every update from now on to one more observer. */
  synchronized void observe(StepObserver observer) {
    observers = Stream.concat(Arrays.stream(observers), Stream.of(observer)).toArray(StepObserver[]::new);
  }

  synchronized void forget(StepObserver observer) {
    observers = Arrays.stream(observers).filter(o -> o != observer).toArray(StepObserver[]::new);
  }

  /** "step 12 (epoch 3, at rate 0.1)" */
  @Override
  public String toString() {
    return "step " + step + " (epoch " + (epoch + 1) + (Double.isNaN(rate) ? "" : ", at rate " + (float) rate) + ")";
  }
}
