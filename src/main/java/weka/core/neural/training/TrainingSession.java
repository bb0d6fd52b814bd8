package weka.core.neural.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ruru.blas.BlasProvider;
import ruru.data.Augmentation;
import ruru.data.AugmentedDataset;
import ruru.data.FilterSheet;
import ruru.data.PngFile;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.io.Model;
import ruru.nn.text.Linearity;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.Dataset;
import ruru.nn.train.Ensemble;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.Environment;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.options.ClassWeights;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.run.Progress;
import weka.core.neural.run.StopRequest;

/** A training in progress: from Weka's rows to a {@link FittedNetwork}, one epoch a call. */
public final class TrainingSession {
  private static final int IMAGES_DRAWN = 4;

  private final Recipe recipe;
  /** What the members are; empty when training goes on. */
  private List<MemberKind> kinds;
  /** What was left to the data, and why it became what it is. */
  private String decisions;
  /** Whether fewer networks may predict than were trained. */
  private boolean mayLeaveOut;
  /** Whether training was ended before its time, to keep what it had. */
  private boolean stopped;
  /** The members that predict. */
  private List<Training> members;
  private final FittedNetwork fitted;
  private final Dataset rows;
  private final Ensemble ensemble;
  private final Progress progress;
  private UpdateTrace trace;
  private final int starts;
  private final double secondsBefore;
  private final long start = System.nanoTime();

  /**
   * Starts anew.
   *
   * @param data     {@link #learnable} rows
   * @param encoder  learned from these rows; at least one input
   * @param updates  how many updates to write down
   * @param decimals of numbers in texts
   * @throws InterruptedException if the thread was interrupted, and nothing has been learnt that is to be kept
   */
  public static TrainingSession start(Instances data, RowEncoder encoder, NeuralSettings wanted, int seed,
      int updates, int decimals, Progress progress) throws InterruptedException {
    NeuralSettings settings = TruthTable.settings(wanted, data);
    Loss.Task task = data.classAttribute().isNominal() ? Loss.Task.CLASSES : Loss.Task.NUMBERS;
    Loss loss = Recipe.loss(settings, task);
    ClassEncoder classes = new ClassEncoder(data, loss, settings.getScaling(),
        NeuralSettings.isAuto(wanted.getLayers()));
    Dataset rows = rows(data, encoder, classes, settings);
    List<MemberKind> kinds = MemberKind.of(settings, loss, task, encoder, data.numInstances());
    Recipe recipe = Recipe.of(settings, kinds.get(0).network(rows), loss, task, data.numInstances(), seed);
    if (recipe.search() != null) {
      KindSearch search = new KindSearch(recipe, rows, progress);
      try {
        kinds = search.run(kinds);
      } catch (InterruptedException e) {
        StopRequest.keepOrThrow(e);
        return ofFolds(search.trained(), recipe, rows, encoder, classes, settings, progress);
      }
    }
    // With few rows the mean of both kinds predicts numbers better than either.
    kinds = MemberKind.best(kinds, task == Loss.Task.NUMBERS ? MemberKind.FAR_BETTER : MemberKind.CLEARLY_BETTER,
        recipe.members());
    List<NeuralModel> models = new ArrayList<>();
    for (int m = 0; m < recipe.members(); m++) {
      Network network = kinds.get(m % kinds.size()).network(rows);
      Starts.choose(network, recipe, m, rows, progress);
      models.add(new NeuralModel(network, loss, classes.classes(), settings.mostThreads()));
    }
    FittedNetwork fitted = new FittedNetwork(encoder, classes, models);
    TrainingSession session = new TrainingSession(rows, recipe, kinds, fitted,
        trainings(fitted, recipe, kinds, rows, progress), progress.from(0), null);
    session.trace(updates, decimals);
    session.decisions = Decisions.describe(wanted, settings != wanted, recipe, kinds, data.numInstances())
        + UnusedOptions.intervals(settings, task == Loss.Task.CLASSES) + UnusedOptions.imageCache(settings, encoder);
    String linear = Linearity.remark(kinds.get(0).steps());
    if (linear != null) {
      progress.message(linear);
    }
    session.mayLeaveOut = NeuralSettings.isAuto(settings.getMembers());
    return session;
  }

  /**
   * Training was stopped while its number of epochs was looked for: what has been learnt so far are the networks of the
   * folds.
   *
   * @throws InterruptedException if there are none
   */
  private static TrainingSession ofFolds(List<Training> trained, Recipe recipe, Dataset rows, RowEncoder encoder,
      ClassEncoder classes, NeuralSettings settings, Progress progress) throws InterruptedException {
    if (trained.isEmpty()) {
      throw new InterruptedException("training was stopped in its first epoch");
    }
    List<NeuralModel> models = trained.stream()
        .map(t -> new NeuralModel(t.network(), recipe.loss(), classes.classes(), settings.mostThreads())).toList();
    TrainingSession session = new TrainingSession(rows, recipe, List.of(),
        new FittedNetwork(encoder, classes, models), trained, progress, null);
    session.stopped = true;
    session.decisions = "Stopped while the number of epochs was looked for: the networks are those of the "
        + "cross-validation, each trained\nwithout the rows of its fold\n";
    return session;
  }

