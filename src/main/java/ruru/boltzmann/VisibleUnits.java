package ruru.boltzmann;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.FloatMath;
import ruru.nn.Rng;

/**
 * The kinds of the visible units of a restricted Boltzmann machine, in order. Given the hidden units, with x the
 * weighted sum of a unit's inputs and its bias:
 * <ul>
 * <li>binary: P(v = 1) = 1 / (1 + exp(-x));
 * <li>softmax: one of the units of a group is 1, with P(v_i = 1) = exp(x_i) / sum_j exp(x_j);
 * <li>gaussian: v is normal with mean x and standard deviation 1.
 * </ul>
 * Source: Hinton 2012, A practical guide to training restricted Boltzmann machines, section 13.
 */
public final class VisibleUnits {
  /** The kind of a group of units. */
  public enum Kind { BINARY, SOFTMAX, GAUSSIAN }

  /**
   * Adjacent units of one kind.
   *
   * @param start the first unit, from 0
   * @param count units; those of a softmax group are the values of one variable
   */
  public record Group(Kind kind, int start, int count) {}

  private final List<Group> groups = new ArrayList<>();
  private int count;

  /** So many binary units, and nothing else. */
  public static VisibleUnits binary(int count) {
    return new VisibleUnits().add(Kind.BINARY, count);
  }

  /**
   * Adds units at the end.
   *
   * @return this
   */
  public VisibleUnits add(Kind kind, int units) {
    if (units < 1) {
      throw new IllegalArgumentException("expected at least 1 unit, got " + units);
    }
    groups.add(new Group(kind, count, units));
    count += units;
    return this;
  }

  /** The number of units. */
  public int count() {
    return count;
  }

  /** In the order of their units. */
  public List<Group> groups() {
    return groups;
  }

  /** The number of variables whose values can be told apart: binary units and softmax groups. */
  public int discrete() {
    return groups.stream().mapToInt(g -> g.kind() == Kind.BINARY ? g.count() : g.kind() == Kind.SOFTMAX ? 1 : 0).sum();
  }

  /**
   * One of the {@link #discrete} variables.
   *
   * @param number of the variable, from 0
   * @return its units: one binary unit, or a softmax group
   */
  Group variable(int number) {
    int left = number;
    for (Group g : groups) {
      int variables = g.kind() == Kind.BINARY ? g.count() : g.kind() == Kind.SOFTMAX ? 1 : 0;
      if (left < variables) {
        return g.kind() == Kind.BINARY ? new Group(Kind.BINARY, g.start() + left, 1) : g;
      }
      left -= variables;
    }
    throw new IndexOutOfBoundsException("variable " + number + " of " + discrete());
  }

  /** Turns weighted sums into means, in place, from {@code at} on. */
  void means(float[] x, int at) {
    for (Group g : groups) {
      int from = at + g.start();
      int to = from + g.count();
      switch (g.kind()) {
        case BINARY -> sigmoid(x, from, to);
        case SOFTMAX -> softmax(x, from, to);
        case GAUSSIAN -> {}
      }
    }
  }

  /** x = 1 / (1 + exp(-x)), in place. */
  static void sigmoid(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = FloatMath.exp(-x[i]);
    }
    for (int i = from; i < to; i++) {
      x[i] = 1 / (1 + x[i]);
    }
  }

  private static void softmax(float[] x, int from, int to) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      most = Math.max(most, x[i]);
    }
    float sum = 0;
    for (int i = from; i < to; i++) {
      x[i] = FloatMath.exp(x[i] - most);
      sum += x[i];
    }
    for (int i = from; i < to; i++) {
      x[i] /= sum;
    }
  }

  /**
   * Turns means into drawn states, in place, from {@code at} on.
   *
   * @param key   of a stream of random numbers, see {@link Rng#key}
   * @param noise whether gaussian units are drawn, too; otherwise they keep their means
   */
  void draw(float[] means, int at, long key, boolean noise) {
    for (Group g : groups) {
      int end = g.start() + g.count();
      switch (g.kind()) {
        case BINARY -> drawBinary(means, at, g.start(), end, key);
        case SOFTMAX -> drawOne(means, at + g.start(), at + end, Rng.uniform(key, g.start()));
        case GAUSSIAN -> {
          for (int i = g.start(); noise && i < end; i++) {
            means[at + i] += Rng.gaussian(key, i);
          }
        }
      }
    }
  }

  /** Units from one to another become 1 with the probabilities that they hold, else 0. */
  static void drawBinary(float[] p, int at, int from, int to, long key) {
    for (int i = from; i < to; i++) {
      p[at + i] = Rng.uniform(key, i) < p[at + i] ? 1 : 0;
    }
  }

  private static void drawOne(float[] p, int from, int to, float uniform) {
    float left = uniform;
    int drawn = to - 1;
    for (int i = from; i < to - 1 && drawn == to - 1; i++) {
      left -= p[i];
      drawn = left < 0 ? i : drawn;
    }
    for (int i = from; i < to; i++) {
      p[i] = i == drawn ? 1 : 0;
    }
  }
}
