package weka.core.neural.run;

/** A receiver of progress reports on a training. */
interface ProgressAudience {
  /** Whether a progress report is due now. */
  boolean isDue(long now);

  /** A progress report. */
  void progress(String scheme, String text);

  /** A phase other than epochs. */
  void phase(String scheme, String text);

  /** Something that the user should know. */
  void message(String scheme, String text);

  /** The training is over. */
  void end();
}
