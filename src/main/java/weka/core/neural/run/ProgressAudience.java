package weka.core.neural.run;

/** Whoever is told how the training of a scheme goes. */
interface ProgressAudience {
  /** Whether it wants to know now how training goes. */
  boolean isDue(long now);

  /** How training goes. */
  void progress(String scheme, String text);

  /** What is being done now, where it is not epochs. */
  void phase(String scheme, String text);

  /** Something that the user should know. */
  void message(String scheme, String text);

  /** The training is over. */
  void end();
}
