package ruru.nn.adversarial;

import java.util.Arrays;
import java.util.Objects;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Tensor;
import ruru.nn.Workspace;

/**
 * A part of a batch, with memory to run both networks over it. The discriminator has an output for each kind of row,
 * which says whether a row is a real one of that kind; only the output of the row's kind counts. Source: the projection
 * discriminator of Miyato and Koyama 2018, arXiv:1802.05637, here with its linear last layer alone.
 */
final class Shard {
  private final Generator generator;
  private final AdversarialLoss loss;
  private final long seed;
  private final Workspace made;
  private final Workspace judged;
  private final float[] unused;

  private int rows;
  private long step;
  private int first;
  private int[] kind = {};
  double lossSum;
  int takenForReal;
  int recognised;

  Shard(Generator generator, Network discriminator, AdversarialSettings settings, int capacity, Blas blas) {
    this.generator = generator;
    loss = settings.loss();
    seed = settings.seed();
    made = new Workspace(generator.network(), capacity, Workspace.Mode.TRAIN, blas);
    judged = new Workspace(discriminator, 2 * capacity, Workspace.Mode.INSPECT, blas);
    unused = new float[discriminator.values().length];
    Arrays.fill(made.weights(), 1);
    Arrays.fill(judged.weights(), 1);
  }

  /**
   * The next rows.
   *
   * @param step  number of the run, another one for each
   * @param first the first row's number in the batch
   * @param kind  of each row of the shard
   */
  void begin(int rows, long step, int first, int[] kind) {
    this.rows = rows;
    this.step = step;
    this.first = first;
    this.kind = kind;
    lossSum = 0;
    takenForReal = 0;
    recognised = 0;
  }

  /** Writes the discriminator's gradient: the sum over as many real rows, given here, and generated ones. */
  <E extends Exception> void discriminate(float[] data, int[] from, float[] gradient, Cancellation<E> cancellation)
      throws E {
    make(cancellation);
    judged.setRows(2 * rows);
    int size = judged.input().shape().size();
    for (int r = 0; r < rows; r++) {
      judged.input().writeRow(r, data, from[r] * size);
    }
    copy(made.output(), 0, judged.input(), rows);
    judged.position(seed, step, 2 * first);
    judged.forward(true, cancellation);
    float[] z = judged.output().matrix();
    float[] dz = judged.outputGradient().matrix();
    int outputs = judged.output().channels();
    Arrays.fill(dz, 0, 2 * rows * outputs, 0);
    for (int r = 0; r < 2 * rows; r++) {
      boolean real = r < rows;
      int at = r * outputs + kind[r % rows];
      lossSum += loss.discriminator(z[at], real);
      dz[at] = (float) loss.discriminatorSlope(z[at], real);
      if (z[at] > 0) {
        recognised += real ? 1 : 0;
        takenForReal += real ? 0 : 1;
      }
    }
    judged.backward(gradient, true, cancellation);
  }

  /** Writes the generator's gradient: the discriminator passes on the one with respect to its inputs. */
  <E extends Exception> void generate(float[] gradient, Cancellation<E> cancellation) throws E {
    make(cancellation);
    judged.setRows(rows);
    copy(made.output(), 0, judged.input(), 0);
    judged.position(seed, step, 2 * first);
    judged.forward(true, cancellation);
    float[] z = judged.output().matrix();
    float[] dz = judged.outputGradient().matrix();
    int outputs = judged.output().channels();
    Arrays.fill(dz, 0, rows * outputs, 0);
    for (int r = 0; r < rows; r++) {
      int at = r * outputs + kind[r];
      lossSum += loss.generator(z[at]);
      dz[at] = (float) loss.generatorSlope(z[at]);
    }
    judged.backward(unused, true, cancellation);
    copy(Objects.requireNonNull(judged.gradient(0), "the gradient with respect to the input"), 0,
        made.outputGradient(), 0);
    made.backward(gradient, true, cancellation);
  }

  private <E extends Exception> void make(Cancellation<E> cancellation) throws E {
    made.setRows(rows);
    for (int r = 0; r < rows; r++) {
      generator.draw(made.input(), r, Rng.key(seed, RandomStream.NOISE, step, first + r), kind[r]);
    }
    made.position(seed, step, first);
    made.forward(true, cancellation);
  }

  /** Copies this shard's rows from one tensor into another of the same shape. */
  private void copy(Tensor from, int fromRow, Tensor to, int toRow) {
    int channels = from.channels();
    for (int p = 0; p < from.positions(); p++) {
      System.arraycopy(from.plane(p), fromRow * channels, to.plane(p), toRow * channels, rows * channels);
    }
  }
}
