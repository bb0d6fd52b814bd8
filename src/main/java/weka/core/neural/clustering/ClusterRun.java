package weka.core.neural.clustering;

import java.util.Locale;
import ruru.cluster.Agreement;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.nn.train.Dataset;
import weka.core.Instances;
import weka.core.neural.ClusterSettings;
import weka.core.neural.autoencoder.Autoencoder;
import weka.core.neural.autoencoder.AutoencoderTraining;
import weka.core.neural.run.Progress;
import weka.core.neural.training.NeuralModel;

/** One run of deep clustering: an autoencoder and clusters in its code space, refined together. */
final class ClusterRun {
  /** How often rows are changed to see whether they stay in their clusters. */
  private static final int DRAWS = 4;
  /** Earlier draws are for choosing the space and for merging. */
  private static final int FIRST_DRAW = 100;

  private final ClusterRecipe recipe;
  private final ClusterData data;
  private final long seed;
  private final Progress progress;
  private final Autoencoder autoencoder;
  private final ClusterSpace space;
  private final StringBuilder story = new StringBuilder();
  private Points codes;
  @SuppressWarnings("NullAway.Init") // by cluster(), before anybody asks
  private NeuralModel assigner;
  private float[] memberships = {};

  /**
   * Trains the autoencoder.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  ClusterRun(ClusterRecipe recipe, ClusterData data, Instances rows, AutoencoderTraining training, long seed,
      Progress progress) throws InterruptedException {
    this.recipe = recipe;
    this.data = data;
    this.seed = seed;
    this.progress = progress;
    autoencoder = training.train(rows);
    space = new ClusterSpace(data.encoder().shape(), autoencoder.network(), recipe.training().mostThreads());
    codes = codes(data.inputs());
  }

  private Points codes(Dataset rows) throws InterruptedException {
    return DeepClustering.codes(space, rows, data.weights());
  }

  /** The rows' codes. */
  Points codes() {
    return codes;
  }

  /** The codes of the randomly changed rows, before refinement. */
  Points changedCodes(long seed) throws InterruptedException {
    return codes(data.changed(seed, 0));
  }

  /**
   * Finds clusters in the codes and refines them.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  void cluster(ClusterSettings clusters) throws InterruptedException {
    describeAutoencoder();
    ClusterCount count = new ClusterCount(clusters, seed, progress);
    KMeans.Result found = count.find(codes);
    story.append(count.story());
    if (found.k() > 1) {
      ClusterRefinement refinement = new ClusterRefinement(recipe, clusters.starts.value(), seed, progress);
      DeepClustering deep = refinement.run(data.training(), data.columns(), codes, space, found);
      story.append(refinement.story());
      assigner = deep.assigner();
      codes = codes(data.inputs());
    } else {
      assigner = space.assigner(DeepClustering.layer(found, codes), found.centers());
    }
    memberships = assigner.predictOrStop(data.inputs());
  }

  private void describeAutoencoder() {
    int epochs = autoencoder.report().epochs();
    story.append("Autoencoder\n").append(autoencoder.describeLayers()).append(epochs == 0 ? "\nNot trained\n"
        : String.format(Locale.ROOT, "%nTrained for %d epochs to a loss of %.6f%n", epochs,
            autoencoder.report().trainingLoss()));
    if (!autoencoder.report().diagnosis().isEmpty()) {
      story.append('\n').append(autoencoder.report().diagnosis()).append('\n');
    }
  }

  NeuralModel assigner() {
    return assigner;
  }

  /** The soft assignment of the rows, [rows][clusters]. */
  float[] memberships() {
    return memberships;
  }

  /** The cluster of each row. */
  int[] assignment() {
    return DeepClustering.winners(memberships, assigner.width());
  }

  /**
   * The mean adjusted Rand index of the rows' clusters before and after random changes.
   *
   * @param seed the seed of the changes
   * @throws InterruptedException if the thread was interrupted
   */
  double stability(long seed) throws InterruptedException {
    int[] before = assignment();
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      float[] changed = assigner.predictOrStop(data.changed(seed, FIRST_DRAW + draw));
      sum += Agreement.of(before, DeepClustering.winners(changed, assigner.width())).adjustedRand();
    }
    return sum / DRAWS;
  }

  /** What was done, as text. */
  String story() {
    return story.toString();
  }
}
