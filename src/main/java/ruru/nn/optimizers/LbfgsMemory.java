package ruru.nn.optimizers;

import java.util.Arrays;

/**
 * The slots of {@link Lbfgs} by their names. For m moves: 0 to m - 1 the moves s of the parameters, m to 2m - 1 the
 * changes y of the gradient, move t at place t mod m, all zero if unused; 2m the parameters after the last move; 2m + 1
 * the gradient there; 2m + 2 the direction and 2m + 3 the gradient at points tried, except that between two moves the
 * sum of their first elements is the loss.
 */
final class LbfgsMemory {
  private final int size;
  private final float[][] slot;

  /** @param size moves to remember */
  LbfgsMemory(int size, float[][] slot) {
    this.size = size;
    this.slot = slot;
  }

  static int slots(int size) {
    return 2 * size + 4;
  }

  /** Moves to remember. */
  int size() {
    return size;
  }

  /** Where move t is kept. */
  int place(long t) {
    return (int) (t % size);
  }

  /** s: how the parameters changed in the move at a place. */
  float[] move(int place) {
    return slot[place];
  }

  /** y: how the gradient changed in the move at a place. */
  float[] change(int place) {
    return slot[size + place];
  }

  /** The parameters after the last move. */
  float[] parameters() {
    return slot[2 * size];
  }

  /** The gradient at {@link #parameters}. */
  float[] gradient() {
    return slot[2 * size + 1];
  }

  /** The direction of the next move. */
  float[] direction() {
    return slot[2 * size + 2];
  }

  /** The gradient at the points that are tried. */
  float[] trial() {
    return slot[2 * size + 3];
  }

  /** The loss after the last move, if it was {@link #keep kept}. */
  double loss() {
    return (double) direction()[0] + trial()[0];
  }

  /** Keeps the loss between two moves, in place of the direction and the trial. */
  void keep(double loss) {
    direction()[0] = (float) loss;
    trial()[0] = (float) (loss - direction()[0]);
  }

  /** Notes that there is no loss to continue from. */
  void keepNoLoss() {
    direction()[0] = Float.NaN;
  }

  /** Whether the parameters were changed since the last move; those without a gradient do not count. */
  boolean isElsewhere(float[] x) {
    float[] base = parameters();
    float[] g = gradient();
    boolean result = false;
    for (int i = 0; i < x.length; i++) {
      result |= x[i] != base[i] && g[i] != 0;
    }
    return result;
  }

  void forget() {
    for (int i = 0; i < 2 * size; i++) {
      Arrays.fill(slot[i], 0);
    }
  }

  /** Remembers a move from {@link #parameters} to x, where the {@link #trial} is the gradient. */
  void remember(long t, float[] x) {
    Vectors.subtract(x, parameters(), move(place(t)));
    Vectors.subtract(trial(), gradient(), change(place(t)));
    Vectors.copy(x, parameters());
    Vectors.copy(trial(), gradient());
  }

  /** s y of each move remembered, 0 where there is none. */
  double[] products() {
    double[] result = new double[size];
    for (int i = 0; i < size; i++) {
      result[i] = Vectors.dot(move(i), change(i));
    }
    return result;
  }
}
