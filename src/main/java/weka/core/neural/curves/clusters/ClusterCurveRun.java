package weka.core.neural.curves.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import ruru.cluster.Points;
import ruru.cluster.Silhouette;
import ruru.nn.Cancellation;
import weka.clusterers.Clusterer;
import weka.core.BatchPredictor;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.neural.curves.SchemeOption;
import weka.core.neural.curves.Trials;

/** Clusters the data, and rows without clusters, into one, two, three and more clusters. */
public final class ClusterCurveRun {
  /** Receives the progress, in the thread that runs. */
  public interface Listener {
    /**
     * @param done how many times rows have been clustered
     * @param all  how many times they will be
     */
    void clustered(int done, int all);
  }

  /** @param set 0 for the data, from 1 for rows without clusters */
  private record Outcome(int set, int clusters, double within, double silhouette) {}

  private final Instances data;
  private final SchemeOption<Clusterer> count;
  private final String name;
  private final int most;
  private final int references;
  private final long seed;
  private final int threads;

  /**
   * Checks everything that can be checked before the first clustering.
   *
   * @param data       without a class; rows of weight 0 are left out
   * @param template   the clusterer with its settings
   * @param flag       of its option that sets how many clusters it finds
   * @param most       clusters, at least 2
   * @param references how many data sets without clusters are drawn, at least 2
   * @param threads    how many clusterings run at once
   * @throws IllegalArgumentException in a sentence, if it cannot be run
   */
  public ClusterCurveRun(Instances data, Clusterer template, String flag, int most, int references, long seed,
      int threads) {
    this.data = new Instances(data);
    this.data.removeIf(row -> !(row.weight() > 0));
    if (this.data.numInstances() <= most) {
      throw new IllegalArgumentException("expected more rows with a weight than clusters, " + most + ", got "
          + this.data.numInstances() + "; set a smaller number of clusters");
    }
    count = new SchemeOption<>(Clusterer.class, template, flag);
    name = (template.getClass().getName() + " " + Utils.joinOptions(((OptionHandler) template).getOptions())).strip();
    this.most = most;
    this.references = references;
    this.seed = seed;
    this.threads = threads;
    new DistanceSpace(this.data);
    try {
      count.with(Integer.toString(most)).getCapabilities().testWithFail(this.data);
    } catch (Exception e) {
      throw new IllegalArgumentException(template.getClass().getSimpleName() + " cannot cluster these data: "
          + e.getMessage(), e);
    }
  }

  /**
   * Runs everything. An interrupt of the calling thread ends it within a second, as the result then says; the thread is
   * no longer interrupted afterwards.
   *
   * @throws IllegalStateException if the rows could not be clustered; says for how many clusters, and why
   */
  public ClusterCurve run(Listener listener) {
    List<Callable<Outcome>> trials = new ArrayList<>();
    for (int k = 1; k <= most; k++) {
      for (int s = 0; s <= references; s++) {
        int set = s;
        int clusters = k;
        Clusterer clusterer = count.with(Integer.toString(k));
        trials.add(() -> measure(set, clusters, clusterer));
      }
    }
    Outcome[][] outcomes = new Outcome[most][references + 1];
    int[] done = {0};
    boolean complete = Trials.run(trials, threads, outcome -> {
      outcomes[outcome.clusters - 1][outcome.set] = outcome;
      listener.clustered(++done[0], trials.size());
    });
    List<ClusterCurve.Point> points = new ArrayList<>();
    for (Outcome[] of : outcomes) {
      if (Arrays.asList(of).contains(null)) {
        break;
      }
      points.add(point(of));
    }
    return new ClusterCurve(data.relationName(), name, points, !complete);
  }

  private Outcome measure(int set, int clusters, Clusterer clusterer) throws InterruptedException {
    Instances rows = set == 0 ? data : ReferenceRows.draw(data, seed, set);
    Points points = new DistanceSpace(rows).of(rows);
    int[] assignment = new int[rows.numInstances()];
    if (clusters > 1) {
      try {
        clusterer.buildClusterer(new Instances(rows));
        assign(clusterer, rows, assignment);
      } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
        throw new IllegalStateException(clusters + " clusters of "
            + (set == 0 ? "the data" : "rows without clusters") + ": " + e, e);
      }
    }
    Cancellation.checkCallingThread();
    int found = 1 + Arrays.stream(assignment).max().orElse(0);
    return new Outcome(set, clusters, Within.sum(points, assignment, found),
        set == 0 && clusters > 1 ? Silhouette.of(points, assignment, found, seed) : Double.NaN);
  }

  private static void assign(Clusterer clusterer, Instances rows, int[] assignment) throws Exception {
    if (clusterer instanceof BatchPredictor batch) {
      double[][] memberships = batch.distributionsForInstances(rows);
      Arrays.setAll(assignment, r -> Utils.maxIndex(memberships[r]));
      return;
    }
    for (int r = 0; r < assignment.length; r++) {
      assignment[r] = clusterer.clusterInstance(rows.instance(r));
    }
  }

  private static ClusterCurve.Point point(Outcome[] outcomes) {
    double own = Math.log(outcomes[0].within);
    double[] others = IntStream.range(1, outcomes.length).mapToDouble(s -> Math.log(outcomes[s].within)).toArray();
    double mean = Arrays.stream(others).average().orElse(Double.NaN);
    double variance = Arrays.stream(others).map(x -> (x - mean) * (x - mean)).average().orElse(Double.NaN);
    double gap = mean - own;
    boolean known = Double.isFinite(gap) && Double.isFinite(own);
    return new ClusterCurve.Point(outcomes[0].clusters, outcomes[0].within, outcomes[0].silhouette,
        known ? gap : Double.NaN, known ? Math.sqrt(variance * (1 + 1.0 / others.length)) : Double.NaN);
  }
}
