package ruru.nn.text;

import org.jspecify.annotations.Nullable;

/** A text that is not a valid network, with the place of the error. */
public final class NotationException extends IllegalArgumentException {
  /** Characters of a network that is proposed: one that somebody types is shown whole. */
  private static final int LONG = 400;
  private static final long serialVersionUID = 1;
  private final String problem;
  private final int position;

  NotationException(String problem, int position, @Nullable Throwable cause) {
    super(problem + " (at character " + (position + 1) + ")", cause);
    this.problem = problem;
    this.position = position;
  }

  /** The same error with a suggested text; itself if there is none or if it already has a suggestion. */
  NotationException suggesting(@Nullable String text) {
    if (text == null || problem.endsWith("?")) {
      return this;
    }
    String brief = getCause() instanceof HintedException e ? problem.replace(e.getMessage(), e.problem())
        : problem;
    return new NotationException(brief + "; did you mean '" + Excerpt.of(text, LONG) + "'?", position, getCause());
  }

  /** Index of the character at which the faulty word starts, or else the step, counted from 0. */
  public int position() {
    return position;
  }
}
