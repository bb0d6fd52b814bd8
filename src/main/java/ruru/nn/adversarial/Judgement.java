package ruru.nn.adversarial;

/**
 * What came of one update, or of the mean of several.
 *
 * @param discriminatorLoss the sum of the mean losses of real and of generated rows
 * @param generatorLoss     the mean over the rows that the generator was trained on
 * @param recognised        the fraction of real rows that the discriminator took for real
 * @param deceived          the fraction of generated rows that it took for real
 */
public record Judgement(double discriminatorLoss, double generatorLoss, double recognised, double deceived) {}
