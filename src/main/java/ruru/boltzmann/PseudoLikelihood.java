package ruru.boltzmann;

import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * The log pseudo-likelihood of rows, sum_i log P(v_i | all others), which needs no partition function. It is estimated
 * from one variable of each row, drawn at random, times the number of variables: for a binary unit log sigmoid(F(v') -
 * F(v)) with v' the row with this unit flipped, v_i' = 1 - v_i; for a softmax group log(exp(-F(v)) / sum_k
 * exp(-F(v with value k))). Gaussian units are left out, since what they would add has no closed form. Source: Besag
 * 1975; as in BernoulliRBM of scikit-learn.
 */
public final class PseudoLikelihood {
  private PseudoLikelihood() {}

  /**
   * The mean over rows; NaN if no variable is discrete.
   *
   * @param v       [rows][visible]
   * @param weights how much each row counts in the mean
   * @param round   names what is drawn, for instance the epoch
   * @throws E    if cancelled
   */
  public static <E extends Exception> double of(RestrictedBoltzmannMachine machine, float[] v, float[] weights,
      long seed,
      long round, int threads, Cancellation<E> cancellation) throws E {
    int rows = v.length / machine.visible();
    int variables = machine.units().discrete();
    if (variables == 0 || rows == 0) {
      return Double.NaN;
    }
    double[] logs = new double[rows];
    RestrictedBoltzmannMachine.blocks(rows, threads, cancellation, (from, n) -> {
      float[] x = new float[n * machine.hidden()];
      machine.sums(BlasProvider.get(), n, v, from * machine.visible(), x, 0);
      for (int r = 0; r < n; r++) {
        Rng random = new Rng(seed, RandomStream.PSEUDO_LIKELIHOOD, round, from + r);
        logs[from + r] = log(machine, machine.units().variable(random.nextInt(variables)), v,
            (from + r) * machine.visible(), x, r * machine.hidden());
      }
    });
    double sum = 0;
    double total = 0;
    for (int r = 0; r < rows; r++) {
      sum += weights[r] * logs[r];
      total += weights[r];
    }
    return sum / total * variables;
  }

  /** log P(the variable as it is | all others). */
  private static double log(RestrictedBoltzmannMachine machine, VisibleUnits.Group variable, float[] v, int at,
      float[] x, int xAt) {
    double softplus = machine.softplus(x, xAt, null, 0, 0);
    if (variable.kind() == VisibleUnits.Kind.BINARY) {
      int unit = variable.start();
      float change = 1 - 2 * v[at + unit];
      double higher = -change * machine.visibleBias()[unit]
          - machine.softplus(x, xAt, machine.weights(), unit * machine.hidden(), change) + softplus;
      return -Math.log1p(Math.exp(-Math.abs(higher))) + Math.min(higher, 0);
    }
    float[] bare = new float[machine.hidden()];
    System.arraycopy(x, xAt, bare, 0, bare.length);
    double own = softplus;
    for (int i = variable.start(); i < variable.start() + variable.count(); i++) {
      own += v[at + i] * machine.visibleBias()[i];
      for (int j = 0; j < bare.length; j++) {
        bare[j] -= v[at + i] * machine.weights()[i * bare.length + j];
      }
    }
    double[] others = new double[variable.count()];
    double most = own;
    for (int k = 0; k < others.length; k++) {
      int unit = variable.start() + k;
      others[k] = machine.visibleBias()[unit]
          + machine.softplus(bare, 0, machine.weights(), unit * bare.length, 1);
      most = Math.max(most, others[k]);
    }
    double sum = 0;
    for (double other : others) {
      sum += Math.exp(other - most);
    }
    return own - most - Math.log(sum);
  }
}
