package weka.core.neural;

import ruru.blas.BlasProvider;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.io.Model;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import weka.core.Instance;
import weka.core.Instances;
import weka.gui.Logger;

/** A training in progress: from Weka's rows to a {@link FittedNetwork}, one epoch a call. */
public final class TrainingSession {
  private static final String NO_WEIGHT = "all rows have weight 0, so there is nothing to learn from";

  private final Recipe recipe;
  private final FittedNetwork fitted;
  private final Training training;
  private final Split split;
  private final Progress progress;
  private final UpdateTrace trace;
  private final int starts;
  private final double secondsBefore;
  private final long start = System.nanoTime();

  /**
   * Starts anew.
   *
   * @param data     {@link #learnable} rows
   * @param encoder  learned from these rows; at least one input
   * @param updates  how many updates to write down
   * @param decimals of numbers in texts
   * @param log      told about progress; null to tell nobody
   */
  public static TrainingSession start(Instances data, InputEncoder encoder, NeuralSettings settings, int seed,
      int updates, int decimals, Logger log) throws InterruptedException {
    Loss.Task task = data.classAttribute().isNominal() ? Loss.Task.CLASSES : Loss.Task.NUMBERS;
    Loss loss = Recipe.loss(settings, task);
    ClassEncoder classes = new ClassEncoder(data, loss, settings.getScaling());
    Network network = new Network(Shape.of(encoder.width()), classes.outputs(),
        Recipe.layers(settings, data.numInstances()));
    requireOutputs(network, classes.outputs());
    Recipe recipe = Recipe.of(settings, network, loss, task, data.numInstances(), seed);
    FittedNetwork fitted = new FittedNetwork(encoder, classes, new NeuralModel(network, loss, classes.classes()));
    return new TrainingSession(data, recipe, fitted, settings, seed, updates, decimals, log, null);
  }

  /**
   * Goes on from where a training stopped, for as many further epochs as the settings say.
   *
   * @throws IllegalArgumentException if a setting that can no longer be changed is another one than before
   */
  public static TrainingSession resume(Instances data, FittedNetwork fitted, TrainingReport before,
      NeuralSettings settings, int seed, Logger log) throws InterruptedException {
    NeuralModel model = fitted.model();
    Loss.Task task = fitted.classes().task();
    Recipe recipe = Recipe.of(settings, model.network(), model.loss(), task, data.numInstances(), seed);
    if (!NeuralSettings.isAuto(settings.getLayers())) {
      requireSame("layers", NetworkText.print(model.network().steps()),
          NetworkText.print(Recipe.layers(settings, data.numInstances())));
    }
    if (!NeuralSettings.isAuto(settings.getLoss())) {
      requireSame("loss", RecordText.print(model.loss()), RecordText.print(Recipe.loss(settings, task)));
    }
    requireSame("scaling", StrictOptions.lowerCase(fitted.inputs().scaling()),
        StrictOptions.lowerCase(settings.getScaling()));
    requireSame("optimizer", RecordText.print(model.training().optimizer()),
        RecordText.print(recipe.training().optimizer()));
    return new TrainingSession(data, recipe, fitted, settings, seed, 0, 0, log, before);
  }

  private static void requireSame(String setting, String before, String now) {
    if (!before.equals(now)) {
      throw new IllegalArgumentException(setting + ": the model was trained with '" + before
          + "' and can only go on with it, got '" + now + "'");
    }
  }

  private TrainingSession(Instances data, Recipe recipe, FittedNetwork fitted, NeuralSettings settings, int seed,
      int updates, int decimals, Logger log, TrainingReport before) throws InterruptedException {
    this.recipe = recipe;
    this.fitted = fitted;
    Network network = fitted.model().network();
    float[] weights = ClassWeights.of(data, settings.getClassWeights());
    requireWeight(weights);
    ArrayDataset rows = fitted.classes().dataset(data, fitted.inputs().encode(data), fitted.inputs().width(), weights);
    split = Split.of(rows, recipe.validation(), seed);
    if (before == null) {
      Starts.choose(network, recipe, rows, split);
    }
    progress = new Progress(log, "NeuralNet", before == null ? 0 : before.epochs());
    training = new Training(network, recipe.loss(), recipe.training(), rows, split, BlasProvider.get(),
        progress::message);
    if (before != null) {
      training.resume(fitted.model().training().checkpoint());
    }
    starts = before == null ? recipe.starts() : before.starts();
    secondsBefore = before == null ? 0 : before.seconds();
    trace = updates == 0 ? null
        : new UpdateTrace(network, recipe.loss(), fitted.classes(), rows, updates, decimals);
    training.trainer().observe(trace);
  }

  private static void requireOutputs(Network network, int outputs) {
    if (!network.outputShape().equals(Shape.of(outputs))) {
      throw new IllegalArgumentException("the network ends with shape " + network.outputShape() + ", but the class and the "
          + "loss need [" + outputs + "]; end the layers with 'output', or leave the output out");
    }
  }

  /**
   * The rows that can be learned from: the class is known, the weight is above 0.
   *
   * @throws IllegalArgumentException if a weight is negative, or none is above 0
   */
  public static Instances learnable(Instances data) {
    Instances rows = new Instances(data, data.numInstances());
    for (int r = 0; r < data.numInstances(); r++) {
      Instance row = data.instance(r);
      if (!(row.weight() >= 0)) {
        throw new IllegalArgumentException("row " + (r + 1) + ": expected a weight of at least 0, got " + row.weight());
      }
      if (row.weight() > 0 && !row.classIsMissing()) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(NO_WEIGHT);
    }
    return rows;
  }

  private static void requireWeight(float[] weights) {
    double sum = 0;
    for (float w : weights) {
      sum += w;
    }
    if (sum == 0) {
      throw new IllegalArgumentException(NO_WEIGHT);
    }
  }

  /** Trains for one epoch; false if training is over. */
  public boolean next() throws InterruptedException {
    boolean more = training.next();
    if (more) {
      progress.epoch(training);
    }
    return more;
  }

  /**
   * Ends it: the best weights are in the network afterwards.
   *
   * @param resumable whether to keep what is needed to go on later
   */
  public TrainingReport finish(boolean resumable) {
    fitted.model().setTraining(
        resumable ? new Model.SavedTraining(recipe.training().optimizer(), training.checkpoint()) : null);
    training.restoreBest();
    return report();
  }

  /** What happened so far. */
  public TrainingReport report() {
    return new TrainingReport(training, recipe.training(), RecordText.print(recipe.loss()), split.training().length,
        split.validation().length, starts, secondsBefore + (System.nanoTime() - start) / 1e9);
  }

  /** What is being trained; predicts with the latest weights until {@link #finish}. */
  public FittedNetwork fitted() {
    return fitted;
  }

  /** The updates written down; empty if none were asked for. */
  public String trace() {
    return trace == null ? "" : trace.toString();
  }
}
