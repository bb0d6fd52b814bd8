package weka.core.neural.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.core.neural.curves.CurveResult.Difference;

/**
 * Says in a sentence or two what a curve shows: bias, if the training rows themselves are predicted little better than
 * by a constant; variance, if held-out rows are predicted much worse than training rows; whether more rows would help;
 * which value is best. Scores are compared over the same folds, and a difference counts if it exceeds twice its
 * standard error and a part of the constant's error.
 */
public final class BiasVariance {
  /** Bias: on training rows this part of the constant's error, or more, is left. */
  private static final double LEFT = 1.0 / 3;
  /** Variance: the gap is this part of the constant's error, or more. */
  private static final double GAP = 0.1;
  /** A rise that is worth more rows. */
  private static final double RISE = 0.01;

  private final CurveResult result;
  private final Quantity score;
  /** The error of a constant. */
  private final double scale;

  private BiasVariance(CurveResult result) {
    this.result = result;
    score = result.quantities().get(0);
    scale = score.isLargerBetter() ? Math.max(1, 100 - result.baseline()) : result.baseline();
  }

  /** The sentences; of a run that was stopped, on the points that have all their folds. */
  public static String of(CurveResult result) {
    List<Integer> complete = new ArrayList<>();
    for (int s = 0; s < result.settings().size(); s++) {
      if (result.isComplete(s) && Double.isFinite(result.mean(s, 0, Part.TRAINING))
          && Double.isFinite(result.mean(s, 0, Part.HELD_OUT))) {
        complete.add(s);
      }
    }
    if (complete.isEmpty()) {
      return "No point of the curve has a score in all its folds yet.";
    }
    BiasVariance told = new BiasVariance(result);
    return result.variation() instanceof TrainingSizes ? told.sizes(complete) : told.values(complete);
  }

  private String sizes(List<Integer> complete) {
    int last = complete.get(complete.size() - 1);
    boolean bias = isBiased(last);
    boolean variance = gap(last).exceeds(GAP * scale);
    List<String> said = new ArrayList<>();
    if (bias) {
      said.add("High bias: even on its training rows it is far from right " + scores(last) + (variance ? ""
          : ", and held-out rows are about as bad")
          + ". Use a more flexible classifier or less regularization, unless the "
          + "attributes say no more about the class.");
    }
    if (variance) {
      said.add("High variance: it knows its training rows much better than others" + (bias ? "" : " " + scores(last))
          + ". A simpler classifier, more regularization or more rows narrow such a gap.");
    }
    if (!bias && !variance) {
      said.add("Neither high bias nor high variance: training and held-out rows are both predicted well "
          + scores(last) + ".");
    }
    if (complete.size() > 1) {
      int before = complete.get(complete.size() - 2);
      Difference rise = result.difference(last, Part.HELD_OUT, before, Part.HELD_OUT);
      String step = result.settings().get(before).label() + " to " + result.settings().get(last).label() + " rows";
      said.add(rise.exceeds(RISE * scale)
          ? "More rows would help: the held-out " + name() + " still improves from " + step + "."
          : rise.mean() > RISE * scale
              ? "More rows may help: from " + step + " the held-out " + name()
                  + " improves, but by no more than chance allows."
          : "More rows would hardly help: from " + step + " the held-out " + name() + " stays as it is.");
    }
    return String.join(" ", said);
  }

  private String values(List<Integer> complete) {
    int best = complete.get(0);
    for (int s : complete) {
      double sign = score.isLargerBetter() ? 1 : -1;
      best = sign * result.mean(s, 0, Part.HELD_OUT) > sign * result.mean(best, 0, Part.HELD_OUT) ? s : best;
    }
    List<String> said = new ArrayList<>();
    said.add("Held-out rows are predicted best with " + named(best) + " " + scores(best) + ".");
    int first = complete.get(0);
    int last = complete.get(complete.size() - 1);
    for (int end : new int[] {first, last}) {
      if (end != best && result.difference(best, Part.HELD_OUT, end, Part.HELD_OUT).exceeds(RISE * scale)) {
        boolean learnsLess = result.difference(best, Part.TRAINING, end, Part.TRAINING).exceeds(RISE * scale);
        said.add("Towards " + named(end) + (learnsLess
            ? " it under-fits: training rows are predicted worse, too (bias) "
            : " it over-fits: training rows are predicted no worse, only others (variance) ") + scores(end) + ".");
      }
    }
    if (said.size() == 1 && complete.size() > 1) {
      said.add("Neither end of these values is worse by more than chance.");
    } else if ((best == first || best == last) && complete.size() > 1
        && Double.isFinite(result.settings().get(best).x())) {
      said.add("The best is at an end of these values: try some beyond it.");
    }
    if (isBiased(best)) {
      said.add("Even there bias remains: its training rows are far from right.");
    }
    if (gap(best).exceeds(GAP * scale)) {
      said.add("Even there variance remains: more rows would narrow the gap.");
    }
    return String.join(" ", said);
  }

  private boolean isBiased(int setting) {
    double mean = result.mean(setting, 0, Part.TRAINING);
    return (score.isLargerBetter() ? 100 - mean : mean) > LEFT * scale;
  }

  private Difference gap(int setting) {
    return result.difference(setting, Part.TRAINING, setting, Part.HELD_OUT);
  }

  private String named(int setting) {
    return result.axis() + " " + result.settings().get(setting).label();
  }

  private String name() {
    return score.isLargerBetter() ? "score" : "error";
  }

  private String scores(int setting) {
    return String.format(Locale.ROOT, "(%s: training %.1f, held out %.1f, a constant %.1f)", score.title(),
        result.mean(setting, 0, Part.TRAINING), result.mean(setting, 0, Part.HELD_OUT), result.baseline());
  }
}
