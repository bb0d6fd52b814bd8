package weka.core.neural.options;

/**
 * What a cross-validation of the training rows that finds the number of epochs may take.
 *
 * @param epochs   in each fold, at most
 * @param patience epochs without a lower loss after which a fold ends
 */
public record EpochSearchBudget(int folds, int epochs, int patience) {}
