package weka.core.neural.clustering;

import java.util.Arrays;
import ruru.blas.BlasProvider;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.nn.Heap;
import ruru.nn.Initializer;
import ruru.nn.Network;
import ruru.nn.layers.Centroids;
import ruru.nn.losses.Reconstruction;
import ruru.nn.optimizers.Adam;
import ruru.nn.train.Dataset;
import ruru.nn.train.Trainer;
import ruru.nn.train.TrainingSettings;
import weka.core.neural.encoding.TargetEncoder;
import weka.core.neural.report.Numbers;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;
import weka.core.neural.training.NeuralModel;

/**
 * Refines clusters in a code space: the encoder, the decoder and the centroids are trained jointly so that the soft
 * assignments q approach sharper ones p while the code still allows reconstruction, which keeps the space from
 * collapsing.
 *
 * <p>p_j = (q_j^2 / f_j) / sum_k (q_k^2 / f_k) with f_j the sum of q_j over the rows; p is recomputed before every
 * epoch. Training ends when no more than a thousandth of the rows change their cluster in five consecutive epochs. The
 * reconstruction loss is its mean over the columns. Sources: Xie, Girshick, Farhadi 2016, arXiv:1511.06335 (p and q);
 * Guo et al. 2017, "Improved deep embedded clustering with local structure preservation" (with reconstruction, the
 * clustering's weight 0.1).
 */
final class DeepClustering {
  private static final double SETTLED = 0.001;
  private static final int QUIET_EPOCHS = 5;

  private final ClusterSpace space;
  private final Centroids layer;
  private final Dataset rows;
  private final TargetEncoder columns;
  private final float[] targets;
  private final Network whole;
  private final Trainer trainer;
  private final int maxEpochs;
  private float[] centroids;
  private int[] assigned = {};
  private int epochs;
  private int held;

  /**
   * @param space the networks to train; not shared
   * @param rows the rows with their reconstruction targets
   * @param columns these targets
   * @param weight weight of the clustering loss relative to the reconstruction
   */
  DeepClustering(ClusterSpace space, Centroids layer, float[] centroids, Dataset rows, TargetEncoder columns,
      double weight, TrainingSettings settings) {
    this.space = space;
    this.layer = layer;
    this.centroids = centroids;
    this.rows = rows;
    this.columns = columns;
    maxEpochs = settings.epochs();
    targets = Heap.floats(rows.size(), layer.units(), "rows", "clusters", "Use fewer rows or clusters");
    whole = space.whole(layer, centroids);
    int[] all = new int[rows.size()];
    Arrays.setAll(all, r -> r);
    trainer = new Trainer(whole, new Reconstruction(text(weight)), settings,
        new MembershipDataset(rows, targets, layer.units()), all, BlasProvider.get());
  }

  /**
   * Uses another assignment as the target of the first epochs, for the centroids to move to.
   *
   * @param q soft assignment of the rows, [rows][k]
   */
  void hold(float[] q, int epochs) {
    held = epochs;
    assigned = sharpen(q);
  }

  /**
   * Trains for the given epochs, or until the clusters no longer change.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  void run(Progress progress) throws InterruptedException {
    assigned = assigned.length == 0 ? sharpen(assigner().predictOrStop(rows)) : assigned;
    StopRequest.during(() -> refine(progress));
  }

  private void refine(Progress progress) throws InterruptedException {
    int quiet = 0;
    while (epochs < maxEpochs && quiet < QUIET_EPOCHS) {
      double loss = trainer.epoch(maxEpochs, new double[maxEpochs + 1]);
      epochs++;
      space.learn(whole);
      centroids = Arrays.copyOfRange(whole.values(), whole.values().length - centroids.length, whole.values().length);
      float[] q = assigner().predictOrStop(rows);
      int[] now = epochs < held ? winners(q, layer.units()) : sharpen(q);
      int changed = 0;
      for (int r = 0; r < now.length; r++) {
        changed += now[r] == assigned[r] ? 0 : 1;
      }
      progress.refined(epochs, maxEpochs, loss, (double) changed / now.length);
      assigned = now;
      quiet = epochs > held && changed <= SETTLED * now.length ? quiet + 1 : 0;
    }
  }

  ClusterSpace space() {
    return space;
  }

  /** The memberships first, then the columns, each with its weight. */
  private String text(double weight) {
    StringBuilder text = new StringBuilder("c" + layer.units() + ":" + Numbers.plain(weight));
    String each = Numbers.plain(2.0 / columns.width());
    String listed = columns.text().equals("numbers") ? "n" + columns.width() : columns.text();
    for (String group : listed.split("\\+")) {
      text.append('+').append(group).append(':').append(each);
    }
    return text.toString();
  }

  /** Computes the target memberships; returns the clusters. */
  private int[] sharpen(float[] q) {
    int k = layer.units();
    double[] f = new double[k];
    for (int i = 0; i < q.length; i++) {
      f[i % k] += rows.weight(i / k) * q[i];
    }
    for (int r = 0; r < rows.size(); r++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        double sharper = f[j] == 0 ? 0 : (double) q[r * k + j] * q[r * k + j] / f[j];
        targets[r * k + j] = (float) sharper;
        sum += sharper;
      }
      for (int j = 0; j < k; j++) {
        targets[r * k + j] /= (float) sum;
      }
    }
    return winners(q, k);
  }

  /** The cluster of each row, see {@link #argMax}. */
  static int[] winners(float[] memberships, int k) {
    int[] clusters = new int[memberships.length / k];
    Arrays.setAll(clusters, r -> argMax(memberships, r, k));
    return clusters;
  }

  /** The cluster in which a row has the largest membership, the first if there are several. */
  static int argMax(float[] memberships, int row, int k) {
    int best = 0;
    for (int j = 1; j < k; j++) {
      best = memberships[row * k + j] > memberships[row * k + best] ? j : best;
    }
    return best;
  }

  /** Outputs the soft assignment of rows. */
  NeuralModel assigner() {
    return space.assigner(layer, centroids);
  }

  /** Epochs trained. */
  int epochs() {
    return epochs;
  }

  /** The codes of rows, as points. */
  static Points codes(ClusterSpace space, Dataset rows, float[] weights) throws InterruptedException {
    NeuralModel coder = space.coder();
    return new Points(coder.predictOrStop(rows), coder.width(), weights);
  }

  /** The layer for the clusters found by K-means. */
  static Centroids layer(KMeans.Result found, Points points) {
    return layer(found.k(), found.error(), points);
  }

  /**
   * The layer for given clusters; its scale is the root mean squared distance from the centre.
   *
   * @param error the sum of these squared distances
   */
  static Centroids layer(int clusters, double error, Points points) {
    double total = 0;
    for (float w : points.weights()) {
      total += w;
    }
    double scale = Math.sqrt(error / total);
    return new Centroids(clusters, scale > 1e-6 ? scale : 1, Initializer.AUTO);
  }

  /** Adam at a constant rate, as in the paper. */
  static TrainingSettings settings(int epochs, int batch, double rate, int threads, long seed) {
    return TrainingSettings.of(new Adam(), epochs).withRate(rate).withBatch(batch).withThreads(threads).withSeed(seed);
  }
}
