package weka.core.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.cluster.Silhouette;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.train.Dataset;
import weka.core.Instances;

/**
 * Finds clusters: trains an autoencoder, looks for clusters in its code space by K-means, and refines both together; or
 * K-means on the encoded rows alone. Left to the data, the autoencoder is used only where its space gives more stable
 * clusters.
 */
public final class ClusterTraining {
  private final ClusterSettings clusters;
  private final NeuralSettings settings;
  private final AutoencoderSettings coding;
  private final long seed;
  private final Progress progress;
  private final Blas blas = BlasProvider.get();
  private final StringBuilder story = new StringBuilder();
  private ClusterRecipe recipe;
  private AutoencoderTraining autoencoders;

  public ClusterTraining(ClusterSettings clusters, NeuralSettings settings, AutoencoderSettings coding, long seed,
      Progress progress) {
    this.clusters = clusters;
    this.settings = settings;
    this.coding = coding;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Finds clusters in rows; those of weight 0 are left out.
   *
   * @throws InterruptedException     if the thread was interrupted
   * @throws IllegalArgumentException if no row has a weight, or settings do not go together
   */
  public Clustering run(Instances data) throws InterruptedException {
    Instances rows = RowWeights.counting(data, row -> true);
    recipe = ClusterRecipe.of(clusters, RowEncoders.decided(rows, settings), coding, rows.numInstances(), seed);
    autoencoders = new AutoencoderTraining(recipe.training(), recipe.coding(), seed, recipe.epochs(), true, progress);
    RowEncoder encoder = autoencoders.inputs(rows);
    RowEncoder distances = encoder instanceof InputEncoder
        ? InputEncoder.forDistances(rows, settings.getScaling(), settings.mostThreads()) : encoder;
    if (distances.isEmpty()) {
      return new Clustering(null, null, "No attribute varies in the training data: one cluster.\n");
    }
    float[] weights = RowWeights.of(rows);
    Place inputs = place(distances, distances.dataset(rows, Targets.none(weights.length)), weights, null);
    Extremes.requireMeasurable(rows, inputs.points.values(), inputs.points.width());
    Place place = inputs;
    TargetEncoder columns = null;
    Dataset training = null;
    if (!coding.isWithoutLayers()) {
      Autoencoder autoencoder = autoencoders.train(rows);
      Dataset encoded = encoder == distances ? inputs.rows
          : encoder.dataset(rows, Targets.none(weights.length));
      Place code = place(encoder, encoded, weights, autoencoder.network());
      columns = new TargetEncoder(rows, encoder, settings.mostThreads());
      training = autoencoders.dataset(rows, encoder, columns, Shape.of(columns.width()));
      if (!NeuralSettings.isAuto(coding.getLayers()) || isBetter(code, inputs, training)) {
        place = code;
        describe(autoencoder);
      }
    }
    KMeans.Result found = find(place.points);
    NeuralModel assigner = place.space.assigner(DeepClustering.layer(found, place.points), found.centers());
    Points codes = place == inputs ? null : place.points;
    if (place != inputs && found.k() > 1) {
      ClusterRefinement refinement = new ClusterRefinement(recipe, clusters.getStarts(), seed, progress);
      DeepClustering deep = refinement.run(training, columns, codes, place.space, found);
      story.append(refinement.story());
      assigner = deep.assigner();
      codes = DeepClustering.codes(deep.space(), place.rows, codes.weights());
    }
    story.append(ClusterReport.of(rows, assigner.predictOrStop(place.rows), found.k(), inputs.points, codes));
    return new Clustering(place.encoder, assigner, place.encoder.describe() + "\n" + story);
  }

  /** Where clusters are looked for: rows and the points that they are in a space. */
  private record Place(RowEncoder encoder, Dataset rows, ClusterSpace space, Points points) {}

  /** @param autoencoder whose code is the space; null for the inputs */
  private Place place(RowEncoder encoder, Dataset rows, float[] weights, Network autoencoder)
      throws InterruptedException {
    ClusterSpace space = new ClusterSpace(encoder.shape(), autoencoder, settings.mostThreads());
    return new Place(encoder, rows, space, DeepClustering.codes(space, rows, weights));
  }

  private void describe(Autoencoder autoencoder) {
    int epochs = autoencoder.report().epochs();
    story.append("Autoencoder\n").append(autoencoder.describeLayers()).append(epochs == 0 ? "\nNot trained\n"
        : String.format(Locale.ROOT, "%nTrained for %d epochs to a loss of %.6f%n", epochs,
            autoencoder.report().trainingLoss()));
  }

  private boolean isBetter(Place code, Place inputs, Dataset training) throws InterruptedException {
    Points changedCodes = null;
    Points changedInputs = null;
    if (recipe.changes()) {
      int[] all = new int[training.size()];
      Arrays.setAll(all, r -> r);
      Dataset changed = training.forTraining(all, seed, ClusterMerging.FIRST_EPOCH);
      changedCodes = DeepClustering.codes(code.space, changed, code.points.weights());
      changedInputs = DeepClustering.codes(inputs.space, changed, code.points.weights());
    }
    SpaceChoice choice = new SpaceChoice(clusters, seed, progress);
    boolean better = choice.isCode(code.points, inputs.points, changedCodes, changedInputs);
    story.append(choice.reason());
    return better;
  }

  private KMeans.Result find(Points points) throws InterruptedException {
    progress.now("K-means");
    if (clusters.fewest() == clusters.most()) {
      return KMeans.run(points, clusters.fewest(), clusters.getStarts(), seed, blas);
    }
    List<String> tried = new ArrayList<>();
    KMeans.Result best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = clusters.fewest(); k <= Math.min(clusters.most(), points.rows()); k++) {
      progress.now("K-means, " + k + " clusters");
      KMeans.Result r = KMeans.run(points, k, clusters.getStarts(), seed, blas);
      double silhouette = Silhouette.of(points, r.assignment(), r.k(), seed);
      tried.add(Double.isNaN(silhouette) ? k + ": -" : String.format(Locale.ROOT, "%d: %.3f", k, silhouette));
      if (best == null || silhouette > highest) {
        best = r;
        highest = Double.isNaN(silhouette) ? Double.NEGATIVE_INFINITY : silhouette;
      }
    }
    story.append("Silhouette by number of clusters: ").append(String.join(", ", tried)).append("\n\n");
    return best == null ? KMeans.run(points, 1, 1, seed, blas) : best;
  }
}