  private static Dataset rows(Instances data, RowEncoder encoder, ClassEncoder classes, NeuralSettings settings) {
    float[] weights = ClassWeights.of(data, settings.getClassWeights());
    RowWeights.requireSome(weights);
    Dataset rows = encoder.dataset(data, classes.targets(data, weights));
    return settings.images().hasAugmentation()
        ? new AugmentedDataset(rows, Augmentation.parse(settings.images().getAugment())) : rows;
  }

  /**
   * Goes on from where a training stopped, for as many further epochs as the settings say.
   *
   * @throws IllegalArgumentException if a setting that can no longer be changed is another one than before
   */
  public static TrainingSession resume(Instances data, FittedNetwork fitted, TrainingReport before,
      NeuralSettings wanted, int seed, Progress progress) {
    NeuralSettings settings = TruthTable.settings(wanted, data);
    NeuralModel model = fitted.models().get(0);
    Loss.Task task = fitted.classes().task();
    Recipe recipe = Recipe.of(settings, model.network(), model.loss(), task, data.numInstances(), seed);
    if (!NeuralSettings.isAuto(wanted.getLayers())) {
      requireSame("layers", NetworkText.print(model.network().steps()),
          NetworkText.print(Recipe.layers(settings, model.loss(), task, data.numInstances(),
              fitted.inputs().shape())));
    }
    if (!NeuralSettings.isAuto(settings.getLoss())) {
      requireSame("loss", RecordText.print(model.loss()), RecordText.print(Recipe.loss(settings, task)));
    }
    requireSame("scaling", StrictOptions.lowerCase(fitted.inputs().scaling()),
        StrictOptions.lowerCase(settings.getScaling()));
    if (!NeuralSettings.isAuto(settings.getBins())) {
      requireSame("bins", Integer.toString(fitted.inputs().bins()), settings.getBins());
    }
    if (settings.images().hasInput()) {
      requireSame("input", fitted.inputs().input(), settings.images().getInput());
    }
    if (!NeuralSettings.isAuto(settings.getMembers())) {
      requireSame("members", Integer.toString(fitted.models().size()), settings.getMembers());
    }
    requireSame("optimizer", RecordText.print(model.training().optimizer()),
        RecordText.print(recipe.training().optimizer()));
    Dataset rows = rows(data, fitted.inputs(), fitted.classes(), settings);
    List<Training> trainings = trainings(fitted, recipe, List.of(), rows, progress);
    for (int m = 0; m < trainings.size(); m++) {
      trainings.get(m).resume(fitted.models().get(m).training().checkpoint());
    }
    return new TrainingSession(rows, recipe, List.of(), fitted, trainings, progress.from(before.epochs()), before);
  }

