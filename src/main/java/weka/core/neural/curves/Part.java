package weka.core.neural.curves;

/** Which rows are predicted. */
public enum Part {
  /** Those that were trained on. */
  TRAINING("training"),
  /** Those of the fold, which were not. */
  HELD_OUT("held out");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
