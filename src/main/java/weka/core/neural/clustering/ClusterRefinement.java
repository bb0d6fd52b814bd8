package weka.core.neural.clustering;

import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.nn.train.Dataset;
import weka.core.neural.encoding.TargetEncoder;
import weka.core.neural.run.Progress;

/**
 * Refines the clusters found by K-means together with the autoencoder; if set, more clusters than wanted, which are
 * then merged.
 */
final class ClusterRefinement {
  /** Epochs of refining the clusters to be merged. */
  private static final int EPOCHS_OF_MANY = 20;
  /** Epochs in which merged clusters keep their rows, so that these can move together. */
  private static final int EPOCHS_HELD = 5;

  private final ClusterRecipe recipe;
  private final int starts;
  private final long seed;
  private final Progress progress;
  private final Blas blas = BlasProvider.get();
  private final StringBuilder story = new StringBuilder();

  /** @param starts starts of K-means */
  ClusterRefinement(ClusterRecipe recipe, int starts, long seed, Progress progress) {
    this.recipe = recipe;
    this.starts = starts;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Refines.
   *
   * @param rows the rows with their reconstruction targets
   * @param columns these targets
   * @param points  the rows' codes
   * @param space the networks to train
   * @throws InterruptedException if the thread was interrupted
   */
  DeepClustering run(Dataset rows, TargetEncoder columns, Points points, ClusterSpace space, KMeans.Result found)
      throws InterruptedException {
    int from = recipe.refineFrom(found.k());
    DeepClustering deep = recipe.refining().epochs() > 0 && from > found.k()
        ? merged(from, found.k(), rows, columns, points, space)
        : new DeepClustering(space, DeepClustering.layer(found, points), found.centers(), rows, columns,
            recipe.refineWeight(), recipe.refining());
    deep.run(progress);
    story.append(deep.epochs() == 0 ? ""
        : "Refined together with the autoencoder in " + deep.epochs() + " epochs\n\n");
    return deep;
  }

  private DeepClustering merged(int from, int wanted, Dataset rows, TargetEncoder columns, Points points,
      ClusterSpace space) throws InterruptedException {
    KMeans.Result start = KMeans.run(points, from, starts, seed, blas);
    DeepClustering many = new DeepClustering(space, DeepClustering.layer(start, points), start.centers(), rows, columns,
        recipe.refineWeight(), recipe.refining().withEpochs(EPOCHS_OF_MANY));
    many.run(progress);
    progress.now("merging " + start.k() + " clusters");
    Points codes = DeepClustering.codes(many.space(), rows, points.weights());
    ClusterMerging merging = new ClusterMerging(many, wanted, rows, codes, seed);
    float[] centroids = merging.centroids();
    DeepClustering merged = new DeepClustering(many.space(),
        DeepClustering.layer(wanted, merging.error(centroids), codes), centroids, rows, columns, recipe.refineWeight(),
        recipe.refining());
    merged.hold(merging.memberships(), EPOCHS_HELD);
    story.append(start.k()).append(" clusters, refined in ").append(many.epochs()).append(" epochs, were merged\n");
    return merged;
  }

  /** What was done, as text. */
  String story() {
    return story.toString();
  }
}
