package weka.core.neural.report;

import java.util.List;

/**
 * What a trained scheme tells about its training, epoch by epoch, to whoever wants to draw it.
 *
 * <p>A curve has a name, such as "training loss" or "validation loss", and one value for each epoch trained so far,
 * the first epoch first; curves whose names end in the same word, here "loss", share an axis. The interface is all
 * that the comparison and its report know of a network, so that they depend neither on its class nor on the engine.
 */
public interface TrainingCurve {

  /**
   * The names of the curves, in the order in which a legend should list them; empty before training.
   *
   * @return the names, each accepted by {@link #curve}
   */
  List<String> curveNames();

  /**
   * One curve.
   *
   * @param name one of {@link #curveNames}
   * @return a copy of its values, one for each epoch; NaN where an epoch has none
   * @throws IllegalArgumentException when there is no curve of this name
   */
  double[] curve(String name);

  /**
   * What was trained.
   *
   * @return in words, such as "dense 64 relu, output"; empty before training, or where there is nothing to say
   */
  default String architecture() {
    return "";
  }
}
