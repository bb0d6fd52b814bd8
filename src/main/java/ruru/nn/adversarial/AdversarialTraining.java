package ruru.nn.adversarial;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ruru.blas.Blas;
import ruru.nn.BatchOp;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;

import ruru.nn.train.Parallel;

/**
 * Trains a generator, which makes rows of noise, against a discriminator, which tells real rows from generated ones. An
 * update is one of the discriminator, and then one of the generator, whose gradient is that with respect to the
 * discriminator's inputs, passed on. Source: Goodfellow et al. 2014, "Generative adversarial nets", arXiv:1406.2661.
 *
 * <p>The generated rows of an update have the kinds of its real ones. The {@link #generator} that rows are made with
 * has the running mean of the trained one's parameters: the two networks circle each other, and the mean is calmer
 * (Yazıcı et al. 2019, arXiv:1806.04498).
 *
 * <p>The same seed gives the same bits, whatever the number of threads.
 */
public final class AdversarialTraining {
  private static final int MOST_SHARDS = 4;
  /** Rows that keep a shard worth a thread. */
  private static final int ROWS = 64;
  private static final int ROWS_OF_MAPS = 16;
  /** In the first updates a shorter mean, of about a tenth of them, forgets the initial parameters. */
  private static final int SHORTER = 10;

  private final AdversarialSettings settings;
  private final Network trained;
  private final Generator mean;
  private final float[] data;
  private final int[] kinds;
  private final int rows;
  private final Shard[] shards;
  private final TrainedParameters ofGenerator;
  private final TrainedParameters ofDiscriminator;
  private final int[] order;
  private int next;
  private int epochs;
  private long updates;

  /**
   * Initialises both networks.
   *
   * @param generator     takes noise and, with kinds, one input for each; its parameters become the running mean
   * @param discriminator takes what the generator makes; has one output, or one for each kind
   * @param data          [rows][shape of the discriminator's input]; not copied
   * @param kind          of each row; not read if there are none
   * @throws IllegalArgumentException saying what does not fit
   */
  public AdversarialTraining(Generator generator, Network discriminator, float[] data, int[] kind,
      AdversarialSettings settings, Blas blas) {
    this.settings = settings;
    mean = generator;
    require(generator, discriminator);
    Network network = generator.network();
    trained = new Network(network.inputShape(), network.outputs(), network.steps());
    trained.initialise(new Rng(settings.seed(), RandomStream.MEMBERS, 0).nextLong());
    System.arraycopy(trained.values(), 0, network.values(), 0, trained.values().length);
    discriminator.initialise(new Rng(settings.seed(), RandomStream.MEMBERS, 1).nextLong());
    this.data = data;
    rows = data.length / discriminator.inputShape().size();
    if (rows < settings.batch()) {
      throw new IllegalArgumentException("batch: expected at most the " + rows + " rows of the data, got "
          + settings.batch());
    }
    kinds = generator.kinds() == 0 ? new int[rows] : kind;
    order = IntStream.range(0, rows).toArray();
    next = rows;
    shards = new Shard[shards(trained, discriminator)];
    Generator drawn = new Generator(trained, generator.noise(), generator.kinds());
    for (int s = 0; s < shards.length; s++) {
      shards[s] = new Shard(drawn, discriminator, settings, start(s + 1) - start(s), blas);
    }
    SpectralNorm norm = settings.spectral() == 0 ? null
        : new SpectralNorm(discriminator, settings.spectral(), settings.seed());
    ofGenerator = new TrainedParameters(trained, settings, shards.length, null);
    ofDiscriminator = new TrainedParameters(discriminator, settings, shards.length, norm);
  }

