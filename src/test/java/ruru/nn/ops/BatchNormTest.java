package ruru.nn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.NaiveBlas;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.Workspace;
import ruru.nn.layers.BatchNorm;

/** The running statistics of batch normalisation, worked out by hand. */
class BatchNormTest {
  /** Three rows 1, 2, 6 with the given weights; returns what is added to the state. */
  private static float[] stateGradient(float... weights) {
    Network network = new Network(Shape.of(1), 1, List.of(new NamedLayer(new BatchNorm(0.75, 1e-5))));
    network.initialise(1);
    Workspace workspace = new Workspace(network, 3, Workspace.Mode.TRAIN, new NaiveBlas());
    System.arraycopy(weights, 0, workspace.weights(), 0, 3);
    workspace.input().set(0, 0, 1);
    workspace.input().set(1, 0, 2);
    workspace.input().set(2, 0, 6);
    workspace.forward(true);
    workspace.outputGradient().fill(0);
    float[] gradient = new float[4];
    workspace.backward(gradient, true);
    Parameter mean = network.parametersByName().get("batchnorm1/mean");
    Parameter variance = network.parametersByName().get("batchnorm1/variance");
    assertEquals(Parameter.Role.STATE, mean.role());
    assertEquals(Parameter.Role.STATE, variance.role());
    return new float[] {gradient[mean.offset()], gradient[variance.offset()]};
  }

  /**
   * Mean 3, variance (4 + 1 + 9) / 3; three rows; a quarter of the way from 0 and 1. The variance is that of a mixture
   * of three quarters with mean 0 and one with mean 3.
   */
  @Test
  void stateMovesTowardsTheBatch() {
    assertArrayEquals(new float[] {3 * 0.25f * 3, 3 * (0.25f * (14 / 3f - 1) + 0.25f * 0.75f * 9)},
        stateGradient(1, 1, 1), 1e-6f);
  }

  /** Rows 1, 1, 2 and no 6: mean 4/3, variance 2/9. */
  @Test
  void weightsCountRows() {
    assertArrayEquals(new float[] {3 * 0.25f * (4 / 3f), 3 * (0.25f * (2 / 9f - 1) + 0.25f * 0.75f * 16 / 9f)},
        stateGradient(2, 1, 0), 1e-6f);
  }

  /** A layer on one feature with running mean 1 and variance 4, in a batch with the given place. */
  private static Workspace layer(int capacity, double rows, double number) {
    Network network = new Network(Shape.of(1), 1, List.of(new NamedLayer(new BatchNorm(0.75, 1e-5))));
    network.initialise(1);
    network.values()[network.parametersByName().get("batchnorm1/mean").offset()] = 1;
    network.values()[network.parametersByName().get("batchnorm1/variance").offset()] = 4;
    Workspace workspace = new Workspace(network, capacity, Workspace.Mode.TRAIN, new NaiveBlas());
    Arrays.fill(workspace.weights(), 1);
    workspace.batch(rows, number);
    return workspace;
  }

  /** Mean 1 and variance 4 of fifteen rows, and a row 9: mean 1.5, variance 15/16 * 4 + 15/256 * 8^2 = 7.5. */
  @Test
  void aRowAloneIsNormalisedByTheRunningStatisticsForTheMostPart() {
    Workspace w = layer(1, 1, 1000);
    w.input().set(0, 0, 9);
    w.forward(true);
    assertEquals((9 - 1.5) / Math.sqrt(7.5 + 1e-5), w.output().get(0, 0), 1e-6);
    w.outputGradient().set(0, 0, 0);
    float[] gradient = new float[4];
    w.backward(gradient, true);
    // A sixteenth of a quarter.
    double share = 0.25 / 16;
    assertArrayEquals(new float[] {0, 0, (float) (share * 8), (float) (share * (0 - 4) + share * (1 - share) * 64)},
        gradient, 1e-5f);
  }

