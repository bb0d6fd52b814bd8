package weka.core.neural.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import weka.clusterers.AbstractClusterer;
import weka.clusterers.Clusterer;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Command-line program: compares clusterers on labelled data by measures that Weka's ClusterEvaluation does not have.
 * The main comparison uses it for its table of clusterers. {@link #HELP} is its manual.
 */
public final class ClusterComparison {
  static final String HELP = """
      Compares clusterers on data with classes: accuracy by the best matching of clusters to classes, adjusted Rand \
      index,
      normalised mutual information, silhouette (standardised attributes), seconds.

        mvn -q compile exec:java -Dexec.mainClass=weka.core.neural.compare.ClusterComparison \\
            -Dexec.args="[options] [ARFF and IDX files, folders]"

      The last attribute is the class; it is removed before clustering. Without files: iris, two spirals, moons, \
      digits.
      Without -add: SimpleKMeans, EM and NeuralClusterer, each set to find as many clusters as there are classes.
      NeuralClusterer gets the image size of the digits unless its options include -input.

        -add CLUSTERER   class name and options in quotes, %d for the number of classes; may be repeated:
                         -add "weka.clusterers.SimpleKMeans -N %d -S 3"
        -rows N          use N random rows of a larger data set (all)
        -h               this help

      Exit status: 0 done, 1 something failed, 2 invalid arguments.
      """;
  private static final List<String> DEFAULT = List.of("weka.clusterers.SimpleKMeans -N %d", "weka.clusterers.EM -N %d",
      "weka.clusterers.NeuralClusterer -N %d");

  private ClusterComparison() {}

  public static void main(String[] arguments) {
    WekaJvm.prepare();
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** @return exit status */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    List<String> clusterers = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Source> sources;
    int rows = 0;
    try {
      for (int i = 0; i < arguments.length; i++) {
        switch (arguments[i]) {
          case "-h", "-help", "--help" -> {
            out.print(HELP);
            return 0;
          }
          case "-add" -> clusterers.add(value(arguments, ++i));
          case "-rows" -> rows = Integer.parseInt(value(arguments, ++i));
          default -> {
            if (arguments[i].startsWith("-")) {
              throw new IllegalArgumentException("unknown option '" + arguments[i] + "'; -h lists the options");
            }
            paths.add(Path.of(arguments[i]));
          }
        }
      }
      clusterers.forEach(c -> clusterer(c, 2));
      sources = paths.isEmpty() ? Sources.clusters(Path.of("datasets")) : Sources.named(paths, problems);
    } catch (IllegalArgumentException | IOException e) {
      err.println("clusters: " + Problem.reason(e));
      return 2;
    }
    List<ClusterScores> scores = run(sources, clusterers.isEmpty() ? DEFAULT : clusterers, rows, problems, err);
    out.print(ClusterScores.table(scores));
    out.println();
    ClusterScores.NOTES.forEach(out::println);
    problems.forEach(p -> err.println("! " + p));
    return problems.isEmpty() ? 0 : 1;
  }

  private static String value(String[] arguments, int index) {
    if (index >= arguments.length) {
      throw new IllegalArgumentException("option " + arguments[index - 1] + " needs a value; -h lists the options");
    }
    return arguments[index];
  }

  /**
   * Every clusterer on every data set with a nominal class.
   *
   * @param rows the most rows of a data set, drawn at random; 0 for all
   * @param problems receives failures
   * @param progress receives a line when a clusterer starts
   */
  static List<ClusterScores> run(List<Source> sources, List<String> clusterers, int rows, List<Problem> problems,
      PrintStream progress) {
    List<ClusterScores> scores = new ArrayList<>();
    for (Source source : sources) {
      Instances data;
      try {
        data = source.read();
        if (!data.classAttribute().isNominal()) {
          throw new IllegalArgumentException(
              "its last attribute is not nominal, so there are no classes to compare with");
        }
      } catch (IOException | RuntimeException e) {
        problems.add(Problem.of(source.name(), e));
        continue;
      }
      if (rows > 0 && data.numInstances() > rows) {
        data.randomize(new Random(1));
        data = new Instances(data, 0, rows);
      }
      for (String plain : clusterers) {
        String text = ofImages(plain, source.imageSize());
        try {
          progress.println("  " + data.relationName() + ", " + name(text));
          scores.add(ClusterScores.of(name(text), clusterer(text, classes(data)), data));
        } catch (Exception e) {
          problems.add(Problem.of(data.relationName() + ", " + text, e));
        }
      }
    }
    return scores;
  }

  /** Sets NeuralClusterer's image size where rows are images, unless the user has set it. */
  private static String ofImages(String clusterer, @Nullable String size) {
    List<String> words = List.of(clusterer.trim().split("\\s+"));
    boolean open = words.get(0).equals(NeuralClusterer.class.getName()) && !words.contains("-input");
    return size == null || !open ? clusterer : clusterer + " -input " + size;
  }

  static List<ClusterScores> run(List<Source> sources, List<Problem> problems, PrintStream progress) {
    return run(sources, DEFAULT, 0, problems, progress);
  }

  /** The number of classes that occur; some data sets declare more. */
  private static int classes(Instances data) {
    int[] counts = data.attributeStats(data.classIndex()).nominalCounts;
    return (int) Arrays.stream(counts).filter(n -> n > 0).count();
  }

  /** The class name without package, and the options except the number of clusters. */
  private static String name(String text) {
    String first = text.trim().split("\\s+")[0];
    return (first.substring(first.lastIndexOf('.') + 1) + " " + text.trim().substring(first.length())
        .replaceFirst("-N\\s+%d", "").trim()).trim();
  }

  private static Clusterer clusterer(String text, int classes) {
    try {
      String[] words = Utils.splitOptions(text.replace("%d", Integer.toString(classes)));
      String name = words[0];
      words[0] = "";
      return AbstractClusterer.forName(name, words);
    } catch (Exception e) {
      throw new IllegalArgumentException("clusterer '" + text + "': " + Problem.reason(e), e);
    }
  }
}
