package weka.core.neural.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ruru.cluster.Agreement;
import ruru.cluster.Points;
import ruru.cluster.Silhouette;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import weka.clusterers.Clusterer;
import weka.core.BatchPredictor;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Scaling;
import weka.core.neural.encoding.InputEncoder;
import weka.core.neural.encoding.Targets;
import weka.core.neural.report.Table;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Remove;

/**
 * One clusterer on one data set: how far its clusters agree with the classes, which it did not see, and how well they
 * are separated.
 *
 * @param accuracy fraction of correct rows under the best matching of clusters to classes, at most one cluster per
 *                 class
 * @param silhouette in the standardised attributes, nominal ones one-hot; NaN for one cluster
 * @param seconds wall-clock time to build
 * @param cpuSeconds CPU time of all processors to build
 */
record ClusterScores(String dataSet, String clusterer, int clusters, double accuracy, double adjustedRand,
    double mutualInformation, double silhouette, double seconds, double cpuSeconds) {

  /** Builds the clusterer on the rows without their class and compares. */
  static ClusterScores of(String name, Clusterer clusterer, Instances data) throws Exception {
    Remove remove = new Remove();
    remove.setAttributeIndices(Integer.toString(data.classIndex() + 1));
    Instances headless = new Instances(data);
    headless.setClassIndex(-1);
    remove.setInputFormat(headless);
    Instances rows = Filter.useFilter(headless, remove);
    Stopwatch watch = new Stopwatch();
    clusterer.buildClusterer(rows);
    double seconds = watch.seconds();
    double cpuSeconds = watch.processorSeconds();
    double[][] memberships = clusterer instanceof BatchPredictor batch ? batch.distributionsForInstances(rows) : null;
    int[] clusters = new int[rows.numInstances()];
    int[] classes = new int[clusters.length];
    for (int r = 0; r < clusters.length; r++) {
      clusters[r] = memberships == null ? clusterer.clusterInstance(rows.instance(r)) : Utils.maxIndex(memberships[r]);
      Instance row = data.instance(r);
      classes[r] = row.classIsMissing() ? -1 : (int) row.classValue();
    }
    Agreement a = Agreement.of(clusters, classes);
    return new ClusterScores(data.relationName(), name, clusterer.numberOfClusters(), a.accuracy(), a.adjustedRand(),
        a.mutualInformation(), silhouette(rows, clusters), seconds, cpuSeconds);
  }

  private static double silhouette(Instances rows, int[] clusters) throws InterruptedException {
    InputEncoder encoder = new InputEncoder(rows, Scaling.STANDARDISE, 0, 0);
    if (encoder.width() == 0) {
      return Double.NaN;
    }
    int n = clusters.length;
    int[] all = new int[n];
    Arrays.setAll(all, r -> r);
    Dataset data = encoder.dataset(rows, Targets.none(n));
    Tensor x = new Tensor(data.inputShape(), n);
    data.read(all, 0, n, x, null);
    float[] weights = new float[n];
    Arrays.fill(weights, 1);
    return Silhouette.of(new Points(x.matrix(), encoder.width(), weights), clusters,
        Arrays.stream(clusters).max().orElse(0) + 1, 1);
  }

  static final String TITLE = "Clusters compared with the classes, which no clusterer saw";
  static final List<String> COLUMNS = List.of("Data set", "Clusterer", "k", "accuracy %", "ARI", "NMI", "silhouette",
      "seconds", "CPU s");

  static final List<String> NOTES = List.of(
      "k: number of clusters.",
      "accuracy: rows in the cluster matched to their class, at most one cluster per class, by the best matching.",
      "ARI: adjusted Rand index, 1 for the same partition, about 0 for chance.",
      "NMI: normalised mutual information, 0 to 1.",
      "silhouette: -1 to 1, how well the clusters are separated in the standardised attributes.",
      "seconds: wall-clock time to build; CPU s: CPU time of all processors together.");

  /** The figures as texts, in the order of {@link #COLUMNS}. */
  List<String> cells() {
    return List.of(dataSet, clusterer, Integer.toString(clusters), text(100 * accuracy, 1), text(adjustedRand, 3),
        text(mutualInformation, 3), text(silhouette, 3), text(seconds, 2), text(cpuSeconds, 2));
  }

  private static String text(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** All as a table for the console. */
  static String table(List<ClusterScores> scores) {
    Table table = new Table(2, COLUMNS.toArray(new String[0]));
    scores.forEach(s -> table.add(s.cells().toArray(new String[0])));
    return table.toString();
  }
}
