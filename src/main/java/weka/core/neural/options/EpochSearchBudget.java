package weka.core.neural.options;

/**
 * The budget of a cross-validation on the training rows that finds the number of epochs.
 *
 * @param epochs the most epochs in each fold
 * @param patience epochs without a lower loss after which a fold ends
 */
public record EpochSearchBudget(int folds, int epochs, int patience) {}
