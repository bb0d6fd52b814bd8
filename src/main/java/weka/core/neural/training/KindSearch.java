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
import weka.core.neural.options.EpochSearchBudget;
import weka.core.neural.run.Progress;

/** Cross-validates each kind of network to find its number of epochs. */
final class KindSearch {
  private final Recipe recipe;
  private final Dataset rows;
  private final Progress progress;
  private final List<Training> trained = new ArrayList<>();

  KindSearch(Recipe recipe, Dataset rows, Progress progress) {
    this.recipe = recipe;
    this.rows = rows;
    this.progress = progress;
  }

  /**
   * The same kinds with their number of epochs.
   *
   * @throws InterruptedException if the thread was interrupted; see {@link #trained}
   */
  List<MemberKind> run(List<MemberKind> kinds) throws InterruptedException {
    List<MemberKind> found = new ArrayList<>();
    for (MemberKind kind : kinds) {
      EpochSearch search = crossValidation(kind);
      int epochs = recipe.epochs(search.run(epoch -> progress.step("finding the number of epochs by cross-validation "
          + "on the training rows, epoch", epoch, search().epochs())));
      found.add(kind.found(epochs, search.lowestLoss()));
    }
    return found;
  }

  private EpochSearchBudget search() {
    return Objects.requireNonNull(recipe.search(), "the number of epochs is fixed");
  }

  private EpochSearch crossValidation(MemberKind kind) throws InterruptedException {
    EpochSearchBudget search = search();
    List<Split> folds = Folds.of(rows, search.folds(), recipe.training().seed());
    List<Training> trainings = new ArrayList<>();
    for (int f = 0; f < folds.size(); f++) {
      if (IntStream.of(folds.get(f).training()).allMatch(r -> rows.weight(r) == 0)) {
        // With a class weight of 0, one fold may hold all rows with a weight.
        continue;
      }
      TrainingSettings settings = recipe.training().withThreads(1).withPatience(0).withEpochs(search.epochs())
          .withSchedule(new Constant()).withSeed(recipe.seed(f));
      Network network = kind.network(rows);
      network.initialise(recipe.seed(f), Cancellation.ofCallingThread());
      trainings.add(new Training(network, recipe.loss(), settings, rows, folds.get(f), BlasProvider.get(),
          progress::message));
    }
    trained.addAll(trainings);
    return new EpochSearch(new Ensemble(trainings, recipe.training().threads()), search.epochs(), search.patience());
  }

  /** The trainings of the folds that have finished an epoch: all that exists if the search was interrupted. */
  List<Training> trained() {
    return trained.stream().filter(t -> t.history().epochs() > 0).toList();
  }
}
