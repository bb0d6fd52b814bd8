package weka.core.neural.training;

import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.Schedule;
import ruru.nn.Shape;
import ruru.nn.StepOptimizer;
import ruru.nn.schedules.Constant;
import ruru.nn.schedules.Cosine;
import ruru.nn.schedules.OneCycle;

/** How a network is trained by default, depending on its task and data. */
enum TrainingDefaults {
  /** For an optimizer that uses all rows at once and finds its own step. */
  FULL_BATCH(Double.NaN, new Constant()) {
    @Override
    int epochs(int updates, boolean small, boolean heldOut) {
      return 1000;
    }
  },
  /** Images or series. */
  IMAGES(0.002, new OneCycle()) {
    @Override
    int epochs(int updates, boolean small, boolean heldOut) {
      return Math.max(10, Math.min(60, UPDATES_OF_IMAGES / updates));
    }
  },
  /** Texts. */
  TEXTS(0.002, new OneCycle()) {
    @Override
    int epochs(int updates, boolean small, boolean heldOut) {
      return Math.max(10, Math.min(60, UPDATES_OF_TEXTS / updates));
    }
  },
  /** Networks with recurrent layers, whose gradient is limited. */
  RECURRENT(0.005, new OneCycle()) {
    @Override
    int epochs(int updates, boolean small, boolean heldOut) {
      return IMAGES.epochs(updates, small, heldOut);
    }
  },
  /** A table with a nominal class. */
  CLASSES(0.003, new Cosine()) {
    @Override
    int epochs(int updates, boolean small, boolean heldOut) {
      return ofTable(60, updates, small, heldOut);
    }
  },
  /** A table with a numeric class. */
  NUMBERS(0.01, new Cosine()) {
    @Override
    int epochs(int updates, boolean small, boolean heldOut) {
      return ofTable(100, updates, small, heldOut);
    }
  };

  /** Updates after which a convolutional network has usually converged. */
  private static final int UPDATES_OF_IMAGES = 8000;
  /** Updates after which the default network for texts had converged; more of them only take time. */
  private static final int UPDATES_OF_TEXTS = 800;
  /** A small network needs larger steps, and enough of them. */
  private static final double RATE_OF_SMALL = 0.03;
  private static final int UPDATES_OF_SMALL = 500;
  /** Where held-out rows determine when to stop. */
  private static final int MOST_EPOCHS = 200;

  private final double rate;
  private final Schedule fading;

  TrainingDefaults(double rate, Schedule fading) {
    this.rate = rate;
    this.fading = fading;
  }

  static TrainingDefaults of(Optimizer optimizer, Network network, Loss.Task task) {
    return !(optimizer instanceof StepOptimizer) ? FULL_BATCH
        : isRecurrent(network) ? RECURRENT
        : embeds(network) ? TEXTS
        : isConvolved(network.inputShape()) ? IMAGES
        : task == Loss.Task.CLASSES ? CLASSES : NUMBERS;
  }

  static boolean isRecurrent(Network network) {
    return network.steps().stream().anyMatch(step -> step.layer().isRecurrent());
  }

  private static boolean embeds(Network network) {
    return network.steps().stream().anyMatch(step -> step.layer().looksUp());
  }

  /** Whether inputs are images or series, not the columns of a table. */
  static boolean isConvolved(Shape input) {
    return input.rank() > 1;
  }

  /**
   * The most epochs.
   *
   * @param updates updates per epoch
   * @param small   whether the network has few parameters
   * @param heldOut whether rows are held out to find the best epoch
   */
  abstract int epochs(int updates, boolean small, boolean heldOut);

  private static int ofTable(int least, int updates, boolean small, boolean heldOut) {
    return heldOut ? MOST_EPOCHS : small ? Math.max(least, UPDATES_OF_SMALL / updates) : least;
  }

  /** The learning rate with Adam; NaN for the optimizer's own. */
  double rate(boolean small) {
    return small && this != FULL_BATCH && this != RECURRENT && this != TEXTS ? RATE_OF_SMALL : rate;
  }

  /** The schedule used with Adam, in which the rate falls to 0. */
  Schedule fading() {
    return fading;
  }
}
