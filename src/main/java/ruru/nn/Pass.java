package ruru.nn;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;

/** What an {@link Op} sees of one run over some rows: the parameters, and the state of this run. */
public final class Pass {
  private static final double ENOUGH_VALUES = 16;
  private static final double LEAST_ROWS = 4;
  private static final boolean[] NO_INPUTS = {};
  private static final Parameter[] NO_PARAMETERS = {};

  private final Blas blas;
  private final float[] weights;
  private final float[] ones;
  private float[] values = {};
  private float[] gradient = {};
  private boolean training;
  private long seed;
  private long step;
  private int firstRow;
  private double batchRows = Double.POSITIVE_INFINITY;
  private double batchNumber = Double.POSITIVE_INFINITY;
  private double penalty;

  private int node;
  private @Nullable Object memory;
  private boolean[] freshInputs = NO_INPUTS;
  private Parameter[] freshParameters = NO_PARAMETERS;

  Pass(Blas blas, int capacity) {
    this.blas = blas;
    this.weights = new float[capacity];
    this.ones = new float[capacity];
    Arrays.fill(ones, 1);
  }

  /** Before a run: the parameters, and where gradients go (nowhere if only forward). */
  void bind(float[] values, float[] gradient, boolean training) {
    this.values = values;
    this.gradient = gradient;
    this.training = training;
  }

  void forgetPenalty() {
    penalty = 0;
  }

  double penalty() {
    return penalty;
  }

  void at(long seed, long step, int firstRow) {
    this.seed = seed;
    this.step = step;
    this.firstRow = firstRow;
  }

  void inBatch(double rows, double number) {
    this.batchRows = rows;
    this.batchNumber = number;
  }

  /** Before an op's forward, or a phase of a {@link BatchOp}. */
  void enter(int node, @Nullable Object memory) {
    enter(node, memory, NO_INPUTS, NO_PARAMETERS);
  }

  /** Before an op's backward: which gradients it is to overwrite. */
  void enter(int node, @Nullable Object memory, boolean[] freshInputs, Parameter[] freshParameters) {
    this.node = node;
    this.memory = memory;
    this.freshInputs = freshInputs;
    this.freshParameters = freshParameters;
  }

  public Blas blas() {
    return blas;
  }

  /** Whether this is a training run: dropout drops, batch normalisation uses the batch. */
  public boolean training() {
    return training;
  }

  /** The network's parameter array; a {@link Parameter} says where to look. Read-only. */
  public float[] values() {
    return values;
  }

  /** In backward: where the gradients with respect to the parameters are put, with the layout of {@link #values}. */
  public float[] gradient() {
    return gradient;
  }

  /** In backward: whether dx[input] holds nothing yet, so that it is to be overwritten and not added to. */
  public boolean fresh(int input) {
    return freshInputs[input];
  }

  /** In backward: whether {@link #gradient} holds nothing yet for a parameter, so that it is to be overwritten. */
  public boolean fresh(Parameter by) {
    for (Parameter p : freshParameters) {
      if (p.equals(by)) {
        return true;
      }
    }
    return false;
  }

  /** The beta of a matrix product that is put into dx[input]: 0 if that is fresh, otherwise 1. */
  public float beta(int input) {
    return fresh(input) ? 0 : 1;
  }

  /** As {@link #beta(int)}, for a product that is put into the gradient with respect to a parameter. */
  public float beta(Parameter by) {
    return fresh(by) ? 0 : 1;
  }

  /** Writes zeros if dx is fresh, so that an op can simply add; does nothing if it is null. */
  public void clearFresh(int input, @Nullable Tensor dx) {
    if (dx != null && fresh(input)) {
      dx.fill(0);
    }
  }

  /** Writes zeros if the gradient with respect to a parameter is fresh, so that an op can simply add. */
  public void clearFresh(Parameter by) {
    if (fresh(by)) {
      Arrays.fill(gradient, by.offset(), by.end(), 0);
    }
  }

  /** Puts as many numbers as a parameter has into its gradient. */
  public void put(float[] from, Parameter by) {
    if (fresh(by)) {
      System.arraycopy(from, 0, gradient, by.offset(), by.size());
    } else {
      for (int i = 0; i < by.size(); i++) {
        gradient[by.offset() + i] += from[i];
      }
    }
  }

  /**
   * Puts the sum of the rows of a matrix [rows][numbers of the parameter] into the gradient with respect to a
   * parameter: a bias.
   */
  public void putRowSum(float[] matrix, int rows, Parameter by) {
    sumRows(matrix, 0, rows, by.size(), beta(by), gradient, by.offset());
  }

  /** As {@link #putRowSum}, of several matrices that stand one after the other: one for each step of a series. */
  public void putRowSums(float[] matrices, int count, int rows, Parameter by) {
    for (int i = 0; i < count; i++) {
      sumRows(matrices, i * rows * by.size(), rows, by.size(), i == 0 ? beta(by) : 1, gradient, by.offset());
    }
  }

  /**
   * The sum of the rows of a matrix [rows][columns] that begins at an index, by a product with ones: added to beta
   * times what is there.
   */
  public void sumRows(float[] matrix, int from, int rows, int columns, float beta, float[] to, int at) {
    blas.gemv(true, rows, columns, 1, matrix, from, columns, ones, 0, beta, to, at);
  }

  /** The weight of each row of a training run; rows of weight 0 count as absent. */
  public float[] weights() {
    return weights;
  }

  /**
   * How far statistics of the batch can be trusted: 1 from 16 values per channel, if they are from at least 4 rows, and
   * less in proportion for fewer rows. A single value has no variance.
   *
   * @param positions values of a channel in one row, on average
   */
  public double trust(double positions) {
    return Math.min(1, batchRows / enoughRows(positions));
  }

  /**
   * The weight of this batch in the mean over all batches so far, the initial values counting as a batch just large
   * enough to be trusted.
   */
  public double fractionSoFar(double positions) {
    return 1 / (batchNumber + enoughRows(positions) / batchRows);
  }

  private static double enoughRows(double positions) {
    return Math.max(LEAST_ROWS, ENOUGH_VALUES / positions);
  }

  /**
   * In forward: adds a term to the loss.
   *
   * @param value the sum over the rows of weight times term; the op's backward must differentiate what is passed here
   */
  public void penalise(double value) {
    penalty += value;
  }

  /** What {@link Op#memory} returned for this op and workspace. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the op that asks is the one that made it
  public <T> T memory() {
    return (T) Objects.requireNonNull(memory, "the op has no memory");
  }

  /**
   * The random stream of a row, for {@link Rng#uniform} and {@link Rng#gaussian}: it depends on the seed, the op, the
   * step and the row's place in the batch, and not on how the batch is divided into shards.
   */
  public long random(int row) {
    return Rng.key(seed, RandomStream.LAYER, step, ((long) node << 32) + firstRow + row);
  }
}
