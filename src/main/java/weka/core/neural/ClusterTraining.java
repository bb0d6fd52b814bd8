package weka.core.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.cluster.Silhouette;
import ruru.cluster.Stability;
import ruru.nn.Shape;
import ruru.nn.layers.Centroids;
import ruru.nn.train.Dataset;
import ruru.nn.train.TrainingSettings;
import weka.core.Instances;
import weka.gui.Logger;

/**
 * Finds clusters: trains an autoencoder, looks for clusters in its code space by K-means, and refines both together; or
 * K-means on the encoded rows alone. Left to the data, the autoencoder is used only where its space gives more stable
 * clusters.
 */
public final class ClusterTraining {
  /** How much more stable the clusters of a code space must be, so that chance does not decide. */
  private static final double MARGIN = 0.05;
  private static final int EPOCHS = 100;
  private static final int REFINING_UPDATES = 4000;
  /** Epochs of refining the clusters that are to be merged. */
  private static final int EPOCHS_OF_MANY = 20;
  /** Epochs in which merged clusters keep their rows, so that these can come together. */
  private static final int EPOCHS_HELD = 5;

  private final ClusterSettings clusters;
  private final NeuralSettings settings;
  private final AutoencoderSettings coding;
  private final long seed;
  private final Progress progress;
  private final AutoencoderTraining autoencoders;
  private final Blas blas = BlasProvider.get();
  private final StringBuilder story = new StringBuilder();

  /** @param log null to tell nobody */
  public ClusterTraining(ClusterSettings clusters, NeuralSettings settings, AutoencoderSettings coding, long seed,
      String name, Logger log) {
    this.clusters = clusters;
    this.settings = settings;
    this.coding = coding;
    this.seed = seed;
    progress = new Progress(log, name, 0);
    autoencoders = new AutoencoderTraining(settings, coding, seed, EPOCHS, true, name, log);
  }

  /**
   * Finds clusters in rows; those of weight 0 are left out.
   *
   * @throws InterruptedException     if the thread was interrupted
   * @throws IllegalArgumentException if no row has a weight, or settings do not go together
   */
  public Clustering run(Instances data) throws InterruptedException {
    Instances rows = RowWeights.counting(data, row -> true);
    RowEncoder inputs = autoencoders.inputs(rows);
    RowEncoder encoder = settings.images().hasInput() ? inputs
        : InputEncoder.forDistances(rows, settings.getScaling());
    if (encoder.isEmpty()) {
      return new Clustering(null, null, "No attribute varies in the training data: one cluster.\n");
    }
    float[] weights = RowWeights.of(rows);
    Dataset plain = encoder.dataset(rows, Targets.none(weights.length));
    ClusterSpace space = new ClusterSpace(encoder.shape(), null);
    Points points = DeepClustering.codes(space, plain, weights);
    Points inputPoints = points;
    boolean coded = false;
    if (!coding.isWithoutLayers()) {
      Autoencoder autoencoder = autoencoders.train(rows);
      ClusterSpace codes = new ClusterSpace(inputs.shape(), autoencoder.network());
      Dataset seen = encoder == inputs ? plain : inputs.dataset(rows, Targets.none(weights.length));
      Points coordinates = DeepClustering.codes(codes, seen, weights);
      if (!NeuralSettings.isAuto(coding.getLayers()) || isMoreStable(coordinates, points)) {
        space = codes;
        points = coordinates;
        coded = true;
        encoder = inputs;
        plain = seen;
        int epochs = autoencoder.report().epochs();
        story.append("Autoencoder\n").append(autoencoder.describeLayers()).append(epochs == 0 ? "\nNot trained\n"
            : String.format(Locale.ROOT, "%nTrained for %d epochs to a loss of %.6f%n", epochs,
                autoencoder.report().trainingLoss()));
      }
    }
    KMeans.Result found = find(points);
    Centroids layer = DeepClustering.layer(found, points);
    NeuralModel assigner = DeepClustering.assigner(space, layer, found.centers());
    if (coded && found.k() > 1) {
      DeepClustering deep = refined(rows, inputs, points, space, found);
      assigner = deep.assigner();
      space = deep.space();
    }
    Points codes = coded ? DeepClustering.codes(space, plain, weights) : null;
    story.append(ClusterReport.of(rows, assigner.predictOrStop(plain), found.k(), inputPoints, codes));
    return new Clustering(encoder, assigner, encoder.describe() + "\n" + story);
  }

