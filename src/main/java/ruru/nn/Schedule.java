package ruru.nn;

/** How the learning rate changes in the course of training. A pure function, so that training can stop and go on. */
public interface Schedule {
  /**
   * What the base rate is multiplied by.
   *
   * @param epoch     time since the start in epochs: 2.5 is the middle of the third
   * @param epochs    epochs planned
   * @param monitored the loss after each finished epoch: on the validation rows if there are any, else on the training
   *                  rows; at least as many elements as epochs are finished, that is floor(epoch)
   */
  double factor(double epoch, int epochs, double[] monitored);
}
