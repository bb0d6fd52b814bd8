package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.List;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.train.Dataset;
import weka.core.Instance;
import weka.core.neural.ImageSettings;
import weka.core.neural.Scaling;
import weka.core.neural.TextUnits;
import weka.core.neural.options.Auto;

/** Turns rows of Weka into inputs of a network, as learned from training data; part of the model. */
public interface RowEncoder extends Serializable {
  /** How numbers are scaled. */
  Scaling scaling();

  /** The shape of the network's input. */
  Shape shape();

  /** The description of images: the shape, and the order if attributes list the values channel by channel. */
  default String input() {
    return shape().toText();
  }

  /** The folder of image files as it was set; "none" if there are none. */
  default String images() {
    return Auto.NONE;
  }

  /** Sets where image files are from now on, if rows name any; they may have moved since training. */
  default void lookIn(ImageSettings settings) {}

  /**
   * Checks that it is known which image file a row refers to, if it names one, and that the file may be read.
   *
   * @param number the row's number, from 0, for the message
   * @throws IllegalArgumentException if it is not
   */
  default void requireClear(Instance row, int number) {}

  /** Whether training can be resumed with the current folder of image files. */
  default boolean isTrainedIn(ImageSettings settings) {
    return !settings.hasFolder();
  }

  /** The most quantile bins of a number; 0 if there are none. */
  default int bins() {
    return 0;
  }

  /** Inputs before the quantile bins; all if there are none. */
  default int widthWithoutBins() {
    return shape().size();
  }

  /** What a text is read as; NONE if rows are no texts. */
  default TextUnits text() {
    return TextUnits.NONE;
  }

  /** How many words or characters a step's first channel may be the number of; 0 if rows are no texts. */
  default int words() {
    return 0;
  }

  /** Whether all attributes are constant, so that there is no input. */
  default boolean isEmpty() {
    return false;
  }

  /** The rows' inputs with the given targets, encoded now or when they are read. */
  default Dataset dataset(List<Instance> rows, Targets targets) {
    return dataset(rows, targets, Cancellation.NEVER);
  }

  /** As {@link #dataset(List, Targets)}, for as long as it is wanted. */
  <E extends Exception> Dataset dataset(List<Instance> rows, Targets targets, Cancellation<E> cancellation) throws E;

  /** How the data are encoded, in a few newline-terminated lines. */
  String describe();

  /** One text per input: how it is computed from the attributes. */
  List<String> inputs(int decimals);
}
