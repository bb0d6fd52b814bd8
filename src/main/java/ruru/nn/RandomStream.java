package ruru.nn;

/**
 * All uses of random numbers in one place, so that no two share a stream. The stream numbers are part of every result:
 * changing one changes what is drawn, and new uses get new numbers.
 *
 * <p>A stream is named by a purpose, a step and an index. A purpose with counted steps, such as epochs, has a number to
 * itself. Purposes that draw once share a number and differ by the step, and two of them by the index.
 */
public enum RandomStream {
  /** Initial values of parameters; the index is the parameter's number. */
  PARAMETERS(1, 0),
  /** Initial centres of k-means; the index is the number of the start. */
  CENTRES(1, 7),
  /** The order of rows; the step is the epoch. */
  ORDER(2),
  /** What layers draw; the step is the training's, the index names the layer and the row. */
  LAYER(3),
  /** Which rows are held out. */
  HELD_OUT(4, 0, 0),
  /** How rows are assigned to folds. */
  FOLDS(4, 0, 1),
  /** Codes from which rows are generated; the index is the number of the first row of a chunk. */
  CODES(4, 1),
  /** Values of generated rows; the index is the row's number. */
  GENERATED_ROWS(4, 2),
  /** Which rows are compared for a silhouette. */
  SILHOUETTE(4, 3),
  /** Halves that are clustered separately; the index is the number of the cut. */
  HALVES(4, 4),
  /** Rows without clusters, to compare with; the index is the number of the data set. */
  REFERENCE_ROWS(4, 5),
  /** Changes of images; the step is the epoch, the index the row. */
  AUGMENTATION(5),
  /** Seeds of an ensemble's members; the index is the member's number. */
  MEMBERS(6, 0),
  /** States of the hidden units in training a Boltzmann machine; the step is that of sampling, the index the chain. */
  HIDDEN_UNITS(7),
  /** The same for visible units. */
  VISIBLE_UNITS(8),
  /** States of hidden units of chains that run after training; the step is that of sampling, the index the chain. */
  GIBBS_HIDDEN(9),
  /** The same for visible units. */
  GIBBS_VISIBLE(10),
  /** Which variable of a row is looked at; the step is the epoch, the index the row. */
  PSEUDO_LIKELIHOOD(11),
  /** Rows that chains begin with. */
  CHAIN_STARTS(12),
  /** What a generator makes rows of in adversarial training; the step is the update, the index the row of the batch. */
  NOISE(13),
  /** The direction that spectral normalisation begins with; the index is the parameter's number. */
  DIRECTIONS(14),
  /** The order of a Hopfield network's units; the step is the sweep, the index the row. */
  UNITS(15),
  /** Which units of a row are turned over before it is recalled; the index is the row. */
  FLIPS(16),
  /** Rows made from others; the step is the class, the index the row's number. */
  SYNTHETIC_ROWS(20);

  private final int purpose;
  private final int firstStep;
  private final int firstIndex;

  RandomStream(int purpose) {
    this(purpose, 0);
  }

  RandomStream(int purpose, int firstStep) {
    this(purpose, firstStep, 0);
  }

  RandomStream(int purpose, int firstStep, int firstIndex) {
    this.purpose = purpose;
    this.firstStep = firstStep;
    this.firstIndex = firstIndex;
  }

  int purpose() {
    return purpose;
  }

  /** The step at which counting begins. */
  int firstStep() {
    return firstStep;
  }

  /** The index at which counting begins. */
  int firstIndex() {
    return firstIndex;
  }
}
