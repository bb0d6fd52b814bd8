package weka.core.neural.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.schedules.Constant;
import ruru.nn.train.Dataset;
import ruru.nn.train.DivergenceException;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.InputEncoder;
import weka.core.neural.forecasting.ClosedLoop;
import weka.core.neural.forecasting.LagColumns;
import weka.core.neural.forecasting.Reference;
import weka.core.neural.forecasting.RelativeRows;
import weka.core.neural.run.Progress;

/**
 * Decides how the rows of a time series are learnt from: what they are relative to, how much decay, and whether with a
 * hidden layer. Each candidate is trained on the first half of the rows and on the first three quarters, and forecasts
 * the rest in closed loop. Rows are never held out at random: their neighbours would give them away.
 */
final class ForecastSearch {
  /** With fewer rows the later ones tell nothing. */
  private static final int FEWEST = 20;
  /** Rows from which there is enough to learn for a wider hidden layer. */
  private static final int MANY = 1000;
  private static final int UNITS = 8;
  private static final int UNITS_OF_MANY = 32;
  private static final double[] DECAYS = {0.001, 0.01, 0.1, 1};
  private static final double[] DECAYS_OF_HIDDEN = {0.001, 0.01, 0.1};
  private static final double DECAY_OF_FEW = 0.1;
  /** Iterations after which a network with decay changes no more. */
  private static final int ITERATIONS = 200;
  /** How much of the rows candidates are trained on, from the first one on. */
  private static final double[] SHARES = {0.5, 0.75};
  /** The squared error of a hidden layer must be lower by this factor. */
  private static final double CLEARLY_BETTER = 0.6;
  /** By how much fractions of the mean are preferred where they are possible: most positive series grow in them. */
  private static final double FAVOUR = 0.9;

  /**
   * A candidate.
   *
   * @param score how far its forecasts were off
   * @param near  the same with more weight on the next steps: what is chaotic cannot be told further ahead, where a
   *              constant is the best forecast, but a hidden layer may know the law of the next steps
   */
  private record Tried(Reference reference, MemberKind kind, double score, double near, List<FittedNetwork> fitted) {
    static Tried failed(Reference reference, MemberKind kind) {
      return new Tried(reference, kind, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
    }
  }

  private final Instances rows;
  private final LagColumns columns;
  private final NeuralSettings settings;
  private final Loss loss;
  private final int seed;
  private final Progress progress;
  private final ClosedLoop loop;
  private int tried;

  private ForecastSearch(Instances rows, LagColumns columns, NeuralSettings settings, Loss loss, int seed,
      Progress progress) {
    this.rows = rows;
    this.columns = columns;
    this.settings = settings;
    this.loss = loss;
    this.seed = seed;
    this.progress = progress;
    loop = new ClosedLoop(rows, columns);
  }

  /**
   * @param data {@link LearnableRows learnable} rows, of which those with all lags are learnt from
   * @return null if these are not rows of a time series, or are not to be relative
   * @throws IllegalArgumentException if the option does not fit the rows
   * @throws InterruptedException     if the thread was interrupted
   */
  static @Nullable Forecast of(Instances data, NeuralSettings settings, int seed, Progress progress)
      throws InterruptedException {
    LagColumns columns = LagColumns.find(data, settings.relative);
    if (columns == null) {
      return null;
    }
    Loss loss = Recipe.loss(settings, LearnableRows.task(data));
    if (!loss.shiftInvariant()) {
      if (settings.relative.isAuto()) {
        return null;
      }
      throw new IllegalArgumentException("relative: expected 'auto' or 'none' with a loss that depends on the size of "
          + "the class, which relative rows hide; or choose the loss squared, absolute or huber");
    }
    ClassEncoder.requireFinite(data);
    Instances complete = columns.complete(data);
    if (settings.relative.isAuto() && !ClosedLoop.isSeries(complete, columns)) {
      // Of rows in any order there are no later ones to decide by, and nothing leaves their range.
      return null;
    }
    return new ForecastSearch(complete, columns, settings, loss, seed, progress).forecast();
  }

