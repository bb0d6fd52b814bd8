package weka.core.neural;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ruru.blas.BlasProvider;
import ruru.data.AugmentedDataset;
import ruru.data.Augmentation;
import ruru.data.FilterSheet;
import ruru.data.PngFile;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Step;
import ruru.nn.io.Model;
import ruru.nn.schedules.Constant;
import ruru.nn.text.Linearity;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.Dataset;
import ruru.nn.train.Ensemble;
import ruru.nn.train.EpochSearch;
import ruru.nn.train.Folds;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.Environment;
import weka.core.Instances;
import weka.gui.Logger;

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
  /** The members that predict. */
  private List<Training> members;
  private final FittedNetwork fitted;
  private final Dataset rows;
  private final Ensemble ensemble;
  private final Progress progress;
  private final UpdateTrace trace;
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
   * @param log      told about progress; null to tell nobody
   */
  public static TrainingSession start(Instances data, RowEncoder encoder, NeuralSettings settings, int seed,
      int updates, int decimals, Logger log) throws InterruptedException {
    Loss.Task task = data.classAttribute().isNominal() ? Loss.Task.CLASSES : Loss.Task.NUMBERS;
    Loss loss = Recipe.loss(settings, task);
    ClassEncoder classes = new ClassEncoder(data, loss, settings.getScaling(),
        NeuralSettings.isAuto(settings.getLayers()));
    Progress progress = new Progress(log, "NeuralNet", 0);
    Dataset rows = rows(data, encoder, classes, settings);
    List<MemberKind> kinds = MemberKind.of(settings, task, encoder, data.numInstances());
    Recipe recipe = Recipe.of(settings, network(kinds.get(0).steps(), rows), loss, task, data.numInstances(), seed);
    if (recipe.search() != null) {
      kinds = search(recipe, kinds, rows, progress);
    }
    // With few rows the mean of both kinds predicts numbers better than either.
    kinds = MemberKind.best(kinds, task == Loss.Task.NUMBERS ? MemberKind.FAR_BETTER : MemberKind.CLEARLY_BETTER,
        recipe.members());
    List<NeuralModel> models = new ArrayList<>();
    for (int m = 0; m < recipe.members(); m++) {
      Network network = network(kinds.get(m % kinds.size()).steps(), rows);
      Starts.choose(network, recipe, m, rows);
      models.add(new NeuralModel(network, loss, classes.classes(), settings.mostThreads()));
    }
    FittedNetwork fitted = new FittedNetwork(encoder, classes, models);
    TrainingSession session = new TrainingSession(rows, recipe, kinds, fitted, updates, decimals, progress, null);
    session.decisions = Decisions.describe(settings, recipe, kinds, data.numInstances());
    String linear = Linearity.remark(kinds.get(0).steps());
    if (linear != null) {
      progress.message(linear);
    }
    session.mayLeaveOut = NeuralSettings.isAuto(settings.getMembers());
    return session;
  }

  private static Dataset rows(Instances data, RowEncoder encoder, ClassEncoder classes, NeuralSettings settings) {
    float[] weights = ClassWeights.of(data, settings.getClassWeights());
    RowWeights.requireSome(weights);
    Dataset rows = encoder.dataset(data, classes.targets(data, weights));
    return settings.images().hasAugmentation()
        ? new AugmentedDataset(rows, Augmentation.parse(settings.images().getAugment())) : rows;
  }

  private static Network network(List<Step> steps, Dataset rows) {
    int outputs = rows.targetShape().size();
    Network network = new Network(rows.inputShape(), outputs, steps);
    requireOutputs(network, outputs);
    return network;
  }

  /** Cross-validates each kind of network to find its number of epochs. */
  private static List<MemberKind> search(Recipe recipe, List<MemberKind> kinds, Dataset rows, Progress progress)
      throws InterruptedException {
    List<MemberKind> found = new ArrayList<>();
    for (MemberKind kind : kinds) {
      EpochSearch search = crossValidation(recipe, kind.steps(), rows, progress);
      int epochs = recipe.epochs(search.run());
      found.add(kind.found(epochs, search.lowestLoss()));
    }
    return found;
  }

  private static EpochSearch crossValidation(Recipe recipe, List<Step> steps, Dataset rows, Progress progress) {
    Recipe.Search search = recipe.search();
    List<Split> folds = Folds.of(rows, search.folds(), recipe.training().seed());
    List<Training> trainings = new ArrayList<>();
    for (int f = 0; f < folds.size(); f++) {
      if (IntStream.of(folds.get(f).training()).allMatch(r -> rows.weight(r) == 0)) {
        // With a class weight of 0, one fold may hold all rows that count.
        continue;
      }
      TrainingSettings own = recipe.training().withThreads(1).withPatience(0).withEpochs(search.epochs())
          .withSchedule(new Constant()).withSeed(recipe.seed(f));
      Network network = network(steps, rows);
      network.initialise(recipe.seed(f));
      trainings.add(new Training(network, recipe.loss(), own, rows, folds.get(f), BlasProvider.get(),
          progress::message));
    }
    return new EpochSearch(new Ensemble(trainings, recipe.training().threads()), search.epochs(), search.patience());
  }

  /**
   * Goes on from where a training stopped, for as many further epochs as the settings say.
   *
   * @throws IllegalArgumentException if a setting that can no longer be changed is another one than before
   */
  public static TrainingSession resume(Instances data, FittedNetwork fitted, TrainingReport before,
      NeuralSettings settings, int seed, Logger log) {
    NeuralModel model = fitted.models().get(0);
    Loss.Task task = fitted.classes().task();
    Recipe recipe = Recipe.of(settings, model.network(), model.loss(), task, data.numInstances(), seed);
    if (!NeuralSettings.isAuto(settings.getLayers())) {
      requireSame("layers", NetworkText.print(model.network().steps()),
          NetworkText.print(Recipe.layers(settings, task, data.numInstances(), fitted.inputs().shape())));
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
    return new TrainingSession(rows, recipe, List.of(), fitted, 0, 0, new Progress(log, "NeuralNet", before.epochs()),
        before);
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

  private TrainingSession(Dataset rows, Recipe recipe, List<MemberKind> kinds, FittedNetwork fitted, int updates,
      int decimals, Progress progress, TrainingReport before) {
    this.recipe = recipe;
    this.kinds = kinds;
    this.fitted = fitted;
    this.rows = rows;
    this.progress = progress;
    int count = fitted.models().size();
    List<Training> trainings = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      TrainingSettings own = recipe.training().withSeed(recipe.seed(m));
      if (!kinds.isEmpty() && kinds.get(m % kinds.size()).epochs() > 0) {
        own = own.withEpochs(kinds.get(m % kinds.size()).epochs());
      }
      Training training = new Training(fitted.models().get(m).network(), recipe.loss(),
          count == 1 ? own : own.withThreads(1), rows, Split.of(rows, recipe.validation(), recipe.seed(m)),
          BlasProvider.get(), progress::message);
      if (before != null) {
        training.resume(fitted.models().get(m).training().checkpoint());
      }
      trainings.add(training);
    }
    members = trainings;
    ensemble = new Ensemble(trainings, recipe.training().threads());
    decisions = before == null ? "" : before.decisions();
    starts = before == null ? recipe.starts() : before.starts();
    secondsBefore = before == null ? 0 : before.seconds();
    trace = updates == 0 ? null : new UpdateTrace(fitted.models().get(0).network(), recipe.loss(), fitted.classes(),
        rows, updates, decimals);
    trainings.get(0).trainer().observe(trace);
  }

  private static void requireOutputs(Network network, int outputs) {
    if (!network.outputShape().equals(Shape.of(outputs))) {
      throw new IllegalArgumentException("the network ends with shape " + network.outputShape() + ", but the class and "
          + "the loss need [" + outputs + "]; end the layers with 'output', or leave the output out");
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

  /** Trains for one epoch; false if training is over. */
  public boolean next() throws InterruptedException {
    boolean more = ensemble.next();
    if (more) {
      progress.epoch(ensemble.members().get(0));
    }
    return more;
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
    return fitted.classes().task() == Loss.Task.CLASSES ? null
        : HeldOut.intervals(recipe, fitted, rows, members, folds);
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
