package weka.core.neural.training;

import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.train.Dataset;
import ruru.nn.train.History;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import weka.core.neural.run.Progress;

/**
 * Chooses the initial weights of a small network. A network of a few units often ends in a local minimum: xor with two
 * hidden units does so from a third of all starts. It also trains in no time, so it is trained from several starts, and
 * the one with the lowest final loss is used.
 */
final class RandomRestarts {
  private RandomRestarts() {}

  /**
   * Sets a member's network to the initial weights of the best start.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  static void choose(Network network, Recipe recipe, int member, Dataset rows, Progress progress)
      throws InterruptedException {
    long seed = recipe.seed(member);
    Split split = Split.of(rows, recipe.validation(), seed);
    if (recipe.starts() == 1) {
      network.initialise(seed, Cancellation.ofCallingThread());
      return;
    }
    long best = seed;
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < recipe.starts(); k++) {
      // Weka's seeds have 32 bits: the starts of one seed are never those of another.
      long candidate = seed + ((long) k << Integer.SIZE);
      network.initialise(candidate, Cancellation.ofCallingThread());
      double loss = trained(network, recipe, seed, rows, split);
      progress.step("trying initial weights", k + 1, recipe.starts());
      if (loss < lowest) {
        lowest = loss;
        best = candidate;
      }
    }
    network.initialise(best, Cancellation.ofCallingThread());
  }

  private static double trained(Network network, Recipe recipe, long seed, Dataset rows, Split split)
      throws InterruptedException {
    Training training = new Training(network, recipe.loss(), recipe.training().withSeed(seed), rows, split,
        BlasProvider.get(), message -> {});
    boolean more = true;
    while (more) {
      more = training.next();
    }
    History h = training.history();
    int last = training.bestEpoch() - 1;
    return last < 0 ? Double.POSITIVE_INFINITY : split.validation().length > 0 ? h.validation()[last]
        : h.training()[last];
  }
}
