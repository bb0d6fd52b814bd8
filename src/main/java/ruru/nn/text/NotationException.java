package ruru.nn.text;

import org.jspecify.annotations.Nullable;

/** A text that is no network, with the place of the error. */
public final class NotationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final String problem;
  private final int position;

  NotationException(String problem, int position, @Nullable Throwable cause) {
    super(problem + " (at character " + (position + 1) + ")", cause);
    this.problem = problem;
    this.position = position;
  }

  /** The same with a text that was probably meant; itself if there is none or it says already what was meant. */
  NotationException suggesting(@Nullable String text) {
    if (text == null || problem.endsWith("?")) {
      return this;
    }
    String brief = getCause() instanceof HintedException e ? problem.replace(e.getMessage(), e.problem())
        : problem;
    return new NotationException(brief + "; did you mean '" + text + "'?", position, getCause());
  }

  /** Index of the character at which the faulty word starts, or the step if it has none, from 0. */
  public int position() {
    return position;
  }
}