  private boolean isMoreStable(Points codes, Points inputs) throws InterruptedException {
    double ofCodes = stability(codes);
    double ofInputs = stability(inputs);
    boolean better = ofCodes > ofInputs + MARGIN;
    String used = better ? "code is used" : "inputs are used";
    story.append(Double.isNaN(ofInputs)
        ? "Too few rows to tell whether clusters are more stable in the code of an autoencoder; the " + used + ".\n\n"
        : String.format(Locale.ROOT, "Stability of clusters found in two halves of the rows: %.3f in the inputs, %.3f "
            + "in the code of an autoencoder; the %s.%n%n", ofInputs, ofCodes, used));
    return better;
  }

  /** The largest over the numbers of clusters in question; NaN if there are too few rows for any. */
  private double stability(Points points) throws InterruptedException {
    double best = Double.NaN;
    for (int k = clusters.fewest(); k <= clusters.most(); k++) {
      progress.now("stability of " + k + " clusters");
      double found = k == 1 ? 1 : Stability.of(points, k, seed, blas);
      best = !(best >= found) && !Double.isNaN(found) ? found : best;
    }
    return best;
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

  /** Refines clusters that K-means found; if so asked, from more of them, which are merged. */
  private DeepClustering refined(Instances rows, RowEncoder inputs, Points points, ClusterSpace space,
      KMeans.Result found) throws InterruptedException {
    int batch = settings.getBatch().equals("all") ? 0
        : AutoencoderTraining.whole(settings.getBatch(), AutoencoderTraining.batchFor(rows.size()));
    int perEpoch = Math.max(1, rows.size() / Math.max(1, batch == 0 ? rows.size() : batch));
    int epochs = AutoencoderTraining.whole(clusters.getRefine(),
        Math.max(10, Math.min(100, REFINING_UPDATES / perEpoch)));
    double rate = NeuralSettings.isAuto(settings.getRate()) ? 0.001 : Double.parseDouble(settings.getRate());
    TrainingSettings how = DeepClustering.settings(epochs, batch, rate, AutoencoderTraining.threads(settings), seed);
    TargetEncoder columns = new TargetEncoder(rows, inputs);
    Dataset data = autoencoders.dataset(rows, inputs, columns, Shape.of(columns.width()));
    double weight = clusters.getRefineWeight();
    DeepClustering deep;
    if (epochs > 0 && clusters.getRefineFrom() > found.k()) {
      KMeans.Result start = KMeans.run(points, clusters.getRefineFrom(), clusters.getStarts(), seed, blas);
      DeepClustering many = new DeepClustering(space, DeepClustering.layer(start, points), start.centers(), data,
          columns, weight, how.withEpochs(EPOCHS_OF_MANY));
      many.run(progress);
      progress.now("merging " + start.k() + " clusters");
      Points codes = DeepClustering.codes(many.space(), data, points.weights());
      ClusterMerging merged = new ClusterMerging(many, found.k(), data, codes, seed);
      float[] centroids = merged.centroids();
      deep = new DeepClustering(many.space(), DeepClustering.layer(found.k(), merged.error(centroids), codes),
          centroids, data, columns, weight, how);
      deep.hold(merged.shares(), EPOCHS_HELD);
      story.append(start.k()).append(" clusters, refined in ").append(many.epochs()).append(" epochs, were merged\n");
    } else {
      deep = new DeepClustering(space, DeepClustering.layer(found, points), found.centers(), data, columns, weight,
          how);
    }
    deep.run(progress);
    story.append(epochs == 0 ? "" : "Refined together with the autoencoder in " + deep.epochs() + " epochs\n\n");
    return deep;
  }
}
