package weka.core.neural.adversarial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.adversarial.AdversarialSettings;
import ruru.nn.adversarial.AdversarialTraining;
import ruru.nn.adversarial.Generator;
import ruru.nn.adversarial.Judgement;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;
import weka.core.Instances;
import weka.core.neural.report.Table;
import weka.core.neural.run.Progress;

/** A training from the command line's settings: what is left to the data, and what is told of it. */
final class GanTraining {
  /** Of the same noise, at some point of the training. */
  record Snapshot(int epoch, float[] rows) {}

  private static final int UPDATES = 16_000;
  private static final int UPDATES_OF_IMAGES = 2000;
  private static final int BATCH = 256;
  private static final int BATCH_OF_IMAGES = 64;
  private static final double RATE = 0.001;
  private static final double RATE_OF_IMAGES = 0.0005;
  private static final double SPECTRAL = 2;
  private static final double BETA1 = 0.5;
  private static final double BETA2 = 0.9;
  private static final double EPSILON = 1e-8;
  /** Lines of the table, and of the picture, each at twice the epochs of the one before. */
  private static final int LINES = 7;

  private final GanSettings settings;
  private final RealRows rows;
  private final int size;
  private final int epochs;
  private final int batch;
  private final Generator generator;
  private final Network discriminator;
  private final AdversarialTraining training;
  private final Blas blas = BlasProvider.get();
  private final Table table = new Table(0, "epoch", "discriminator's loss", "generator's loss", "real taken for real",
      "generated taken for real");
  private final List<Snapshot> snapshots = new ArrayList<>();
  private boolean stopped;

  /** @throws IllegalArgumentException saying which layers or options do not fit */
  GanTraining(GanSettings settings, Instances data, RealRows rows) {
    this.settings = settings;
    this.rows = rows;
    size = data.numInstances();
    Shape shape = rows.shape();
    boolean images = shape.rank() > 1;
    batch = Math.min(settings.batch() > 0 ? settings.batch() : images ? BATCH_OF_IMAGES : BATCH,
        settings.batch() > 0 ? Integer.MAX_VALUE : size);
    int noise = settings.noise() > 0 ? settings.noise() : GanLayers.noise(shape);
    generator = new Generator(network("generator", Shape.of(noise + rows.kinds()), shape.size(),
        settings.generator() == null ? GanLayers.generator(shape) : settings.generator()), noise, rows.kinds());
    discriminator = network("discriminator", shape, Math.max(1, rows.kinds()),
        settings.discriminator() == null ? GanLayers.discriminator(shape) : settings.discriminator());
    double usualRate = images ? RATE_OF_IMAGES : RATE;
    int threads = settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    training = new AdversarialTraining(generator, discriminator, rows.encode(data),
        data.classIndex() < 0 ? new int[size] : data.stream().mapToInt(r -> (int) r.classValue()).toArray(),
        new AdversarialSettings(settings.loss(),
            settings.spectral() == GanSettings.LEFT_TO_DATA ? SPECTRAL : settings.spectral(),
            new Adam(BETA1, BETA2, EPSILON), settings.rate() > 0 ? settings.rate() : usualRate, batch,
            settings.averaging(), threads, settings.seed()),
        blas);
    epochs = settings.epochs() > 0 ? settings.epochs()
        : passes(images ? UPDATES_OF_IMAGES : UPDATES, training.updatesOfEpoch());
  }

  private static int passes(int updates, int ofEpoch) {
    return (updates + ofEpoch - 1) / ofEpoch;
  }

  private static Network network(String option, Shape input, int outputs, String layers) {
    try {
      return new Network(input, outputs, NetworkText.parse(layers));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("option -" + option + ": " + e.getMessage(), e);
    }
  }

  /**
   * Trains until the end or an interrupt.
   *
   * @param drawn rows of each snapshot
   */
  void run(int drawn, Progress progress) {
    try {
      for (int e = 1; e <= epochs; e++) {
        Judgement mean = epoch();
        progress.step("epoch", e, epochs);
        if (isLine(e)) {
          add(e, mean, drawn);
        }
      }
    } catch (InterruptedException e) {
      stopped = true;
      // Files could not be written while the interrupt is pending.
      Thread.interrupted();
    }
  }

  private Judgement epoch() throws InterruptedException {
    double[] sums = new double[4];
    int updates = training.updatesOfEpoch();
    for (int i = 0; i < updates; i++) {
      Judgement j = training.update(Cancellation.ofCallingThread());
      sums[0] += j.discriminatorLoss();
      sums[1] += j.generatorLoss();
      sums[2] += j.recognised();
      sums[3] += j.deceived();
    }
    return new Judgement(sums[0] / updates, sums[1] / updates, sums[2] / updates, sums[3] / updates);
  }

  /** Whether the epoch is the last, or the last divided by a power of 2. */
  private boolean isLine(int epoch) {
    for (int i = 0; i < LINES; i++) {
      if (epoch == epochs >> i) {
        return true;
      }
    }
    return false;
  }

  private void add(int epoch, Judgement mean, int drawn) throws InterruptedException {
    table.add("" + epoch, number(mean.discriminatorLoss()), number(mean.generatorLoss()), percent(mean.recognised()),
        percent(mean.deceived()));
    snapshots.add(new Snapshot(epoch,
        generator.rows(drawn, rows.inTurn(drawn), settings.seed(), blas, Cancellation.ofCallingThread())));
  }

  /** The generator, with the mean of its weights. */
  Generator generator() {
    return generator;
  }

  List<Snapshot> snapshots() {
    return snapshots;
  }

  /** What is trained, for the head of the output. */
  String head() {
    return String.format(Locale.ROOT, """
        %s, %,d rows of %s%s
        generator      %s: %,d weights, from %d random numbers%s
        discriminator  %s: %,d weights
        %,d epochs of %,d updates, %d rows each
        """, rows.header().relationName(), size,
        rows.shape().rank() > 1 ? rows.shape().toText() + " pixels" : rows.shape().size() + " numbers",
        rows.isConditional() ? ", " + rows.kinds() + " classes to choose from" : "",
        NetworkText.print(generator.network().steps()), generator.network().values().length, generator.noise(),
        rows.isConditional() ? " and the class" : "", NetworkText.print(discriminator.steps()),
        discriminator.values().length, epochs, training.updatesOfEpoch(), batch);
  }

  /** How the training went. */
  String report() {
    return table + (stopped ? "stopped after " + training.updates() + " updates\n" : "");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
