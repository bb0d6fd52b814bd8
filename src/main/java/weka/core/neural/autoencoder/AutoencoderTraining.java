package weka.core.neural.autoencoder;

import java.util.List;
import ruru.blas.BlasProvider;
import ruru.data.Augmentation;
import ruru.data.AugmentedDataset;
import ruru.nn.Cancellation;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.Schedule;
import ruru.nn.Shape;
import ruru.nn.StepOptimizer;
import ruru.nn.losses.Reconstruction;
import ruru.nn.optimizers.Adam;
import ruru.nn.schedules.Constant;
import ruru.nn.schedules.Cosine;
import ruru.nn.train.Dataset;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.Instances;
import weka.core.neural.AutoencoderSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Scaling;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.encoding.TargetEncoder;
import weka.core.neural.encoding.Targets;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;
import weka.core.neural.training.Extra;
import weka.core.neural.training.LayerDiagnosis;
import weka.core.neural.training.NeuralModel;
import weka.core.neural.training.Recipe;
import weka.core.neural.training.TrainingReport;
import weka.core.neural.training.UnusedOptions;

/** Trains an {@link Autoencoder}: from rows without labels to a network that reconstructs them. */
public final class AutoencoderTraining {
  /** The fewest updates of a training where the user does not set the epochs. */
  private static final int UPDATES = 10_000;

  private final NeuralSettings settings;
  private final AutoencoderSettings autoencoder;
  private final long seed;
  private final int epochs;
  private final boolean undoes;
  private final Progress progress;

  /**
   * @param epochs the default; 0 lets the number of rows decide
   * @param undoes whether randomly changed images are to be reconstructed as they were before, so
   *               that the code ignores the change
   */
  public AutoencoderTraining(NeuralSettings settings, AutoencoderSettings autoencoder, long seed, int epochs,
      boolean undoes,
      Progress progress) {
    this.settings = settings;
    this.autoencoder = autoencoder;
    this.seed = seed;
    this.epochs = epochs;
    this.undoes = undoes;
    this.progress = progress;
  }

  /**
   * Learns how attributes become inputs.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public RowEncoder inputs(Instances data) throws InterruptedException {
    return RowEncoders.learnInvertible(data, settings);
  }

  /**
   * Trains on rows of weight above 0.
   *
   * @throws InterruptedException     if the thread was interrupted
   * @throws IllegalArgumentException if there is nothing to learn from, or settings conflict
   */
  public Autoencoder train(Instances all) throws InterruptedException {
    long start = System.nanoTime();
    if (all.numInstances() == 0) {
      throw new IllegalArgumentException("there are no rows to train on");
    }
    Instances data = RowWeights.counting(all, row -> true);
    RowEncoder inputs = inputs(data);
    TargetEncoder targets = new TargetEncoder(data, inputs, settings.mostThreads(), Cancellation.ofCallingThread());
    if (targets.width() == 0) {
      throw new IllegalArgumentException("no attribute except the class varies in the training rows, so there is "
          + "nothing to learn from");
    }
    Shape shape = inputs.shape();
    double high = settings.scaling.value() == Scaling.RANGE ? 1 : 2;
    List<NamedLayer> steps = AutoencoderLayers.of(autoencoder, shape, targets.width(), -high,
        high);
    Network network = new Network(shape, targets.width(), steps);
    requireOutputs(network, targets.width());
    network.initialise(seed, Cancellation.ofCallingThread());
    Reconstruction loss = new Reconstruction(targets.text());
    Dataset rows = dataset(data, inputs, targets, network.outputShape());
    double held = settings.heldOut(0);
    Split split = Split.of(rows, held, seed);
    TrainingSettings how = training(split.training().length, held > 0);
    Training training = new Training(network, loss, how, rows, split, BlasProvider.get(), progress::message);
    LayerDiagnosis layers = settings.diagnose.value() ? new LayerDiagnosis(training, "the autoencoder", seed) : null;
    train(training);
    training.restoreBest();
    TrainingReport report = new TrainingReport(List.of(training), new Recipe(loss, how, held, 1, 1, null), List.of(),
        UnusedOptions.imageFiles(settings, inputs), 1, (System.nanoTime() - start) / 1e9);
    if (layers != null) {
      Extra.attempt("the diagnosis", report, progress, () -> report.diagnose(layers.report()));
    }
    NeuralModel model = new NeuralModel(network, loss, 0, settings.mostThreads());
    Autoencoder trained = new Autoencoder(inputs, targets, model, report,
        autoencoder.variational.value() ? Autoencoder.noise(model, rows, seed) : null,
        targets.areInputs() ? InputErrors.learn(rows) : null);
    Extra.attempt("measuring the reconstruction", report, progress,
        () -> trained.keep(held > 0 ? Restoration.measure(model, rows, split.validation(), "held-out images")
            : Restoration.measure(model, rows, split.training(), "training images")));
    if (autoencoder.isLinear()) {
      trained.turn(rows, RowWeights.of(data));
    }
    return trained;
  }

