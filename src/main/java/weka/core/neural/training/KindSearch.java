package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.schedules.Constant;
import ruru.nn.train.Dataset;
import ruru.nn.train.Ensemble;
import ruru.nn.train.EpochSearch;
import ruru.nn.train.Folds;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.neural.Effort;
import weka.core.neural.options.EpochSearchBudget;
import weka.core.neural.run.Progress;

/** Cross-validates each kind of network to find its number of epochs. */
final class KindSearch {
  /** The loss of a linear network, trained on all rows at once, falls smoothly. */
  private static final int PATIENCE_OF_LINEAR = 10;

  private final Recipe recipe;
  private final Dataset rows;
  private final List<Split> splits;
  private final Progress progress;
  private final List<Training> trained = new ArrayList<>();
  /** Of the linear kind at hand: all of them together would take much memory. */
  private List<Training> linear = List.of();

  /**
   * What was found of a kind.
   *
   * @param losses of a linear kind in each split that has rows of any weight, after the iterations that were found
   */
  record Found(MemberKind kind, double[] losses) {}

  /** By the cross-validation of the recipe. */
  KindSearch(Recipe recipe, Dataset rows, Progress progress) {
    this(recipe, rows, Folds.of(rows, budget(recipe).folds(), recipe.training().seed()), progress);
  }

  /** By the rows held out in each of some splits. */
  KindSearch(Recipe recipe, Dataset rows, List<Split> splits, Progress progress) {
    this.recipe = recipe;
    this.rows = rows;
    this.splits = splits;
    this.progress = progress;
  }

  private static EpochSearchBudget budget(Recipe recipe) {
    return Objects.requireNonNullElse(recipe.search(), Effort.NORMAL.search());
  }

  /**
   * The same kinds with their number of epochs.
   *
   * @throws InterruptedException if the thread was interrupted; see {@link #trained}
   */
  List<MemberKind> run(List<MemberKind> kinds) throws InterruptedException {
    List<MemberKind> found = new ArrayList<>();
    for (MemberKind kind : kinds) {
      EpochSearch search = search(kind, trainings(kind));
      int epochs = run(search, "finding the number of epochs by cross-validation on the training rows, epoch");
      found.add(recipe.search() != null ? kind.found(recipe.epochs(epochs), search.lowestLoss())
          : kind.found(0, last(search.curve())));
    }
    return found;
  }

  /**
   * Linear kinds with their number of iterations.
   *
   * @param level they are trained for the most iterations whose loss is at most this many times the lowest
   * @throws InterruptedException if the thread was interrupted; see {@link #trained}
   */
  List<Found> runLinear(List<MemberKind> kinds, double level) throws InterruptedException {
    List<Found> found = new ArrayList<>();
    for (MemberKind kind : kinds) {
      linear = trainings(kind);
      EpochSearch search = search(kind, linear);
      run(search, "trying a linear network by cross-validation on the training rows, iteration");
      int iterations = search.lastWithin(level);
      found.add(new Found(kind.found(iterations, search.lowestLoss()), linear.stream().map(Training::history)
          .mapToDouble(h -> h.validation()[Math.min(iterations, h.epochs()) - 1]).toArray()));
    }
    return found;
  }

  private int run(EpochSearch search, String what) throws InterruptedException {
    return search.run(epoch -> progress.step(what, epoch, budget(recipe).epochs()));
  }

  /** How often rows are held out. */
  int splits() {
    return splits.size();
  }

  private static double last(double[] curve) {
    return curve.length == 0 ? Double.POSITIVE_INFINITY : curve[curve.length - 1];
  }

  private EpochSearch search(MemberKind kind, List<Training> trainings) {
    if (!kind.isLinear()) {
      trained.addAll(trainings);
    }
    Ensemble folds = new Ensemble(trainings, recipe.training().threads());
    EpochSearchBudget search = budget(recipe);
    return isFixed(kind) ? new EpochSearch(folds, recipe.training().epochs(), recipe.training().epochs())
        : new EpochSearch(folds, search.epochs(), kind.isLinear() ? PATIENCE_OF_LINEAR : search.patience());
  }

  /** Whether the epochs are the recipe's, as rows are too few to find them. */
  private boolean isFixed(MemberKind kind) {
    return !kind.isLinear() && recipe.search() == null;
  }

  private List<Training> trainings(MemberKind kind) throws InterruptedException {
    List<Training> trainings = new ArrayList<>();
    for (int f = 0; f < splits.size(); f++) {
      if (IntStream.of(splits.get(f).training()).allMatch(r -> rows.weight(r) == 0)) {
        // With a class weight of 0, one fold may hold all rows with a weight.
        continue;
      }
      TrainingSettings settings =
          kind.recipe(recipe).training().withThreads(1).withPatience(0).withSeed(recipe.seed(f));
      if (!isFixed(kind)) {
        settings = settings.withEpochs(budget(recipe).epochs()).withSchedule(new Constant());
      }
      Network network = kind.network(rows);
      network.initialise(recipe.seed(f), Cancellation.ofCallingThread());
      trainings.add(new Training(network, recipe.loss(), settings, rows, splits.get(f), BlasProvider.get(),
          progress::message));
    }
    return trainings;
  }

  /**
   * The trainings of the folds that have finished an epoch: all that exists if the search was interrupted. Linear ones
   * if there are no others.
   */
  List<Training> trained() {
    return (trained.isEmpty() ? linear : trained).stream().filter(t -> t.history().epochs() > 0).toList();
  }
}
