package ruru.nn.train;

import java.util.Arrays;
import java.util.Objects;

/** The losses and rates of each finished epoch. */
public final class History {
  private int epochs;
  private double[] training = new double[16];
  private double[] validation = new double[16];
  private double[] monitored = new double[16];
  private double[] rates = new double[16];

  void add(double trainingLoss, double validationLoss, double rate) {
    if (epochs == training.length) {
      training = Arrays.copyOf(training, 2 * epochs);
      validation = Arrays.copyOf(validation, 2 * epochs);
      monitored = Arrays.copyOf(monitored, 2 * epochs);
      rates = Arrays.copyOf(rates, 2 * epochs);
    }
    training[epochs] = trainingLoss;
    validation[epochs] = validationLoss;
    monitored[epochs] = Double.isNaN(validationLoss) ? trainingLoss : validationLoss;
    rates[epochs] = rate;
    epochs++;
  }

  History copy() {
    return of(training(), validation(), rates());
  }

  /** Finished epochs. */
  public int epochs() {
    return epochs;
  }

  /** The mean loss over the training rows of each epoch, each row's loss taken at its update. */
  public double[] training() {
    return Arrays.copyOf(training, epochs);
  }

  /** The mean loss over the training rows of an epoch, from 1. */
  public double training(int epoch) {
    return training[Objects.checkIndex(epoch - 1, epochs)];
  }

  /** The mean loss over the validation rows after an epoch, from 1; NaN if there are none. */
  public double validation(int epoch) {
    return validation[Objects.checkIndex(epoch - 1, epochs)];
  }

  /** The learning rate of the last update of an epoch, from 1. */
  public double rate(int epoch) {
    return rates[Objects.checkIndex(epoch - 1, epochs)];
  }

  /** The mean loss over the training rows of the first epoch. */
  double firstTraining() {
    return training[0];
  }

  /** The mean loss over the validation rows after each epoch; NaN if there are none. */
  public double[] validation() {
    return Arrays.copyOf(validation, epochs);
  }

  /** The learning rate of the last update of each epoch; NaN for an optimizer that searches its own. */
  public double[] rates() {
    return Arrays.copyOf(rates, epochs);
  }

  /**
   * The monitored loss: on the validation rows if there are any. At least one value per finished epoch. Not a copy.
   */
  double[] monitored() {
    return monitored;
  }

  /** @throws IllegalArgumentException if the arrays differ in length */
  public static History of(double[] training, double[] validation, double[] rates) {
    if (validation.length != training.length || rates.length != training.length) {
      throw new IllegalArgumentException("a history needs as many validation losses and rates as training losses, got "
          + validation.length + " and " + rates.length + " for " + training.length);
    }
    History h = new History();
    for (int i = 0; i < training.length; i++) {
      h.add(training[i], validation[i], rates[i]);
    }
    return h;
  }
}