  private static List<Training> trainings(FittedNetwork fitted, Recipe recipe, List<MemberKind> kinds, Dataset rows,
      Progress progress) {
    int count = fitted.models().size();
    List<Training> trainings = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      TrainingSettings own = recipe.training().withSeed(recipe.seed(m));
      if (!kinds.isEmpty() && kinds.get(m % kinds.size()).epochs() > 0) {
        own = own.withEpochs(kinds.get(m % kinds.size()).epochs());
      }
      trainings.add(new Training(fitted.models().get(m).network(), recipe.loss(),
          count == 1 ? own : own.withThreads(1), rows, Split.of(rows, recipe.validation(), recipe.seed(m)),
          BlasProvider.get(), progress::message));
    }
    return trainings;
  }

  /**
   * Sees whether training can go on with the folder of image files that is set now.
   *
   * @throws IllegalArgumentException if it is another one than before
   */
  public static void requireSameImages(FittedNetwork fitted, NeuralSettings settings) {
    if (!fitted.inputs().isTrainedIn(settings.images())) {
      throw another("images", fitted.inputs().images(), settings.images().getImages());
    }
  }

  private static void requireSame(String setting, String before, String now) {
    if (!before.equals(now)) {
      throw another(setting, before, now);
    }
  }

  private static IllegalArgumentException another(String setting, String before, String now) {
    return new IllegalArgumentException(setting + ": the model was trained with '" + before
        + "' and can only go on with it, got '" + now + "'");
  }

  /** @param before what happened earlier; null at the beginning */
  private TrainingSession(Dataset rows, Recipe recipe, List<MemberKind> kinds, FittedNetwork fitted,
      List<Training> trainings, Progress progress, TrainingReport before) {
    this.recipe = recipe;
    this.kinds = kinds;
    this.fitted = fitted;
    this.rows = rows;
    this.progress = progress;
    members = trainings;
    ensemble = new Ensemble(trainings, recipe.training().threads());
    decisions = before == null ? "" : Decisions.ofFirst(before.decisions(), before.epochs());
    starts = before == null ? recipe.starts() : before.starts();
    secondsBefore = before == null ? 0 : before.seconds();
  }

  private void trace(int updates, int decimals) {
    if (updates > 0) {
      trace = new UpdateTrace(fitted.models().get(0).network(), recipe.loss(), fitted.classes(), rows, updates,
          decimals);
      members.get(0).trainer().observe(trace);
    }
  }

  /**
   * The rows that can be learned from: the class is known, the weight is above 0.
   *
   * @throws IllegalArgumentException if a weight is negative, or none is above 0
   */
  public static Instances learnable(Instances data) {
    return RowWeights.counting(data, row -> !row.classIsMissing());
  }

  /**
   * Prepares {@link #learnable} rows for a model without a network: the same settings are refused as with one, and the
   * classes have their weights, in place.
   *
   * @throws IllegalArgumentException if the loss or the weights of the classes do not fit the class
   */
  public static void prepareWithoutInputs(Instances rows, NeuralSettings settings) {
    Recipe.loss(settings, rows.classAttribute().isNominal() ? Loss.Task.CLASSES : Loss.Task.NUMBERS);
    RowWeights.requireSome(ClassWeights.of(rows, settings.getClassWeights()));
    ClassWeights.apply(rows, settings.getClassWeights());
  }

  /**
   * Trains for one epoch; false if training is over.
   *
   * @throws InterruptedException if the thread was interrupted, and nobody wants what has been learnt so far
   */
  public boolean next() throws InterruptedException {
    try {
      boolean more = !stopped && ensemble.next();
      if (more) {
        progress.epoch(ensemble.members().get(0));
      }
      return more;
    } catch (InterruptedException e) {
      StopRequest.keepOrThrow(e);
      stopped = true;
      return false;
    }
  }

  /**
   * Ends it: the best weights are in the networks afterwards.
   *
   * @param resumable whether to keep what is needed to go on later
   */
  public TrainingReport finish(boolean resumable) {
    for (int m = 0; m < ensemble.members().size(); m++) {
      Training training = ensemble.members().get(m);
      fitted.models().get(m).setTraining(
          resumable ? new Model.SavedTraining(recipe.training().optimizer(), training.checkpoint()) : null);
      training.restoreBest();
    }
    if (mayLeaveOut && kinds.size() > 1 && recipe.validation() > 0) {
      leaveOutWorseKind();
    }
    return report();
  }

  private void leaveOutWorseKind() {
    List<MemberKind> measured = new ArrayList<>();
    for (int k = 0; k < kinds.size(); k++) {
      int kind = k;
      double loss = IntStream.range(0, members.size()).filter(m -> m % kinds.size() == kind).mapToObj(members::get)
          .mapToDouble(Training::bestValidationLoss).average().orElseThrow();
      measured.add(kinds.get(k).found(0, loss));
    }
    List<MemberKind> best = MemberKind.best(measured, MemberKind.CLEARLY_BETTER, members.size());
    if (best.size() < kinds.size()) {
      int kind = measured.indexOf(best.get(0));
      int[] kept = IntStream.range(0, members.size()).filter(m -> m % kinds.size() == kind).toArray();
      members = IntStream.of(kept).mapToObj(members::get).toList();
      fitted.keep(kept);
      kinds = best;
    }
  }

  /**
   * How far predictions of a number are off on rows that were not trained on. To be asked after {@link #finish}.
   *
   * @param folds the setting intervals
   * @return null for a nominal class
   */
  public PredictionIntervals intervals(String folds) throws InterruptedException {
    if (fitted.classes().task() == Loss.Task.CLASSES) {
      return null;
    } else if (stopped && members.get(0).split().validation().length == 0) {
      return PredictionIntervals.stopped();
    }
    try {
      return HeldOut.intervals(recipe, fitted, rows, members, stopped ? NeuralSettings.AUTO : folds, progress);
    } catch (InterruptedException e) {
      StopRequest.keepOrThrow(e);
      stopped = true;
      return PredictionIntervals.stopped();
    }
  }

  /** What happened so far. */
  public TrainingReport report() {
    return new TrainingReport(members, recipe, kinds, decisions, starts,
        secondsBefore + (System.nanoTime() - start) / 1e9);
  }

  /** What is being trained; predicts with the latest weights until {@link #finish}. */
  public FittedNetwork fitted() {
    return fitted;
  }

  /**
   * Sees, before a long training, whether a network's filters can be drawn afterwards.
   *
   * @param variables that may stand in the file's name; null for the system's
   * @throws IOException              if the file cannot be written
   * @throws IllegalArgumentException if no layer convolves images
   */
  public static void requireFilters(FittedNetwork fitted, String file, Environment variables) throws IOException {
    FilterSheet.requireConvolution(fitted.models().get(0).network());
    FileOptions.writable("draw-filters", file, variables);
  }

  /**
   * Draws the filters of the first network's first convolution, and what they make of some rows, into a PNG file.
   *
   * @throws IOException              if the file cannot be written
   * @throws IllegalArgumentException if no layer convolves images
   */
  public void drawFilters(Path file) throws IOException {
    PngFile.write(FilterSheet.draw(fitted.models().get(0).network(), rows, IMAGES_DRAWN, BlasProvider.get()), file);
  }

  /** The updates written down; empty if none were asked for. */
  public String trace() {
    return trace == null ? "" : trace.toString();
  }
}
