package ruru.nn.health;

/**
 * How one layer is doing at one moment of a training, measured on a sample of rows. What does not apply to a layer,
 * such as the gradient of one without parameters, is NaN.
 *
 * @param name      of the network's node, as in "dense1"
 * @param units     features of a row, or channels of a map
 * @param weights   Euclidean norm of the trained parameters
 * @param gradient  Euclidean norm of the gradient of the mean loss with respect to them
 * @param slope     root mean square of that gradient: comparable between layers of different size
 * @param change    Euclidean norm of what one update changed, divided by that of the parameters before; about 0.001
 *                  is usual. NaN where no update was observed
 * @param dead      units of an activation whose slope was 0 for every row and position, so that nothing before them
 *                  learns by them; -1 for other layers
 * @param saturated fraction of the outputs of a bounded activation where its slope is below 5 % of the steepest
 * @param mean      of the outputs
 * @param deviation of the outputs between rows: the square root of the variance of each output over the rows, averaged
 *                  over all outputs
 */
public record LayerHealth(String name, int units, double weights, double gradient, double slope, double change,
    int dead, double saturated, double mean, double deviation) {

  /** Whether it has trained parameters. */
  public boolean isTrained() {
    return !Double.isNaN(gradient);
  }

  /** Whether it is an activation, whose units may be dead. */
  public boolean isActivation() {
    return dead >= 0;
  }
}
