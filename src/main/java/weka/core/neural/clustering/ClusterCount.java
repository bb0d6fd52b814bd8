package weka.core.neural.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.cluster.KMeans;
import ruru.cluster.Points;
import ruru.cluster.Silhouette;
import weka.core.neural.ClusterSettings;
import weka.core.neural.run.Progress;

/** K-means with the given number of clusters or, from a range, the one with the best silhouette. */
final class ClusterCount {
  private final ClusterSettings clusters;
  private final long seed;
  private final Progress progress;
  private final Blas blas = BlasProvider.get();
  private String story = "";

  ClusterCount(ClusterSettings clusters, long seed, Progress progress) {
    this.clusters = clusters;
    this.seed = seed;
    this.progress = progress;
  }

  /** @throws InterruptedException if the thread was interrupted */
  KMeans.Result find(Points points) throws InterruptedException {
    progress.now("K-means");
    if (clusters.fewest() == clusters.most()) {
      return KMeans.run(points, clusters.fewest(), clusters.starts.value(), seed, blas);
    }
    List<String> tried = new ArrayList<>();
    KMeans.Result best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = clusters.fewest(); k <= Math.min(clusters.most(), points.rows()); k++) {
      progress.now("K-means, " + k + " clusters");
      KMeans.Result r = KMeans.run(points, k, clusters.starts.value(), seed, blas);
      double silhouette = Silhouette.of(points, r.assignment(), r.k(), seed);
      tried.add(Double.isNaN(silhouette) ? k + ": -" : String.format(Locale.ROOT, "%d: %.3f", k, silhouette));
      if (best == null || silhouette > highest) {
        best = r;
        highest = Double.isNaN(silhouette) ? Double.NEGATIVE_INFINITY : silhouette;
      }
    }
    story = "Silhouette by number of clusters: " + String.join(", ", tried) + "\n\n";
    return best == null ? KMeans.run(points, 1, 1, seed, blas) : best;
  }

  /** What was tried, as text; empty for a single number. */
  String story() {
    return story;
  }
}
