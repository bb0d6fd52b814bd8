package ruru.nn;

/** How the learning rate changes during training. A pure function, so that training can be stopped and resumed. */
public interface Schedule {
  /**
   * The factor of the base rate.
   *
   * @param epoch     time since the start in epochs: 2.5 is the middle of the third
   * @param epochs    epochs planned
   * @param monitored the loss after each finished epoch: on the validation rows if there are any, else on the training
   *                  rows; at least as many elements as epochs are finished, that is floor(epoch)
   */
  double factor(double epoch, int epochs, double[] monitored);
}
