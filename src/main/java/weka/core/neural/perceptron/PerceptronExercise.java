package weka.core.neural.perceptron;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The perceptron rule on rows in a fixed order (F. Rosenblatt 1958; as it is taught, with outputs 0 and 1): the output
 * is 1 if w0 + w1 x1 + w2 x2 is above 0, otherwise 0; each weight changes by rate * (desired - output) * its input. It
 * ends after a pass over all rows without an error. It never does if a pass begins with the same weights as an earlier
 * one, since everything then repeats; numbers are exact, so this is a proof, not a rounding. For rows that a straight
 * line separates it always ends (A. Novikoff 1962), for others it always repeats (H. D. Block, S. A. Levin 1970).
 */
public final class PerceptronExercise {
  /** Steps after which nobody looks on, as when the classes nearly touch. */
  public static final int MOST_STEPS = 100_000;

  /** Where the rule has got to. */
  public enum State {
    GOES_ON, SEPARATED, REPEATS, GIVEN_UP
  }

  private final List<PerceptronRow> rows;
  private final BigDecimal rate;
  private final PerceptronWeights start;
  private final List<PerceptronStep> steps = new ArrayList<>();
  /** At the beginning of each pass. */
  private final Map<PerceptronWeights, Integer> passes = new HashMap<>();
  private int errors;
  private State state = State.GOES_ON;
  private int repeated;

  /**
   * @param rate above 0
   * @throws IllegalArgumentException if there are no rows, or the rate is not above 0
   */
  public PerceptronExercise(List<PerceptronRow> rows, BigDecimal rate, PerceptronWeights start) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there are no rows to learn from");
    }
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("rate: expected a number above 0, got " + rate.toPlainString());
    }
    this.rows = List.copyOf(rows);
    this.rate = rate;
    this.start = start;
    passes.put(start, 1);
  }

  /** Makes one step; null if it has ended. */
  public @Nullable PerceptronStep next() {
    if (state != State.GOES_ON) {
      return null;
    }
    PerceptronWeights before = weights();
    int at = steps.size() % rows.size();
    PerceptronRow row = rows.get(at);
    int error = row.desired() - before.output(row);
    BigDecimal by = rate.multiply(BigDecimal.valueOf(error));
    PerceptronWeights change = new PerceptronWeights(by, by.multiply(row.x1()), by.multiply(row.x2()));
    PerceptronStep step = new PerceptronStep(steps.size() + 1, pass(), row, before.net(row), before.output(row), error,
        change, before.plus(change));
    steps.add(step);
    errors += Math.abs(error);
    if (at == rows.size() - 1) {
      endPass(step);
    }
    return step;
  }

  private void endPass(PerceptronStep last) {
    Integer earlier = passes.putIfAbsent(last.weights(), last.pass() + 1);
    if (errors == 0) {
      state = State.SEPARATED;
    } else if (earlier != null) {
      state = State.REPEATS;
      repeated = earlier;
    } else if (steps.size() >= MOST_STEPS) {
      state = State.GIVEN_UP;
    }
    errors = 0;
  }

  /** Makes all steps. */
  public void run() {
    while (next() != null) {
      // Until the end.
    }
  }

  private int pass() {
    return steps.size() / rows.size() + 1;
  }

  public State state() {
    return state;
  }

  public List<PerceptronRow> rows() {
    return rows;
  }

  /** Those that were made. */
  public List<PerceptronStep> steps() {
    return Collections.unmodifiableList(steps);
  }

  public PerceptronWeights start() {
    return start;
  }

  /** As they are now. */
  public PerceptronWeights weights() {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).weights();
  }

  /** The row of the next step. */
  public PerceptronRow nextRow() {
    return rows.get(steps.size() % rows.size());
  }

  /** How it stands, in a sentence. */
  public String verdict() {
    int last = steps.size();
    return switch (state) {
      case GOES_ON -> last == 0 ? "Press Next step: the first row is " + nextRow() + "."
          : "Pass " + pass() + " over the " + rows.size() + " rows; the next row is " + nextRow() + ".";
      case SEPARATED -> "Done: pass " + steps.get(last - 1).pass() + " (steps " + (last - rows.size() + 1) + " to "
          + last + ") was without an error. The line separates the classes.";
      case REPEATS -> "It never ends: after step " + last + " the weights are those with which pass " + repeated
          + " began, and the rows come in the same order, so the same steps repeat for ever. No straight line "
          + "separates these classes.";
      case GIVEN_UP -> "Given up after " + last + " steps, without a pass that is free of errors. Either no straight "
          + "line separates the classes, or they nearly touch.";
    };
  }
}
