package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ruru.blas.BlasProvider;
import ruru.nn.train.Dataset;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;
import weka.core.neural.run.Progress;

/**
 * The trainings of the networks whose predictions are averaged.
 *
 * @param kinds     their kinds, assigned in turn; empty for a resumed training
 * @param trainings one for each network
 */
record Members(List<MemberKind> kinds, List<Training> trainings) {
  static Members of(FittedNetwork fitted, Recipe recipe, List<MemberKind> kinds, Dataset rows, Progress progress) {
    int count = fitted.models().size();
    List<Training> trainings = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      TrainingSettings settings = recipe.training().withSeed(recipe.seed(m));
      if (!kinds.isEmpty() && kinds.get(m % kinds.size()).epochs() > 0) {
        settings = settings.withEpochs(kinds.get(m % kinds.size()).epochs());
      }
      trainings.add(new Training(fitted.models().get(m).network(), recipe.loss(),
          count == 1 ? settings : settings.withThreads(1), rows, Split.of(rows, recipe.validation(), recipe.seed(m)),
          BlasProvider.get(), progress::message));
    }
    return new Members(kinds, trainings);
  }

  /** Drops the worse kind if it is clearly worse on the held-out rows; the network keeps the same members. */
  Members withoutWorseKind(FittedNetwork fitted) {
    List<MemberKind> measured = new ArrayList<>();
    for (int k = 0; k < kinds.size(); k++) {
      double loss = IntStream.of(membersOf(k)).mapToObj(trainings::get).mapToDouble(Training::bestValidationLoss)
          .average().orElseThrow();
      measured.add(kinds.get(k).found(0, loss));
    }
    List<MemberKind> best = MemberKind.best(measured, MemberKind.CLEARLY_BETTER, trainings.size());
    if (best.size() == kinds.size()) {
      return this;
    }
    int[] kept = membersOf(measured.indexOf(best.get(0)));
    fitted.keep(kept);
    return new Members(best, IntStream.of(kept).mapToObj(trainings::get).toList());
  }

  private int[] membersOf(int kind) {
    return IntStream.range(0, trainings.size()).filter(m -> m % kinds.size() == kind).toArray();
  }
}