  private Forecast forecast() throws InterruptedException {
    List<Reference> references = new ArrayList<>();
    if (RelativeRows.areFar(rows, columns)) {
      references.add(Reference.RATIO);
    }
    references.add(Reference.MEAN);
    if (settings.relative.isAuto()) {
      references.add(Reference.NOTHING);
    }
    boolean chosen = Recipe.mayBeForecast(settings);
    if (rows.size() < FEWEST) {
      return new Forecast(relative(rows, references.get(0)),
          chosen ? MemberKind.forecasting(0, DECAY_OF_FEW, ITERATIONS) : null, 0, 0, null);
    }
    Tried best = null;
    for (Reference reference : references) {
      for (double decay : DECAYS) {
        Tried next = tried(reference, MemberKind.forecasting(0, decay, ITERATIONS),
            reference == Reference.RATIO ? FAVOUR : 1);
        best = best == null || next.score < best.score ? next : best;
      }
    }
    if (best == null) {
      throw new IllegalStateException("nothing was tried");
    }
    if (!chosen) {
      return new Forecast(relative(rows, best.reference), null, 0, loop.ahead(), null);
    }
    double favour = best.reference == Reference.RATIO ? FAVOUR : 1;
    int units = rows.size() < MANY ? UNITS : UNITS_OF_MANY;
    int hidden = 0;
    for (double decay : DECAYS_OF_HIDDEN) {
      Tried next = tried(best.reference, MemberKind.forecasting(units, decay, ITERATIONS), favour);
      if (next.near < (hidden == 0 ? CLEARLY_BETTER : 1) * best.near) {
        best = next;
        hidden = units;
      }
    }
    return new Forecast(relative(rows, best.reference), best.kind, hidden, loop.ahead(), intervals(best));
  }

  private RelativeRows relative(Instances part, Reference reference) {
    return new RelativeRows(part, columns, reference, settings.relative.text());
  }

  private Tried tried(Reference reference, MemberKind kind, double favour) throws InterruptedException {
    progress.step("finding out how to forecast, by forecasts of the later rows, candidate", ++tried,
        3 * DECAYS.length + DECAYS_OF_HIDDEN.length);
    double[][] sums = new double[loop.ahead()][2];
    List<FittedNetwork> fitted = new ArrayList<>();
    for (double share : SHARES) {
      int first = first(share);
      FittedNetwork network = fitted(new Instances(rows, 0, first), reference, kind);
      if (network == null) {
        return Tried.failed(reference, kind);
      }
      fitted.add(network);
      loop.measure(some -> Arrays.stream(network.predict(some, some.size(), Cancellation.ofCallingThread()))
          .mapToDouble(p -> p[0]).toArray(), first, sums);
    }
    double score = favour * loop.score(sums, 0);
    return Double.isNaN(score) ? Tried.failed(reference, kind)
        : new Tried(reference, kind, score, favour * loop.score(sums, 1), fitted);
  }

  private int first(double share) {
    return (int) (share * rows.size());
  }

  /** A network trained on a part of the rows; null if there is nothing to learn from, or the loss diverges. */
  private @Nullable FittedNetwork fitted(Instances part, Reference reference, MemberKind kind)
      throws InterruptedException {
    RelativeRows relative = relative(part, reference);
    Instances seen = relative.of(part);
    InputEncoder inputs = new InputEncoder(seen, settings.scaling.value(), 0, settings.mostThreads());
    if (inputs.isEmpty()) {
      return null;
    }
    ClassEncoder classes = new ClassEncoder(seen, loss, settings.scaling.value(), true);
    float[] weights = new float[seen.size()];
    for (int r = 0; r < weights.length; r++) {
      weights[r] = (float) seen.get(r).weight();
    }
    Dataset data = inputs.dataset(seen, classes.targets(seen, weights), Cancellation.ofCallingThread());
    Network network = kind.network(data);
    network.initialise(seed, Cancellation.ofCallingThread());
    TrainingSettings how = new TrainingSettings(new Lbfgs(), Double.NaN, new Constant(), kind.epochs(), 0,
        kind.decay(), 0, 0, 0, false, settings.shards.orElse(0), settings.trainingThreads(), seed);
    try {
      Training training = new Training(network, loss, how, data, Split.of(data, 0, seed), BlasProvider.get(),
          message -> {});
      boolean more = true;
      while (more) {
        more = training.next();
      }
      training.restoreBest();
    } catch (DivergenceException e) {
      return null;
    }
    return new FittedNetwork(relative, inputs, classes, null, List.of(new NeuralModel(network, loss, 0, 1)));
  }

  /** By the errors one step ahead on the rows that each network had not seen, up to where the next one begins. */
  private @Nullable PredictionIntervals intervals(Tried best) throws InterruptedException {
    if (best.fitted.isEmpty()) {
      return null;
    }
    int begin = first(SHARES[0]);
    double[] residuals = new double[rows.size() - begin];
    double[] weights = new double[residuals.length];
    for (int i = 0; i < SHARES.length; i++) {
      FittedNetwork network = best.fitted.get(i);
      int from = first(SHARES[i]);
      int to = i + 1 < SHARES.length ? first(SHARES[i + 1]) : rows.size();
      double[][] predicted = network.predict(new Instances(rows, from, to - from), to - from,
          Cancellation.ofCallingThread());
      for (int r = from; r < to; r++) {
        Instance row = rows.get(r);
        residuals[r - begin] = (row.classValue() - predicted[r - from][0]) / network.scale(row);
        weights[r - begin] = row.weight();
      }
    }
    return PredictionIntervals.of(residuals, weights, residuals.length);
  }
}
