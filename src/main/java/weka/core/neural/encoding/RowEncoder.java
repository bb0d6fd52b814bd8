package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.List;
import ruru.nn.Shape;
import ruru.nn.train.Dataset;
import weka.core.Instance;
import weka.core.neural.ImageSettings;
import weka.core.neural.Scaling;
import weka.core.neural.options.Auto;

/** Turns rows of Weka into inputs of a network, as learned from training data; part of the model. */
public interface RowEncoder extends Serializable {
  /** What is done to numbers. */
  Scaling scaling();

  /** The shape of the network's input. */
  Shape shape();

  /** What was said of images: the shape, and the order where attributes list the values channel by channel. */
  default String input() {
    return shape().toText();
  }

  /** The folder of image files as it was set; "none" where there are none. */
  default String images() {
    return Auto.NONE;
  }

  /** Where image files lie from now on, if rows name such; they may have moved since training. */
  default void lookIn(ImageSettings settings) {}

  /**
   * Sees whether it is known which image file a row means, if it names one.
   *
   * @param number of the row, from 0, for the message
   * @throws IllegalArgumentException if it is not
   */
  default void requireClear(Instance row, int number) {}

  /** Whether training can go on with image files where they are said to be now. */
  default boolean isTrainedIn(ImageSettings settings) {
    return !settings.hasFolder();
  }

  /** Quantile bins of a number, at most; 0 if there are none. */
  default int bins() {
    return 0;
  }

  /** Inputs that stand before the quantile bins; all if there are none. */
  default int widthWithoutBins() {
    return shape().size();
  }

  /** Whether no attribute says anything, so that there is no input. */
  default boolean isEmpty() {
    return false;
  }

  /** The rows' inputs beside the given targets, encoded now or when they are read. */
  Dataset dataset(List<Instance> rows, Targets targets);

  /** What is done to the data, in a few lines, each ended. */
  String describe();

  /** One text per input: how it is worked out of the attributes. */
  List<String> inputs(int decimals);
}