  private void train(Training training) throws InterruptedException {
    Progress now = progress.from(0);
    now.begin(training);
    boolean inTime = StopRequest.during(() -> {
      while (training.next()) {
        now.epoch(training);
      }
    });
    if (!inTime && training.trainer().steps() == 0) {
      throw new InterruptedException("training was stopped before it began");
    }
  }

  /**
   * Rows with their reconstruction targets.
   *
   * @param targetShape a shape of as many numbers as the columns have
   */
  public Dataset dataset(Instances data, RowEncoder inputs, TargetEncoder columns, Shape targetShape)
      throws InterruptedException {
    Augmentation changes = settings.images().augment.orNull();
    boolean mirrored = columns.areInputs() || changes != null && !undoes;
    float[] weights = RowWeights.of(data);
    Targets none = Targets.none(weights.length);
    Dataset rows = inputs.dataset(data, mirrored ? new Targets(none.shape(), none.values(), weights, null)
        : new Targets(targetShape, columns.encode(data, Cancellation.ofCallingThread()), weights, null),
        Cancellation.ofCallingThread());
    if (changes == null) {
      return mirrored ? new MirroredDataset(rows, targetShape) : rows;
    }
    if (undoes) {
      return new AugmentedDataset(mirrored ? new MirroredDataset(rows, targetShape) : rows, changes);
    }
    return new MirroredDataset(new AugmentedDataset(rows, changes), targetShape);
  }

  private static void requireOutputs(Network network, int outputs) {
    if (network.outputShape().size() != outputs) {
      throw new IllegalArgumentException("the decoder ends with shape " + network.outputShape() + ", but " + outputs
          + " numbers are to be reconstructed; change -layers or -decoder");
    }
  }

  private TrainingSettings training(int rows, boolean validated) {
    boolean auto = settings.optimizer.isAuto();
    Optimizer optimizer = settings.optimizer.orElse(new Adam());
    boolean steps = optimizer instanceof StepOptimizer;
    int batch = steps ? settings.batchFor(rows) : settings.batch.orElse(0);
    int epochs = settings.epochs.orElse(this.epochs > 0 ? this.epochs : !steps ? 500
        : (int) Math.max(30, Math.min(1000, (long) UPDATES * (batch == 0 ? rows : batch) / rows)));
    Schedule schedule = settings.schedule.orElse(steps ? new Cosine() : new Constant());
    double rate = settings.rate.orElse(auto ? 0.002 : Double.NaN);
    int patience = settings.patience.orElse(validated ? 20 : 0);
    return new TrainingSettings(optimizer, rate, schedule, epochs, batch, settings.decay.orElse(Double.NaN), 0,
        settings.clip.value(), patience, true, 0, settings.trainingThreads(), seed);
  }
}