  private static void require(Generator generator, Network discriminator) {
    Shape made = generator.network().outputShape();
    if (!made.equals(discriminator.inputShape())) {
      throw new IllegalArgumentException("the generator makes rows of shape " + made + ", expected "
          + discriminator.inputShape() + " as in the data; change its last layers");
    }
    Shape wanted = Shape.of(Math.max(1, generator.kinds()));
    if (!discriminator.outputShape().equals(wanted)) {
      throw new IllegalArgumentException("the discriminator's output has the shape " + discriminator.outputShape()
          + ", expected " + wanted + "; end it with 'output'");
    }
  }

  /** A layer that takes statistics over the batch needs the whole of it. */
  private int shards(Network one, Network other) {
    boolean whole = Stream.of(one, other).flatMap(n -> n.nodes().stream()).anyMatch(n -> n.op() instanceof BatchOp);
    boolean maps = one.outputShape().positions() > 1;
    return whole ? 1 : Math.max(1, Math.min(MOST_SHARDS, settings.batch() / (maps ? ROWS_OF_MAPS : ROWS)));
  }

  private int start(int shard) {
    return (int) ((long) settings.batch() * shard / shards.length);
  }

  /** The generator with the running mean of the parameters. */
  public Generator generator() {
    return mean;
  }

  /** Finished updates. */
  public long updates() {
    return updates;
  }

  /** Updates that make an epoch: rows that do not fill a batch at its end wait for another one. */
  public int updatesOfEpoch() {
    return rows / settings.batch();
  }

  /**
   * Makes an update of each network.
   *
   * @throws ArithmeticException if a loss is not finite
   * @throws E if it was cancelled; the networks are then as after the last finished update of each
   */
  public <E extends Exception> Judgement update(Cancellation<E> cancellation) throws E {
    int batch = settings.batch();
    if (next + batch > rows) {
      new Rng(settings.seed(), RandomStream.ORDER, epochs++).shuffle(order, rows);
      next = 0;
    }
    int[] from = Arrays.copyOfRange(order, next, next + batch);
    this.<E>run(s -> {
      int[] own = begin(s, from, 2 * updates);
      shards[s].discriminate(data, own, ofDiscriminator.gradient(s), cancellation);
    });
    double discriminatorLoss = requireFinite(loss(), "discriminator");
    double recognised = Arrays.stream(shards).mapToInt(s -> s.recognised).sum() / (double) batch;
    double deceived = Arrays.stream(shards).mapToInt(s -> s.takenForReal).sum() / (double) batch;
    ofDiscriminator.update(batch, updates + 1);
    this.<E>run(s -> {
      begin(s, from, 2 * updates + 1);
      shards[s].generate(ofGenerator.gradient(s), cancellation);
    });
    double generatorLoss = requireFinite(loss(), "generator");
    ofGenerator.update(batch, updates + 1);
    updates++;
    next += batch;
    average();
    return new Judgement(discriminatorLoss, generatorLoss, recognised, deceived);
  }

  private <E extends Exception> void run(Parallel.Task<E> task) throws E {
    Parallel.run(shards.length, settings.threads(), task);
  }

  /** Hands a shard its part of the batch; returns the numbers of its rows. */
  private int[] begin(int shard, int[] batch, long step) {
    int[] own = Arrays.copyOfRange(batch, start(shard), start(shard + 1));
    int[] kind = IntStream.of(own).map(r -> kinds[r]).toArray();
    shards[shard].begin(own.length, step, start(shard), kind);
    return own;
  }

  private double loss() {
    double sum = 0;
    for (Shard s : shards) {
      sum += s.lossSum;
    }
    return sum / settings.batch();
  }

  private double requireFinite(double loss, String whose) {
    if (!Double.isFinite(loss)) {
      throw new ArithmeticException("the " + whose + "'s loss is " + loss + " in update " + (updates + 1)
          + "; lower the rate, or scale the data");
    }
    return loss;
  }

  private void average() {
    float keep = (float) Math.min(settings.averaging(), updates / (double) (updates + SHORTER));
    float[] to = mean.network().values();
    float[] now = trained.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = settings.averaging() == 0 ? now[i] : keep * to[i] + (1 - keep) * now[i];
    }
  }
}
