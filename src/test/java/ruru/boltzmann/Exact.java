package ruru.boltzmann;

import java.util.Random;

/** What a small machine of binary units gives, by going through all states, with no code of the machine's own. */
final class Exact {
  private final RestrictedBoltzmannMachine machine;
  private final int visible;
  private final int hidden;

  Exact(RestrictedBoltzmannMachine machine) {
    this.machine = machine;
    visible = machine.visible();
    hidden = machine.hidden();
  }

  /** A machine whose parameters are drawn from a normal distribution. */
  static RestrictedBoltzmannMachine machine(VisibleUnits units, int hidden, double deviation, long seed) {
    RestrictedBoltzmannMachine machine = new RestrictedBoltzmannMachine(units, hidden);
    Random random = new Random(seed);
    for (float[] p : new float[][] {machine.weights(), machine.visibleBias(), machine.hiddenBias()}) {
      for (int i = 0; i < p.length; i++) {
        p[i] = (float) (deviation * random.nextGaussian());
      }
    }
    return machine;
  }

  /** The states of the visible units, [2^visible][visible]. */
  float[] states() {
    float[] v = new float[(1 << visible) * visible];
    for (int s = 0; s < 1 << visible; s++) {
      for (int i = 0; i < visible; i++) {
        v[s * visible + i] = s >> i & 1;
      }
    }
    return v;
  }

  double sum(float[] v, int at, int j) {
    double x = machine.hiddenBias()[j];
    for (int i = 0; i < visible; i++) {
      x += v[at + i] * machine.weights()[i * hidden + j];
    }
    return x;
  }

  /** P(h_j = 1 | v). */
  double on(float[] v, int at, int j) {
    return 1 / (1 + Math.exp(-sum(v, at, j)));
  }

  /** -log sum_h exp(-E(v, h)) over all 2^hidden states. */
  double freeEnergy(float[] v, int at) {
    double total = 0;
    double bias = 0;
    for (int i = 0; i < visible; i++) {
      bias += v[at + i] * machine.visibleBias()[i];
    }
    for (int s = 0; s < 1 << hidden; s++) {
      double energy = -bias;
      for (int j = 0; j < hidden; j++) {
        energy -= (s >> j & 1) == 0 ? 0 : sum(v, at, j);
      }
      total += Math.exp(-energy);
    }
    return -Math.log(total);
  }

  /** P(v) of each of {@link #states}. */
  double[] probabilities() {
    float[] v = states();
    double[] p = new double[1 << visible];
    double z = 0;
    for (int s = 0; s < p.length; s++) {
      p[s] = Math.exp(-freeEnergy(v, s * visible));
      z += p[s];
    }
    for (int s = 0; s < p.length; s++) {
      p[s] /= z;
    }
    return p;
  }

  static int state(float[] v, int at, int visible) {
    int s = 0;
    for (int i = 0; i < visible; i++) {
      s |= (int) v[at + i] << i;
    }
    return s;
  }

  /** The mean log likelihood of rows. */
  double logLikelihood(float[] rows) {
    double[] p = probabilities();
    double sum = 0;
    for (int at = 0; at < rows.length; at += visible) {
      sum += Math.log(p[state(rows, at, visible)]);
    }
    return sum / (rows.length / visible);
  }
}
