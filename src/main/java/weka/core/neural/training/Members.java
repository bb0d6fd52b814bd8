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
 * @param kinds     what they are, one after the other and then from the first again; empty when training goes on
 * @param trainings one for each
 */
record Members(List<MemberKind> kinds, List<Training> trainings) {
  static Members of(FittedNetwork fitted, Recipe recipe, List<MemberKind> kinds, Dataset rows, Progress progress) {
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
    return new Members(kinds, trainings);
  }

  /** Without those of the worse kind, if it is clearly worse on the rows held out; the network keeps the same ones. */
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
