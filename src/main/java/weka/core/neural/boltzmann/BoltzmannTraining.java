package weka.core.neural.boltzmann;

import java.util.Locale;
import java.util.StringJoiner;
import ruru.boltzmann.ContrastiveDivergence;
import ruru.boltzmann.PseudoLikelihood;
import ruru.boltzmann.RestrictedBoltzmannMachine;
import ruru.nn.Cancellation;
import weka.core.Instances;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.report.Numbers;
import weka.core.neural.report.Table;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;

/** Trains a {@link BoltzmannModel} on the rows of weight above 0. */
public final class BoltzmannTraining {
  /** Rows by which an epoch is measured, at most. */
  private static final int MEASURED = 2_000;
  /** Epochs that are told of, at most, beside the first. */
  private static final int LINES = 20;

  private final BoltzmannSettings settings;
  private final Progress progress;
  private final boolean tells;
  private final Table table = new Table(0, "epoch", "pseudo-likelihood", "reconstruction error");
  private final StringJoiner likelihoods = new StringJoiner(", ", "pseudo-likelihood by epoch: ", "");
  private final StringJoiner errors = new StringJoiner(", ", "reconstruction error by epoch: ", "");

  /** @param tells whether to tell how it went, beside how far it is */
  public BoltzmannTraining(BoltzmannSettings settings, Progress progress, boolean tells) {
    this.settings = settings;
    this.progress = progress;
    this.tells = tells;
  }

  /**
   * Trains.
   *
   * @throws InterruptedException     if it was cancelled, or stopped before the first epoch was over
   * @throws IllegalArgumentException if there is nothing to learn from, or the machine diverges
   */
  public BoltzmannModel train(Instances all) throws InterruptedException {
    long start = System.nanoTime();
    if (all.numInstances() == 0) {
      throw new IllegalArgumentException("there are no rows to train on");
    }
    Instances data = RowWeights.counting(all, row -> true);
    VisibleEncoder encoder = new VisibleEncoder(data, settings.gaussian(), Cancellation.ofCallingThread());
    float[] v = encoder.encode(data, Cancellation.ofCallingThread());
    float[] weights = RowWeights.of(data);
    RestrictedBoltzmannMachine machine = new RestrictedBoltzmannMachine(encoder.units(), settings.units());
    ContrastiveDivergence.Settings how = settings.divergence();
    machine.initialise(means(v, weights, encoder.width()), weights.length, how.seed());
    ContrastiveDivergence training = new ContrastiveDivergence(machine, how, v, weights);
    Instances sample = sample(data);
    float[] measured = encoder.encode(sample, Cancellation.ofCallingThread());
    boolean inTime = StopRequest.during(() -> {
      while (training.epochs() < settings.epochs()) {
        training.epoch(Cancellation.ofCallingThread());
        progress.step("epoch", training.epochs(), settings.epochs());
        int every = (settings.epochs() + LINES - 1) / LINES;
        if (training.epochs() == 1 || training.epochs() % every == 0 || training.epochs() == settings.epochs()) {
          measure(training.epochs(), machine, encoder, sample, measured);
        }
      }
    });
    if (!inTime && training.epochs() == 0) {
      throw new InterruptedException("training was stopped before the first epoch was over");
    }
    if (tells) {
      if (encoder.units().discrete() > 0) {
        progress.message(likelihoods.toString());
      }
      progress.message(errors.toString());
    }
    String told = describe(encoder, weights.length, training.epochs(), (System.nanoTime() - start) / 1e9)
        + (sample.numInstances() < data.numInstances()
            ? "Measured on " + sample.numInstances() + " of the rows\n" : "")
        + "\n" + table;
    return new BoltzmannModel(encoder, machine, how.threads(), told);
  }

  private static float[] means(float[] v, float[] weights, int width) {
    double[] sums = new double[width];
    double total = 0;
    for (int r = 0; r < weights.length; r++) {
      for (int i = 0; i < width; i++) {
        sums[i] += weights[r] * v[r * width + i];
      }
      total += weights[r];
    }
    float[] result = new float[width];
    for (int i = 0; i < width; i++) {
      result[i] = (float) (sums[i] / total);
    }
    return result;
  }

  /** Rows at equal distances. */
  private static Instances sample(Instances data) {
    int n = Math.min(MEASURED, data.numInstances());
    Instances sample = new Instances(data, n);
    for (int i = 0; i < n; i++) {
      sample.add(data.instance((int) ((long) i * data.numInstances() / n)));
    }
    return sample;
  }

  private void measure(int epoch, RestrictedBoltzmannMachine machine, VisibleEncoder encoder, Instances sample,
      float[] v) throws InterruptedException {
    int threads = settings.divergence().threads();
    float[] weights = RowWeights.of(sample);
    double likelihood = PseudoLikelihood.of(machine, v, weights, settings.divergence().seed(), epoch, threads,
        Cancellation.ofCallingThread());
    float[] again = machine.reconstruction(v, threads, Cancellation.ofCallingThread());
    double sum = 0;
    double total = 0;
    for (int r = 0; r < weights.length; r++) {
      double error = encoder.error(sample.instance(r), v, again, r * encoder.width());
      if (!Double.isNaN(error)) {
        sum += weights[r] * error;
        total += weights[r];
      }
    }
    String ofLikelihood = Double.isNaN(likelihood) ? "-" : Numbers.text(likelihood, 2);
    String ofError = Numbers.text(sum / total, 5);
    table.add(Integer.toString(epoch), ofLikelihood, ofError);
    likelihoods.add(epoch + ": " + ofLikelihood);
    errors.add(epoch + ": " + ofError);
  }

  private String describe(VisibleEncoder encoder, int rows, int epochs, double seconds) {
    ContrastiveDivergence.Settings how = settings.divergence();
    String nominal = encoder.groups() == 0 ? "" : String.format(Locale.ROOT, "%s%,d values of %,d nominal attributes",
        encoder.numbers() == 0 ? "" : ", ", encoder.width() - encoder.numbers(), encoder.groups());
    String numbers = encoder.numbers() == 0 ? "" : String.format(Locale.ROOT, "%,d numbers (%s)", encoder.numbers(),
        settings.gaussian() ? "gaussian" : "binary");
    return String.format(Locale.ROOT, "Visible units: %,d, %s%s\nHidden units: %,d\nTraining: %scontrastive divergence "
        + "with %d step%s of Gibbs sampling, learning rate %s, batches of %,d, %,d rows, %d epochs%s, %.1f s\n",
        encoder.width(), numbers, nominal, settings.units(), how.persistent() ? "persistent " : "", how.steps(),
        how.steps() == 1 ? "" : "s", Double.toString(how.rate()), Math.min(rows, how.batch()), rows, epochs,
        epochs < settings.epochs() ? " of " + settings.epochs() + " (stopped)" : "", seconds);
  }
}