  /** Rows -1, 3, 7: mean 3, variance 32/3; the third batch, 3/16 of what is enough. */
  @Test
  void earlyBatchesCountByTheirRows() {
    Workspace w = layer(3, 3, 3);
    w.input().set(0, 0, -1);
    w.input().set(1, 0, 3);
    w.input().set(2, 0, 7);
    w.forward(true);
    double mean = 3 - 13 / 16. * 2;
    double variance = 3 / 16. * 32 / 3 + 13 / 16. * 4 + 3 / 16. * 13 / 16 * 4;
    assertEquals((7 - mean) / Math.sqrt(variance + 1e-5), w.output().get(2, 0), 1e-6);
    w.outputGradient().fill(0);
    float[] gradient = new float[4];
    w.backward(gradient, true);
    // Of 16 rows before the first batch, and nine in three batches, three are new.
    assertEquals(3 * 3 / 25. * 2, gradient[2], 1e-5);
  }

  @Test
  void aBatchWithoutWeightMovesNothing() {
    assertArrayEquals(new float[] {0, 0}, stateGradient(0, 0, 0));
  }

  /** Channels far from 0: the variance must not drown in the rounding of the squares. */
  @Test
  void largeMeansAreExact() {
    Network network = new Network(Shape.of(3, 1), 1, List.of(new NamedLayer(new BatchNorm())));
    network.initialise(1);
    Workspace workspace = new Workspace(network, 2, Workspace.Mode.TRAIN, new NaiveBlas());
    Arrays.fill(workspace.weights(), 1);
    for (int i = 0; i < 6; i++) {
      workspace.input().set(i / 3, i % 3, 1_000_000 + (i % 2 == 0 ? 3 : -3));
    }
    workspace.forward(true);
    for (int i = 0; i < 6; i++) {
      assertEquals(i % 2 == 0 ? 1 : -1, workspace.output().get(i / 3, i % 3), 1e-5);
    }
  }

  /** 25 positions, two rows of two and a row without weight, which may hold anything. */
  @Test
  void aRowWithoutWeightIsNotRead() {
    Network network = new Network(Shape.of(5, 5, 2), 1, List.of(new NamedLayer(new BatchNorm())));
    network.initialise(1);
    Workspace workspace = new Workspace(network, 3, Workspace.Mode.TRAIN, new NaiveBlas());
    System.arraycopy(new float[] {0, 1, 2}, 0, workspace.weights(), 0, 3);
    for (int i = 0; i < 50; i++) {
      workspace.input().set(0, i, Float.NaN);
      workspace.input().set(1, i, 300 + 7 * (i % 3));
      workspace.input().set(2, i, 300 + i % 2);
    }
    workspace.forward(true);
    workspace.outputGradient().fill(0);
    workspace.outputGradient().set(1, 0, 1);
    float[] gradient = new float[8];
    workspace.backward(gradient, true);
    double[] first = {0, 0};
    for (int i = 0; i < 50; i += 2) {
      double a = 300 + 7 * (i % 3);
      first[0] += (a + 2 * 300) / 75;
      first[1] += (a * a + 2 * 300 * 300) / 75;
    }
    int gain = network.parametersByName().get("batchnorm1/gain").offset();
    assertEquals(workspace.output().get(1, 0), gradient[gain], 1e-5);
    double deviation = Math.sqrt(first[1] - first[0] * first[0] + 1e-5);
    for (int i = 0; i < 50; i += 2) {
      assertEquals((300 + 7 * (i % 3) - first[0]) / deviation, workspace.output().get(1, i), 1e-5);
      assertEquals((300 - first[0]) / deviation, workspace.output().get(2, i), 1e-5);
    }
  }

  /** Sums of differences from a row that is far away would lose the digits of those that count. */
  @Test
  void aFarRowOfHardlyAnyWeightCostsNoDigits() {
    Network network = new Network(Shape.of(16, 16, 1), 1, List.of(new NamedLayer(new BatchNorm())));
    network.initialise(1);
    Workspace workspace = new Workspace(network, 9, Workspace.Mode.TRAIN, new NaiveBlas());
    for (int r = 0; r < 9; r++) {
      workspace.weights()[r] = r == 0 ? 1e-25f : 1;
      for (int i = 0; i < 256; i++) {
        workspace.input().set(r, i, r == 0 ? 1e8f : r % 2 + i % 2);
      }
    }
    workspace.forward(true);
    for (int i = 0; i < 256; i++) {
      assertEquals(i % 2 / Math.sqrt(0.5 + 1e-5), workspace.output().get(1, i), 1e-5);
    }
  }
}
