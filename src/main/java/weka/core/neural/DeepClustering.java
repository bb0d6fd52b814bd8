package weka.core.neural;

import java.util.Arrays;
import ruru.blas.BlasProvider;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.nn.Initializer;
import ruru.nn.Network;
import ruru.nn.layers.Centroids;
import ruru.nn.losses.Reconstruction;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.train.Dataset;
import ruru.nn.train.Trainer;
import ruru.nn.train.TrainingSettings;

/**
 * Refines clusters in a code space: the encoder, the decoder and the centroids are trained together so that the soft
 * assignments q come nearer to sharper ones p, and the code still allows reconstruction, which keeps the space from
 * collapsing.
 *
 * <p>p_j = (q_j^2 / f_j) / sum_k (q_k^2 / f_k) with f_j the sum of q_j over the rows; p is worked out anew before every
 * epoch. It ends when not more than a thousandth of the rows change their cluster in five epochs running.
 * Reconstruction counts by its mean over the columns. Sources: Xie, Girshick, Farhadi 2016, arXiv:1511.06335 (p and q);
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
  private final float[] shares;
  private final Network whole;
  private final Trainer trainer;
  private final int most;
  private float[] centroids;
  private int[] assigned;
  private int epochs;
  private int quiet;
  private double loss = Double.NaN;

  /**
   * @param space   is trained and must be nobody else's
   * @param rows    with what is to be reconstructed as targets
   * @param columns these targets
   * @param weight  of the clusters beside the reconstruction
   */
  DeepClustering(ClusterSpace space, Centroids layer, float[] centroids, Dataset rows, TargetEncoder columns,
      double weight, TrainingSettings settings) {
    this.space = space;
    this.layer = layer;
    this.centroids = centroids;
    this.rows = rows;
    this.columns = columns;
    most = settings.epochs();
    shares = new float[Math.multiplyExact(rows.size(), layer.units())];
    whole = space.whole(layer, centroids);
    int[] all = new int[rows.size()];
    Arrays.setAll(all, r -> r);
    trainer = new Trainer(whole, new Reconstruction(text(weight)), settings,
        new SharesDataset(rows, shares, layer.units()), all, BlasProvider.get());
  }

  /**
   * Trains until so many epochs are over, or the clusters stay as they are.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  void run(int until, Progress progress) throws InterruptedException {
    assigned = assigned == null ? sharpen() : assigned;
    while (epochs < Math.min(until, most) && quiet < QUIET_EPOCHS) {
      loss = trainer.epoch(most, new double[most + 1]);
      epochs++;
      space.learn(whole);
      centroids = Arrays.copyOfRange(whole.values(), whole.values().length - centroids.length, whole.values().length);
      int[] now = sharpen();
      int changed = 0;
      for (int r = 0; r < now.length; r++) {
        changed += now[r] == assigned[r] ? 0 : 1;
      }
      progress.refined(epochs, most, loss, (double) changed / now.length);
      assigned = now;
      quiet = changed <= SETTLED * now.length ? quiet + 1 : 0;
    }
  }

  /** The mean loss over the last epoch; NaN before the first. */
  double loss() {
    return loss;
  }

  ClusterSpace space() {
    return space;
  }

  /** The shares first, then the columns, each with its weight. */
  private String text(double weight) {
    StringBuilder text = new StringBuilder("c" + layer.units() + ":" + Numbers.plain(weight));
    String each = Numbers.plain(2.0 / columns.width());
    String listed = columns.text().equals("numbers") ? "n" + columns.width() : columns.text();
    for (String group : listed.split("\\+")) {
      text.append('+').append(group).append(':').append(each);
    }
    return text.toString();
  }

  /** Writes the target shares; returns the present clusters. */
  private int[] sharpen() throws InterruptedException {
    int k = layer.units();
    float[] q = assigner().predictOrStop(rows);
    double[] f = new double[k];
    for (int i = 0; i < q.length; i++) {
      f[i % k] += rows.weight(i / k) * q[i];
    }
    int[] clusters = new int[rows.size()];
    for (int r = 0; r < clusters.length; r++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        double share = f[j] == 0 ? 0 : (double) q[r * k + j] * q[r * k + j] / f[j];
        shares[r * k + j] = (float) share;
        sum += share;
        clusters[r] = q[r * k + j] > q[r * k + clusters[r]] ? j : clusters[r];
      }
      for (int j = 0; j < k; j++) {
        shares[r * k + j] /= (float) sum;
      }
    }
    return clusters;
  }

  /** Gives the soft assignment of rows. */
  NeuralModel assigner() {
    return assigner(space, layer, centroids);
  }

  static NeuralModel assigner(ClusterSpace space, Centroids layer, float[] centroids) {
    String columns = layer.units() == 1 ? "numbers" : "c" + layer.units();
    return new NeuralModel(space.assigner(layer, centroids), new Reconstruction(columns), 0);
  }

  /** Epochs trained. */
  int epochs() {
    return epochs;
  }

  /** The codes of rows, as points. */
  static Points codes(ClusterSpace space, Dataset rows, float[] weights) throws InterruptedException {
    Network coder = space.coder();
    return new Points(new NeuralModel(coder, new Squared(), 0).predictOrStop(rows), coder.outputShape().size(),
        weights);
  }

  /**
   * The layer for clusters as K-means found them: the scale is the root of the mean squared distance from the centre.
   */
  static Centroids layer(KMeans.Result found, Points points) {
    double total = 0;
    for (float w : points.weights()) {
      total += w;
    }
    double scale = Math.sqrt(found.error() / total);
    return new Centroids(found.k(), scale > 1e-6 ? scale : 1, Initializer.AUTO);
  }

  /** Adam at a constant rate, as in the paper. */
  static TrainingSettings settings(int epochs, int batch, double rate, int threads, long seed) {
    return TrainingSettings.of(new Adam(), epochs).withRate(rate).withBatch(batch).withThreads(threads).withSeed(seed);
  }
}
