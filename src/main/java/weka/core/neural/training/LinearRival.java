package weka.core.neural.training;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.train.Dataset;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.run.Progress;

/**
 * A linear network beside an ensemble whose members hold out rows. Its loss is measured on the rows that the first
 * members hold out, each time trained on the others; where it is lower, a linear network of all rows takes their place.
 *
 * @param kind   the linear kind with the decay and the iterations that suit these rows best
 * @param losses of the rows held out by each of the first members
 */
record LinearRival(MemberKind kind, double[] losses) {
  /** Members whose held-out rows are used: all of these together are about half of the rows. */
  private static final int MEMBERS = 4;
  /** The average of an ensemble is better than its members, whose losses are known, by about as much. */
  private static final double BETTER = 0.97;

  /** A search on the rows that the first members hold out. */
  static KindSearch search(Recipe recipe, Dataset rows, Progress progress) {
    return new KindSearch(recipe, rows, IntStream.range(0, Math.min(MEMBERS, recipe.members()))
        .mapToObj(m -> Split.of(rows, recipe.validation(), recipe.seed(m))).toList(), progress);
  }

  /** Measures the linear kinds; null if none has a finite loss. */
  static @Nullable LinearRival find(KindSearch search, RowEncoder encoder, Scarcity scarce)
      throws InterruptedException {
    KindSearch.Found best = search.runLinear(MemberKind.linear(encoder, scarce), 1).stream()
        .min(Comparator.comparingDouble(f -> f.kind().loss())).orElseThrow();
    // A split without a row of any weight has no loss, so that the others' places would not be the members'.
    return Double.isFinite(best.kind().loss()) && best.losses().length == search.splits()
        ? new LinearRival(best.kind(), best.losses()) : null;
  }

  /** Whether it is better than the members that are kept, by the rows that both were measured on. */
  boolean isBetter(List<Training> all, List<Training> kept) {
    int[] compared = IntStream.range(0, losses.length).filter(m -> kept.contains(all.get(m))).toArray();
    double theirs = IntStream.of(compared).mapToDouble(m -> all.get(m).bestValidationLoss()).average()
        .orElse(Double.NaN);
    return IntStream.of(compared).mapToDouble(m -> losses[m]).average().orElse(Double.NaN) < BETTER * theirs;
  }

  /** A linear network, trained on all rows. */
  Training train(Recipe linear, Dataset rows, Progress progress, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    Network network = kind.network(rows);
    network.initialise(linear.seed(0), cancellation);
    Training training = new Training(network, linear.loss(), linear.training().withEpochs(kind.epochs()), rows,
        Split.of(rows, 0, linear.seed(0)), BlasProvider.get(), progress::message);
    boolean more = true;
    while (more) {
      cancellation.check();
      more = training.next();
    }
    return training;
  }
}
