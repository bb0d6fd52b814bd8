package weka.core.neural.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Double, List<Training>> linear = new HashMap<>();

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
   * @param level a linear kind is trained for the most iterations whose loss is at most this many times the lowest
   *
   * @throws InterruptedException if the thread was interrupted; see {@link #trained}
   */
  List<MemberKind> run(List<MemberKind> kinds, double level) throws InterruptedException {
    List<MemberKind> found = new ArrayList<>();
    for (MemberKind kind : kinds) {
      EpochSearch search = crossValidation(kind);
      int epochs = search.run(epoch -> progress.step(kind.isLinear()
          ? "trying a linear network by cross-validation on the training rows, iteration"
          : "finding the number of epochs by cross-validation on the training rows, epoch", epoch,
          budget(recipe).epochs()));
      found.add(kind.isLinear() ? kind.found(search.lastWithin(level), search.lowestLoss())
          : recipe.search() != null ? kind.found(recipe.epochs(epochs), search.lowestLoss())
          : kind.found(0, last(search.curve())));
    }
    return found;
  }

  /** How often rows are held out. */
  int splits() {
    return splits.size();
  }

  private static double last(double[] curve) {
    return curve.length == 0 ? Double.POSITIVE_INFINITY : curve[curve.length - 1];
  }

  /** The loss of a linear kind on the rows held out in each split, after the iterations that were found. */
  double[] losses(MemberKind kind) {
    return Objects.requireNonNull(linear.get(kind.decay()), "a kind that was not run").stream()
        .map(t -> t.history().validation())
        .mapToDouble(v -> v[Math.min(kind.epochs(), v.length) - 1]).toArray();
  }

  private EpochSearch crossValidation(MemberKind kind) throws InterruptedException {
    EpochSearchBudget search = budget(recipe);
    boolean fixed = !kind.isLinear() && recipe.search() == null;
    List<Training> trainings = new ArrayList<>();
    for (int f = 0; f < splits.size(); f++) {
      if (IntStream.of(splits.get(f).training()).allMatch(r -> rows.weight(r) == 0)) {
        // With a class weight of 0, one fold may hold all rows with a weight.
        continue;
      }
      TrainingSettings settings =
          kind.recipe(recipe).training().withThreads(1).withPatience(0).withSeed(recipe.seed(f));
      if (!fixed) {
        settings = settings.withEpochs(search.epochs()).withSchedule(new Constant());
      }
      Network network = kind.network(rows);
      network.initialise(recipe.seed(f), Cancellation.ofCallingThread());
      trainings.add(new Training(network, recipe.loss(), settings, rows, splits.get(f), BlasProvider.get(),
          progress::message));
    }
    trained.addAll(trainings);
    if (kind.isLinear()) {
      linear.put(kind.decay(), trainings);
    }
    Ensemble folds = new Ensemble(trainings, recipe.training().threads());
    return fixed ? new EpochSearch(folds, recipe.training().epochs(), recipe.training().epochs())
        : new EpochSearch(folds, search.epochs(), kind.isLinear() ? PATIENCE_OF_LINEAR : search.patience());
  }

  /** The trainings of the folds that have finished an epoch: all that exists if the search was interrupted. */
  List<Training> trained() {
    return trained.stream().filter(t -> t.history().epochs() > 0).toList();
  }
}
