package weka.core.neural.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ruru.nn.text.Excerpt;
import weka.core.Instances;

/**
 * Runs the schemes over the data sets, one after the other so that training times can be compared. A failure is
 * recorded as a {@link Problem}, and the rest continues.
 */
final class Comparison {

  /**
   * The results of a comparison.
   *
   * @param tables all tables, the measure of each task first, then the training times
   * @param pictures what networks have learnt
   * @param curves the learning curves of the schemes that have them
   * @param problems what failed
   * @param files the files of full results
   * @param sizes the data sets' sizes as text, by name
   */
  record Outcome(List<ResultTable> tables, List<Picture> pictures, List<LearningCurves> curves, List<Problem> problems,
      List<Path> files, Map<String, String> sizes) {

    Outcome with(List<Picture> allPictures, List<Problem> allProblems) {
      return new Outcome(tables, allPictures, curves, allProblems, files, sizes);
    }
  }

  static final String FILTERS = "filters.png";

  private final Lineups lineups;
  private final int folds;
  private final int runs;
  private final Path folder;
  private final FoldStore store;
  private final PrintStream progress;

  private final UniqueNames names = new UniqueNames();
  private final Map<Task, CrossValidation> experiments = new EnumMap<>(Task.class);
  private final List<Picture> pictures = new ArrayList<>();
  private final List<LearningCurves> curves = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> sizes = new LinkedHashMap<>();
  private int read;

  /**
   * @param folder where the results go
   * @param store of the folds that have been evaluated, now or by a comparison that was stopped
   * @param progress receives a line for each data set and scheme
   */
  Comparison(Lineups lineups, int folds, int runs, Path folder, FoldStore store, PrintStream progress) {
    this.lineups = lineups;
    this.folds = folds;
    this.runs = runs;
    this.folder = folder;
    this.store = store;
    this.progress = progress;
  }

  /**
   * Runs everything; to be called once.
   *
   * @throws Exception if the results cannot be written or the thread is interrupted
   */
  Outcome run(List<Source> sources) throws Exception {
    for (Task task : Task.values()) {
      experiments.put(task, new CrossValidation(task, lineups.of(task), folds, runs, folder.resolve(task.fileName()),
          store));
    }
    for (Source source : sources) {
      try {
        compareOn(source, read(source));
      } catch (NotWritten e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        Problem problem = Problem.of(source.name(), e);
        problems.add(problem);
        progress.printf(Locale.ROOT, "%n! %s%n", problem);
      }
    }
    return outcome();
  }

  private Instances read(Source source) throws IOException {
    Instances data = source.read();
    Lineups.task(source, data);
    if (data.numInstances() < folds) {
      throw new IOException(String.format(Locale.ROOT, "it has %d rows, fewer than the %d folds (-folds)",
          data.numInstances(), folds));
    }
    String relation = data.relationName();
    data.setRelationName(names.claim(relation));
    String size = size(source, data);
    sizes.put(data.relationName(), size);
    progress.printf(Locale.ROOT, "%n%s (%s): %s%n", data.relationName(), source.name(), size);
    if (!data.relationName().equals(relation)) {
      progress.printf(Locale.ROOT,
          "  its relation is named '%s'; here it is called '%s', so that names are unique%n",
          Excerpt.of(relation), data.relationName());
    }
    return data;
  }

  private static String size(Source source, Instances data) {
    int attributes = data.numAttributes() - 1;
    String inputs = source.imageSize() == null
        ? " rows, " + attributes + (attributes == 1 ? " attribute, " : " attributes, ")
        : " images, " + source.imageSize() + " pixels, ";
    return data.numInstances() + inputs
        + (data.classAttribute().isNominal() ? data.numClasses() + " classes" : "numeric class");
  }

  private void compareOn(Source source, Instances data) throws InterruptedException, NotWritten {
    Task task = Lineups.task(source, data);
    Lineup lineup = lineups.of(source, data);
    CrossValidation experiment = Objects.requireNonNull(experiments.get(task));
    String rows = Fingerprint.of(data);
    store.unused(task, data.relationName(), rows, lineup).forEach((reason, count) -> progress.printf(Locale.ROOT,
        "  %d of the folds in %s cannot be used: %s%n", count, store.file(), reason));
    for (Scheme scheme : lineup.schemes()) {
      boolean done = attempt(data, scheme, scheme.label(), () -> {
        CrossValidation.Score score = experiment.run(data, rows, scheme);
        read += score.read();
        return new Step.Result(String.format(Locale.ROOT, "%8.2f %% %s", score.mean(),
            task == Task.REGRESSION ? "error" : "right"),
            score.read() == 0 ? "" : String.format(Locale.ROOT, ", %d of %d folds read", score.read(), score.folds()));
      });
      if (done && LearningCurves.offeredBy(scheme)) {
        boolean drawn = task == Task.IMAGES && scheme.equals(lineup.baseScheme()) && pictures.isEmpty();
        attempt(data, scheme, scheme.label() + ", learning curve" + (drawn ? ", filters" : ""), () -> {
          Scheme trained = drawn ? scheme.withOption("draw-filters", filters().toString()) : scheme;
          curves.add(LearningCurves.train(trained, data));
          if (drawn) {
            pictures.add(filters(data, scheme));
          }
          return new Step.Result(String.format(Locale.ROOT, "%16s", "all rows"), "");
        });
      }
    }
  }

  private Path filters() {
    return folder.resolve(FILTERS);
  }

  private Picture filters(Instances data, Scheme scheme) {
    return new Picture("What the " + scheme.label() + " has learnt from " + data.relationName(),
        "Trained on all rows. Above: the filters of its first convolution. Below, for some rows: the image and the "
            + "map that each of these filters produces. Every filter and every map has its own scale, from its lowest "
            + "value (black) to its highest (white).",
        filters());
  }

  private interface Step {

    /** What is said of it before and after the time that it took. */
    record Result(String figure, String remark) {}

    Result run() throws Exception;
  }

  private boolean attempt(Instances data, Scheme scheme, String title, Step step)
      throws InterruptedException, NotWritten {
    progress.printf(Locale.ROOT, "  %-36s", title);
    progress.flush();
    long start = System.nanoTime();
    try {
      Step.Result result = step.run();
      progress.printf(Locale.ROOT, "%s %9.2f s%s%n", result.figure(), (System.nanoTime() - start) / 1e9,
          result.remark());
      return true;
    } catch (InterruptedException | NotWritten e) {
      progress.println("stopped");
      throw e;
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      problems.add(Problem.of(data.relationName() + ", " + scheme.label(), e));
      progress.println("failed: " + Problem.reason(e));
      return false;
    }
  }

  /** How many folds a comparison that was stopped had evaluated. */
  int read() {
    return read;
  }

  private Outcome outcome() throws Exception {
    List<ResultTable> tables = new ArrayList<>();
    List<ResultTable> times = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Map.Entry<Task, CrossValidation> entry : experiments.entrySet()) {
      Task task = entry.getKey();
      Instances results = entry.getValue().finish();
      if (results != null) {
        SignificanceTables made = new SignificanceTables(task, lineups.of(task), results);
        tables.add(made.table(task.measure()));
        times.add(made.table(Measure.TRAINING_TIME));
        files.add(folder.resolve(task.fileName()));
      }
    }
    tables.addAll(times);
    return new Outcome(tables, pictures, curves, problems, files, sizes);
  }
}
