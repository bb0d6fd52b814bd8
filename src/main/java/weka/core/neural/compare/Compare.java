package weka.core.neural.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.blas.BlasProvider;
import weka.core.WekaPackageManager;

/**
 * Command-line program: compares NeuralNet with linear models, support vector machines and other schemes on data sets
 * of the user's choice. {@link Settings#HELP} is its manual.
 */
public final class Compare {

  private static final Path DATASETS = Path.of("datasets");
  private static final String REPORT = "report.html";
  /** All files that a comparison may write, the report last: if it is there, so are the others. */
  private static final List<String> FILES = List.of(Task.CLASSIFICATION.fileName(), Task.REGRESSION.fileName(),
      Task.IMAGES.fileName(), Comparison.FILTERS, AutoencoderPictures.RESTORED, AutoencoderPictures.FILLED,
      AutoencoderPictures.FROM_CODE, AutoencoderPictures.GENERATED, SegmentationPicture.FILE, REPORT);

  private Compare() {}

  public static void main(String[] arguments) throws Exception {
    WekaJvm.prepare();
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * The whole program except the settings of the JVM.
   *
   * @return exit status
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) throws Exception {
    Settings settings;
    Lineups lineups;
    List<Source> sources;
    List<Problem> problems = new ArrayList<>();
    try {
      settings = Settings.parse(arguments);
      if (settings.help()) {
        out.print(Settings.HELP);
        return 0;
      }
      sources = sources(settings, problems);
      lineups = lineups(settings, sources);
    } catch (IllegalArgumentException e) {
      err.println("compare: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("compare: cannot read the folders of the data: " + Problem.reason(e));
      return 1;
    }
    try {
      return compare(settings, sources, lineups, problems, out, err);
    } catch (NotWritten e) {
      err.println("compare: " + e.getMessage() + formerResults(settings));
      return 1;
    } catch (IOException e) {
      err.println("compare: cannot read or write in the file system: " + Problem.reason(e) + formerResults(settings));
      return 1;
    } catch (Exception | Error e) {
      err.println("compare: aborted by an error: " + Problem.reason(e) + formerResults(settings));
      throw e;
    }
  }

  private static String formerResults(Settings settings) {
    return (Files.exists(settings.output().resolve(REPORT))
        ? "; the report of an earlier comparison was kept" : "") + formerFolds(settings);
  }

  private static String formerFolds(Settings settings) {
    Path folds = ResultFolder.folds(settings.output());
    return Files.exists(folds) ? "; the same command goes on with the folds in " + folds : "";
  }

  /** @param problems receives the folders without data */
  static List<Source> sources(Settings settings, List<Problem> problems) throws IOException {
    List<Source> sources = new ArrayList<>(settings.inputs().isEmpty() ? Sources.defaults(DATASETS)
        : Sources.named(settings.inputs(), problems));
    if (settings.images()) {
      sources.addAll(Sources.images(DATASETS));
    }
    return sources;
  }

  static Lineups lineups(Settings settings, List<Source> sources) throws Exception {
    if (!settings.added().isEmpty()) {
      // An added scheme may come from an installed package.
      WekaPackageManager.loadPackages(false, true, false);
    }
    List<Scheme> added = settings.added().stream().map(Scheme::parse).toList();
    added.forEach(Lineup::requireUseful);
    return Lineups.of(sources, settings.multilayerPerceptron(), added);
  }

  /**
   * Runs the comparison, prints its tables, writes the report.
   *
   * @param problems earlier problems, to which new ones are added
   */
  static int compare(Settings settings, List<Source> sources, Lineups lineups, List<Problem> problems, PrintStream out,
      PrintStream err) throws Exception {
    Stopwatch watch = new Stopwatch();
    // The BLAS logs its name, which would otherwise appear in the middle of a line.
    BlasProvider.get();
    String setting = String.format(Locale.ROOT, "%d-fold cross-validation, %d run%s; every scheme sees the same folds.",
        settings.folds(), settings.runs(), settings.runs() == 1 ? "" : "s");
    out.println(setting);
    problems.forEach(problem -> out.println("! " + problem));
    try (
        ResultFolder folder =
            new ResultFolder(settings.output(), FILES,
                () -> err.println(System.lineSeparator() + "compare: stopped" + formerResults(settings)));
        FoldStore store = store(settings, folder, lineups)) {
      store.remarks().forEach(out::println);
      Comparison comparison = new Comparison(lineups, settings.folds(), settings.runs(), folder.unfinished(), store,
          out);
      Comparison.Outcome outcome = comparison.run(sources);
      problems.addAll(outcome.problems());
      outcome.tables().forEach(table -> print(table, out));
      List<ClusterScores> clusters = List.of();
      List<Picture> pictures = new ArrayList<>(outcome.pictures());
      if (settings.inputs().isEmpty()) {
        clusters = clusters(problems, out);
        pictures.addAll(autoencoders(folder.unfinished(), problems));
        pictures.addAll(segmentation(folder.unfinished(), problems));
      }
      if (!problems.isEmpty()) {
        err.printf(Locale.ROOT, "Failed (%d):%n", problems.size());
        problems.forEach(problem -> err.println("  " + problem));
      }
      if (outcome.tables().isEmpty()) {
        err.println("compare: no data set could be compared" + formerResults(settings));
        return 1;
      }
      String duration = watch + (comparison.read() == 0 ? "" : String.format(Locale.ROOT,
          ", and what %d folds took that a comparison which was stopped had evaluated", comparison.read()));
      write(folder.unfinished().resolve(REPORT),
          HtmlReport.write(outcome.with(pictures, problems), clusters, lineups, setting, duration));
      folder.publish();
      out.printf(Locale.ROOT, "%nReport: %s%n", settings.output().resolve(REPORT));
      pictures.forEach(picture -> out.println(picture.title() + ": " + folder.published(picture.file())));
      outcome.files().forEach(file -> out.println("All results, for the Experimenter: " + folder.published(file)));
    }
    out.println(watch);
    return problems.isEmpty() ? 0 : 1;
  }

  private static FoldStore store(Settings settings, ResultFolder folder, Lineups lineups) throws IOException {
    if (settings.fresh()) {
      Files.deleteIfExists(folder.folds());
    }
    return new FoldStore(folder.folds(), Basis.of(lineups, settings.folds()));
  }

  private static void write(Path file, String text) throws NotWritten {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new NotWritten(file, bytes.length, e);
    }
  }

  private static void print(ResultTable table, PrintStream out) {
    out.printf(Locale.ROOT, "%n%s%n%n%s%n", table.title(), TextTable.write(table));
    table.notes().forEach(out::println);
  }

  private static List<ClusterScores> clusters(List<Problem> problems, PrintStream out) {
    out.printf(Locale.ROOT, "%nClustering%n");
    List<ClusterScores> clusters = ClusterComparison.run(Sources.clusters(DATASETS), problems, out);
    out.printf(Locale.ROOT, "%n%s%n%n%s%n", ClusterScores.TITLE, ClusterScores.table(clusters));
    ClusterScores.NOTES.forEach(out::println);
    return clusters;
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

  private static List<Picture> segmentation(Path folder, List<Problem> problems) {
    try {
      return List.of(new SegmentationPicture(folder).draw(240, "-epochs 40"));
    } catch (Exception e) {
      problems.add(Problem.of("segmentation of scenes", e));
      return List.of();
    }
  }
}
