package weka.core.neural;

/** What the rows of a relational attribute's value are. */
public enum SeriesLayout {
  /** Told from the data. */
  AUTO,
  /** Each row is a step, each attribute a channel. */
  STEPS,
  /** Each row is a channel, each attribute a step, as in the files of the UEA archive. */
  CHANNELS
}
