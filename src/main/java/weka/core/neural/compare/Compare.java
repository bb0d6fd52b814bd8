package weka.core.neural.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ruru.blas.BlasProvider;
import weka.core.WekaPackageManager;

/**
 * Command-line program: compares NeuralNet with linear models, support vector machines and whatever else is asked
 * for, on data sets of the user's choice. {@link Settings#HELP} is its manual.
 */
public final class Compare {

  private static final Path DATASETS = Path.of("datasets");

  private Compare() {}

  public static void main(String[] arguments) throws Exception {
    prepareJvm();
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Settings that must be there before the first class of Weka is loaded. */
  static void prepareJvm() {
    System.setProperty("java.awt.headless", "true");
    // netlib-java's native libraries do not load on today's systems; it would say so at length.
    for (String library : List.of("BLAS", "LAPACK", "ARPACK")) {
      String key = "com.github.fommil.netlib." + library;
      if (System.getProperty(key) == null) {
        System.setProperty(key, "com.github.fommil.netlib.F2j" + library);
      }
    }
    if (System.getProperty("weka.packageManager.offline") == null) {
      System.setProperty("weka.packageManager.offline", "true");
    }
  }

  /**
   * The whole program but for the settings of the JVM.
   *
   * @return exit status
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) throws Exception {
    Settings settings;
    Lineups lineups;
    try {
      settings = Settings.parse(arguments);
      if (settings.help()) {
        out.print(Settings.HELP);
        return 0;
      }
      lineups = lineups(settings);
    } catch (IllegalArgumentException e) {
      err.println("compare: " + e.getMessage());
      return 2;
    }
    try {
      return compare(settings, lineups, out, err);
    } catch (IOException e) {
      err.println("compare: cannot read or write in the file system: " + Problem.reason(e));
      return 1;
    }
  }

  static Lineups lineups(Settings settings) throws Exception {
    if (!settings.added().isEmpty()) {
      // A scheme that is added may come from an installed package.
      WekaPackageManager.loadPackages(false, true, false);
    }
    List<Scheme> added = settings.added().stream().map(Scheme::parse).toList();
    added.forEach(Lineup::requireUseful);
    Map<Task, Lineup> ofTables = new EnumMap<>(Task.class);
    for (Task task : List.of(Task.CLASSIFICATION, Task.REGRESSION)) {
      ofTables.put(task, Lineup.of(task, settings.multilayerPerceptron(), added));
    }
    Map<String, Lineup> ofImages = new LinkedHashMap<>();
    if (settings.images()) {
      Sources.images(DATASETS).forEach(source -> ofImages.put(source.imageSize(),
          Lineup.ofImages(source.imageSize(), added)));
    }
    return new Lineups(ofTables, ofImages);
  }

  /** Runs the comparison, prints its tables, writes the report. */
  static int compare(Settings settings, Lineups lineups, PrintStream out, PrintStream err) throws Exception {
    long start = System.nanoTime();
    List<Problem> problems = new ArrayList<>();
    List<Source> sources = new ArrayList<>(settings.inputs().isEmpty() ? Sources.defaults(DATASETS)
        : Sources.named(settings.inputs(), problems));
    if (settings.images()) {
      sources.addAll(Sources.images(DATASETS));
    }
    // Says in the log whom it has found, which would else come in the middle of a line.
    BlasProvider.get();
    String setting = String.format(Locale.ROOT, "%d-fold cross-validation, %d run%s; every scheme sees the same folds.",
        settings.folds(), settings.runs(), settings.runs() == 1 ? "" : "s");
    out.println(setting);
    problems.forEach(problem -> out.println("! " + problem));

    Comparison.Outcome outcome = new Comparison(lineups, settings.folds(), settings.runs(), settings.output(), out)
        .run(sources);
    problems.addAll(outcome.problems());
    for (ResultTable table : outcome.tables()) {
      out.printf("%n%s%n%n%s%n", table.title(), TextTable.write(table));
      table.notes().forEach(out::println);
    }
    List<ClusterScores> clusters = List.of();
    if (settings.inputs().isEmpty()) {
      out.printf("%nClustering%n");
      clusters = ClusterComparison.run(Sources.clusters(DATASETS), problems, out);
      out.printf("%n%s%n%n%s%n%s%n", ClusterScores.TITLE, ClusterScores.table(clusters), ClusterScores.LEGEND);
    }
    List<Picture> pictures = new ArrayList<>(outcome.pictures());
    if (settings.inputs().isEmpty()) {
      pictures.addAll(autoencoders(settings.output(), problems));
    }
    Path report = settings.output().resolve("report.html");
    Files.writeString(report, HtmlReport.write(
        new Comparison.Outcome(outcome.tables(), pictures, outcome.curves(), problems, outcome.files()),
        clusters, lineups, setting),
        StandardCharsets.UTF_8);

    out.println();
    if (!problems.isEmpty()) {
      err.printf("Could not be done (%d):%n", problems.size());
      problems.forEach(problem -> err.println("  " + problem));
    }
    out.println("Report: " + report);
    pictures.forEach(picture -> out.println(picture.title() + ": " + picture.file()));
    outcome.files().forEach(file -> out.println("All results, for the Experimenter: " + file));
    out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
    if (outcome.tables().isEmpty()) {
      err.println("compare: no data set could be compared");
      return 1;
    }
    return 0;
  }

  private static List<Picture> autoencoders(Path folder, List<Problem> problems) {
    Source digits = Sources.images(DATASETS).get(0);
    try {
      return new AutoencoderPictures(digits, folder).draw();
    } catch (Exception e) {
      problems.add(Problem.of(digits.name() + ", autoencoders", e));
      return List.of();
    }
  }
}
