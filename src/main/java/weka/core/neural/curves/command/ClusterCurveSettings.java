package weka.core.neural.curves.command;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.clusterers.AbstractClusterer;
import weka.clusterers.Clusterer;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;

/**
 * The command line.
 *
 * @param target an attribute that is left out, as typed; null for none
 * @param flag   of the clusterer's option that sets the number of clusters
 * @param most   clusters
 * @param png    where the picture goes; null if it is not wanted
 * @param svg    the same
 */
record ClusterCurveSettings(Path data, @Nullable String target, Clusterer clusterer, String flag, int most,
    int references, int seed, int threads, @Nullable Path png, @Nullable Path svg) {
  static final String HELP = """
      Measures how well rows fall into one, two, three and more clusters: the sum of the squared distances within
      clusters (whose elbow one looks for), the silhouette, and the gap statistic, which compares the sum with that of
      rows without clusters.

        weka.Run .ClusterCurves -t DATA [options] [-- options of the clusterer]

        -t FILE         the data
        -c WHICH        a class, which is left out: first, last, a number from 1 or a name (none)
        -W CLASS        the clusterer (weka.clusterers.NeuralClusterer with -layers none: K-means from ten starts)
        -option FLAG    its option that sets the number of clusters (N)
        -most K         the largest number of clusters, from 2 (10)
        -references N   how many data sets without clusters are drawn, from 2 (20)
        -s N            the seed of those (1)
        -threads N      how many clusterings run at once (one for each processor)
        -png FILE, -svg FILE
                        draws the curves
        -h              this help

      Ctrl-C ends it; what was measured until then is printed and drawn.""";

  private static final String USUAL = "weka.clusterers.NeuralClusterer";

  /**
   * Reads the arguments.
   *
   * @throws Exception that says which argument is wrong, and what was expected
   */
  static ClusterCurveSettings parse(String[] arguments) throws Exception {
    int inner = Arrays.asList(arguments).indexOf("--");
    StrictOptions options = new StrictOptions(Arrays.copyOf(arguments, inner < 0 ? arguments.length : inner));
    String[] ofClusterer = inner < 0 ? new String[0] : Arrays.copyOfRange(arguments, inner + 1, arguments.length);
    Path data = FileOptions.path(options, "t");
    if (data == null) {
      throw new IllegalArgumentException("option -t is missing: a file of data; -h lists the options");
    }
    String name = options.text("W");
    String flag = options.text("option");
    ClusterCurveSettings made = new ClusterCurveSettings(data, options.text("c"),
        name == null && inner < 0 ? clusterer(USUAL, "-layers", "none") : clusterer(name == null ? USUAL : name,
            ofClusterer),
        flag == null ? "N" : flag.replaceFirst("^-", ""),
        Checked.requireAtLeast("option -most", 2, "clusters", options.integer("most", 10)),
        Checked.requireAtLeast("option -references", 2, "data sets", options.integer("references", 20)),
        options.integer("s", 1), Checked.requireAtLeast("option -threads", 1, "thread",
            options.integer("threads", Runtime.getRuntime().availableProcessors())),
        FileOptions.path(options, "png", ".png"), FileOptions.path(options, "svg", ".svg"));
    options.refuseRest();
    return made;
  }

  private static Clusterer clusterer(String name, String... options) throws Exception {
    try {
      return AbstractClusterer.forName(name, options);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("option -W: there is no class '" + Excerpt.of(name)
          + "'; expected the whole name, such as weka.clusterers.SimpleKMeans", e);
    } catch (Exception e) {
      throw new IllegalArgumentException("option -W, " + Excerpt.of(name) + ": " + e.getMessage(), e);
    }
  }
}
