package weka.core.neural.clustering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.cluster.Points;
import ruru.cluster.Stability;
import weka.core.neural.ClusterSettings;
import weka.core.neural.run.Progress;

/**
 * Decides whether to cluster the codes of an autoencoder: where their clusters are more stable than those of the
 * inputs.
 */
final class SpaceChoice {
  /** The margin by which the code's clusters must be more stable, so that chance does not decide. */
  private static final double MARGIN = 0.05;

  private final int fewest;
  private final int maxClusters;
  private final long seed;
  private final Progress progress;
  private final Blas blas = BlasProvider.get();
  private String reason = "";

  SpaceChoice(ClusterSettings clusters, long seed, Progress progress) {
    fewest = clusters.fewest();
    maxClusters = clusters.most();
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Whether the code is better.
   *
   * @param changedCodes  codes of the randomly changed rows; null if nothing is changed
   * @param changedInputs the changed rows
   * @throws InterruptedException if the thread was interrupted
   */
  boolean isCode(Points codes, Points inputs, @Nullable Points changedCodes, @Nullable Points changedInputs)
      throws InterruptedException {
    double ofCodes = stability(codes, changedCodes);
    double ofInputs = stability(inputs, changedInputs);
    boolean better = ofCodes > ofInputs + MARGIN;
    String used = better ? "code is used" : "inputs are used";
    reason = Double.isNaN(ofInputs)
        ? "Too few rows to tell whether clusters are more stable in the code of an autoencoder; the " + used + ".\n\n"
        : String.format(Locale.ROOT, "Stability of clusters %s: %.3f in the inputs, %.3f in the code of an "
            + "autoencoder; the %s.%n%n",
            changedCodes == null ? "found in two halves of the rows"
                : "when images are changed at random",
            ofInputs, ofCodes, used);
    return better;
  }

  /** The largest stability over the numbers of clusters tried; NaN if there are too few rows for any. */
  private double stability(Points points, @Nullable Points changed) throws InterruptedException {
    double best = Double.NaN;
    for (int k = fewest; k <= maxClusters; k++) {
      progress.now("stability of " + k + " clusters");
      double found = k == 1 ? 1 : changed == null ? Stability.of(points, k, seed, blas)
          : Stability.underChange(points, changed, k, seed, blas);
      best = !(best >= found) && !Double.isNaN(found) ? found : best;
    }
    return best;
  }

  /** The reason, as text. */
  String reason() {
    return reason;
  }
}
