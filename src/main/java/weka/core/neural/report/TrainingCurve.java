package weka.core.neural.report;

import java.util.List;

/**
 * A trained scheme's course of training, epoch by epoch, for drawing.
 *
 * <p>A curve has a name, such as "training loss" or "validation loss", and one value for each epoch trained so far, the
 * first epoch first; curves whose names end in the same word, here "loss", share an axis. This interface is all that
 * the comparison and its report know of a network, so that they depend neither on its class nor on the engine.
 */
public interface TrainingCurve {

  /**
   * The names of the curves, in the order in which a legend should list them; empty before training.
   *
   * @return the names, each accepted by {@link #curve}
   */
  List<String> curveNames();

  /**
   * Returns a curve.
   *
   * @param name one of {@link #curveNames}
   * @return a copy of its values, one for each epoch; NaN where an epoch has none
   * @throws IllegalArgumentException if there is no such curve
   */
  double[] curve(String name);

  /**
   * Describes what was trained.
   *
   * @return a text such as "dense 64 relu, output"; empty before training, or if there is nothing to say
   */
  default String architecture() {
    return "";
  }
}
