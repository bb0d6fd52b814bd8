package ruru.boltzmann;

import java.util.Arrays;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * A Hopfield network: units s of -1 or 1, all connected with each other and none with itself, by symmetric weights. It
 * recalls what it has stored: from any state, each unit in turn takes the sign of its weighted sum, which never raises
 * the energy E(s) = -s W s / 2, until nothing changes.
 *
 * <p>For stored patterns x of n units, Hebb's rule is W = sum x x^T / n, which recalls about 0.138 n random patterns
 * nearly without error, and none beyond (Hopfield 1982; Amit, Gutfreund, Sompolinsky 1985). The projection (or
 * pseudo-inverse) rule is W = X (X^T X)^-1 X^T: all independent patterns stay as they are if they are fewer than n
 * (Personnaz, Guyon, Dreyfus 1985). In both the diagonal is then 0.
 */
public final class HopfieldNetwork {
  /** How weights follow from patterns. */
  public enum Rule { HEBB, PROJECTION }

  /** What is left of a pattern, relative to its length, below which the others hold it already. */
  private static final double DEPENDENT = 1e-6;

  /**
   * Where a recall ended.
   *
   * @param state  of -1 and 1
   * @param sweeps through all units, the last of which changed nothing
   * @param energy of the state
   */
  public record Recall(float[] state, int sweeps, double energy) {}

  private final int units;
  private final float[] weights;

  /**
   * Stores patterns.
   *
   * @param patterns [patterns][units], of -1 and 1; 0 for what is not known
   * @throws E if cancelled
   */
  public <E extends Exception> HopfieldNetwork(float[] patterns, int units, Rule rule, Cancellation<E> cancellation)
      throws E {
    this.units = units;
    weights = Heap.floats(units, units, "units", "weights", "Use fewer attributes");
    if (rule == Rule.HEBB) {
      for (int at = 0; at < patterns.length; at += units) {
        cancellation.check();
        add(Arrays.copyOfRange(patterns, at, at + units), 1.0 / units);
      }
    } else {
      project(patterns, cancellation);
    }
    for (int i = 0; i < units; i++) {
      weights[i * units + i] = 0;
    }
  }

  /** The sum of b b^T over an orthonormal basis b of the patterns, by Gram and Schmidt, twice for precision. */
  private <E extends Exception> void project(float[] patterns, Cancellation<E> cancellation) throws E {
    int count = patterns.length / units;
    double[][] basis = new double[Math.min(count, units)][];
    int found = 0;
    for (int p = 0; p < count && found < units; p++) {
      cancellation.check();
      double[] rest = new double[units];
      for (int i = 0; i < units; i++) {
        rest[i] = patterns[p * units + i];
      }
      double length = Math.sqrt(dot(rest, rest));
      for (int round = 0; round < 2; round++) {
        for (int b = 0; b < found; b++) {
          double along = dot(rest, basis[b]);
          for (int i = 0; i < units; i++) {
            rest[i] -= along * basis[b][i];
          }
        }
      }
      double left = Math.sqrt(dot(rest, rest));
      if (left > DEPENDENT * length) {
        for (int i = 0; i < units; i++) {
          rest[i] /= left;
        }
        basis[found++] = rest;
        float[] single = new float[units];
        for (int i = 0; i < units; i++) {
          single[i] = (float) rest[i];
        }
        add(single, 1);
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private void add(float[] pattern, double factor) {
    for (int i = 0; i < units; i++) {
      float scaled = (float) (factor * pattern[i]);
      for (int j = 0; scaled != 0 && j < units; j++) {
        weights[i * units + j] += scaled * pattern[j];
      }
    }
  }

  /** W [units][units], the network's own array. */
  public float[] weights() {
    return weights;
  }

  private double sum(float[] state, int unit) {
    double sum = 0;
    for (int j = 0; j < units; j++) {
      sum += weights[unit * units + j] * (double) state[j];
    }
    return sum;
  }

  /** E(s) = -s W s / 2. */
  public double energy(float[] state) {
    double energy = 0;
    for (int i = 0; i < units; i++) {
      energy -= state[i] * sum(state, i) / 2;
    }
    return energy;
  }

  /**
   * Recalls from a state: sweeps through the units in random order until one changes nothing. A unit whose sum is 0
   * stays as it is, and becomes 1 if it was not known.
   *
   * @param start of -1, 1 and 0 for what is not known; not changed
   * @param index names the order, for instance the row
   * @throws E if cancelled
   */
  public <E extends Exception> Recall recall(float[] start, long seed, long index, Cancellation<E> cancellation)
      throws E {
    float[] state = start.clone();
    int[] order = new int[units];
    for (int i = 0; i < units; i++) {
      order[i] = i;
    }
    boolean changed = true;
    int sweeps = 0;
    while (changed) {
      cancellation.check();
      new Rng(seed, RandomStream.UNITS, sweeps, index).shuffle(order, units);
      changed = false;
      sweeps++;
      for (int unit : order) {
        double sum = sum(state, unit);
        float next = sum > 0 ? 1 : sum < 0 ? -1 : state[unit] == 0 ? 1 : state[unit];
        changed |= next != state[unit];
        state[unit] = next;
      }
    }
    return new Recall(state, sweeps, energy(state));
  }
}
