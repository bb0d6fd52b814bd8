package weka.core.neural.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.blas.BlasProvider;
import ruru.cluster.Isolation;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.nn.Cancellation;
import ruru.nn.train.Dataset;
import weka.core.Instances;
import weka.core.neural.AutoencoderSettings;
import weka.core.neural.ClusterSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.autoencoder.AutoencoderTraining;
import weka.core.neural.encoding.Extremes;
import weka.core.neural.encoding.InputEncoder;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.encoding.Targets;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;
import weka.core.neural.training.NeuralModel;
import weka.core.neural.training.UnusedOptions;

/**
 * Finds clusters: by K-means on the encoded rows, or in the code space of an autoencoder. By default, the autoencoder
 * is used only where its space gives more stable clusters and loses none that are far from all others. Of several runs
 * from different initial weights {@link RunChoice} keeps one.
 */
public final class ClusterTraining {
  private final ClusterSettings clusters;
  private final NeuralSettings settings;
  private final AutoencoderSettings autoencoder;
  private final long seed;
  private final Progress progress;
  private Instances rows;
  private ClusterRecipe recipe;
  private ClusterData data;
  private RowEncoder distances;
  private Points inputs;
  private ClusterSpace inputSpace;
  private final StringBuilder story = new StringBuilder();

  @SuppressWarnings("NullAway.Init") // run() sets the rest
  public ClusterTraining(ClusterSettings clusters, NeuralSettings settings, AutoencoderSettings autoencoder, long seed,
      Progress progress) {
    this.clusters = clusters;
    this.settings = settings;
    this.autoencoder = autoencoder;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Finds clusters in rows; those of weight 0 are left out.
   *
   * @throws InterruptedException     if the thread was interrupted
   * @throws IllegalArgumentException if no row has a weight, or settings conflict
   */
  public Clustering run(Instances all) throws InterruptedException {
    rows = RowWeights.counting(all, row -> true);
    recipe = ClusterRecipe.of(clusters, RowEncoders.decided(rows, settings), autoencoder, rows.numInstances(), seed);
    RowEncoder encoder = autoencoders(0).inputs(rows);
    distances = encoder instanceof InputEncoder
        ? InputEncoder.forDistances(rows, settings.scaling.value(), settings.mostThreads(),
            Cancellation.ofCallingThread())
        : encoder;
    if (distances.isEmpty()) {
      return new Clustering(null, null, "No attribute varies in the training data: one cluster.\n");
    }
    float[] weights = RowWeights.of(rows);
    Dataset measured = distances.dataset(rows, Targets.none(weights.length), Cancellation.ofCallingThread());
    inputSpace = new ClusterSpace(distances.shape(), null, settings.mostThreads());
    inputs = DeepClustering.codes(inputSpace, measured, weights);
    Extremes.requireMeasurable(rows, inputs.values(), inputs.width());
    String unused = UnusedOptions.line(clusters, settings, autoencoder) + UnusedOptions.imageFiles(settings, encoder);
    story.append(unused.isEmpty() ? "" : unused + "\n");
    if (autoencoder.isWithoutLayers()) {
      return inInputs(measured);
    }
    data = ClusterData.of(rows, encoder, encoder == distances ? measured : null, autoencoders(0),
        settings.mostThreads());
    ClusterRun first = deep(0);
    boolean free = autoencoder.layers.isAuto();
    if (free && !isBetter(first)) {
      return inInputs(measured);
    }
    ClusterRun best = best(first);
    if (free && !recipe.changes() && losesOutliers(best)) {
      return inInputs(measured);
    }
    story.append(best.story()).append(ClusterReport.of(rows, best.memberships(), best.assigner().width(), inputs,
        best.codes()));
    return new Clustering(encoder, best.assigner(), encoder.describe() + "\n" + story);
  }

  /** The settings of one run. */
  private AutoencoderTraining autoencoders(int run) {
    return new AutoencoderTraining(recipe.training(), recipe.autoencoder(), seed(run), recipe.epochs(), true,
        progress(run));
  }

  /** Weka's seeds have 32 bits: the runs of one seed are never those of another. */
  private long seed(int run) {
    return seed + ((long) run << Integer.SIZE);
  }

  private Progress progress(int run) {
    return recipe.runs() == 1 ? progress : progress.within("run " + (run + 1) + " of at most " + recipe.runs());
  }

  private ClusterRun deep(int run) throws InterruptedException {
    return new ClusterRun(recipe.withSeed(seed(run)), data, rows, autoencoders(run), seed(run),
        progress(run));
  }

  private Clustering inInputs(Dataset measured) throws InterruptedException {
    ClusterCount count = new ClusterCount(clusters, seed, progress);
    KMeans.Result found = count.find(inputs);
    NeuralModel assigner = inputSpace.assigner(DeepClustering.layer(found, inputs), found.centers());
    story.append(count.story())
        .append(ClusterReport.of(rows, assigner.predictOrStop(measured), found.k(), inputs, null));
    return new Clustering(distances, assigner, distances.describe() + "\n" + story);
  }

  private boolean isBetter(ClusterRun run) throws InterruptedException {
    Points changedCodes = null;
    Points changedInputs = null;
    if (recipe.changes()) {
      changedCodes = run.changedCodes(seed);
      changedInputs = DeepClustering.codes(inputSpace, data.changed(seed, 0), inputs.weights());
    }
    SpaceChoice choice = new SpaceChoice(clusters, seed, progress);
    boolean better = choice.isCode(run.codes(), inputs, changedCodes, changedInputs);
    story.append(choice.reason());
    return better;
  }

  /** Whether distant rows that K-means separates from all others lose their clusters in the code. */
  private boolean losesOutliers(ClusterRun run) throws InterruptedException {
    Isolation isolation = Isolation.of(inputs,
        KMeans.run(inputs, run.assigner().width(), clusters.starts.value(), seed, BlasProvider.get()));
    boolean lost = !isolation.isKept(run.assignment());
    if (lost) {
      story.append(String.format(Locale.ROOT, "Rows that are far from all others in the inputs and would lose their "
          + "clusters in the code: %d; so the inputs are used.%n%n", isolation.rows()));
    }
    return lost;
  }

  private ClusterRun best(ClusterRun first) throws InterruptedException {
    List<ClusterRun> runs = new ArrayList<>();
    first.cluster(clusters);
    runs.add(first);
    while (runs.size() < recipe.runs() && !StopRequest.isMade()) {
      addAnother(runs);
    }
    double[] stabilities = null;
    if (recipe.changes() && runs.size() > 1) {
      stabilities = new double[runs.size()];
      for (int i = 0; i < stabilities.length; i++) {
        stabilities[i] = runs.get(i).stability(seed);
      }
    }
    RunChoice choice = RunChoice.of(runs.stream().map(ClusterRun::assignment).toList(), stabilities);
    story.append(choice.reason());
    return runs.get(choice.best());
  }

  /** A run stopped before its end is discarded; earlier ones are kept. */
  private void addAnother(List<ClusterRun> runs) throws InterruptedException {
    try {
      ClusterRun run = deep(runs.size());
      run.cluster(clusters);
      if (!StopRequest.isMade()) {
        runs.add(run);
      }
    } catch (InterruptedException e) {
      StopRequest.keepOrThrow(e);
    }
  }
}
