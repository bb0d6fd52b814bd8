package ruru.nn.adversarial;

import ruru.nn.StepOptimizer;

/**
 * How two networks are trained against each other.
 *
 * @param spectral  the spectral norm that each weight matrix of the discriminator is kept at; 0 for none
 * @param optimizer of both networks, each with its own state
 * @param batch     real rows of an update, and as many generated ones
 * @param averaging how much of the mean of the generator's parameters is kept at each update, below 1; 0 for no mean
 * @param threads   at most; the result does not depend on it
 */
public record AdversarialSettings(AdversarialLoss loss, double spectral, StepOptimizer optimizer, double rate,
    int batch, double averaging, int threads, long seed) {

  /** @throws IllegalArgumentException naming the setting that is out of range */
  public AdversarialSettings {
    require(spectral >= 0 && spectral < Double.POSITIVE_INFINITY, "spectral: expected a number of at least 0",
        spectral);
    require(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate: expected a number above 0", rate);
    require(batch >= 1, "batch: expected at least 1 row", batch);
    require(averaging >= 0 && averaging < 1, "averaging: expected a number from 0 to below 1", averaging);
    require(threads >= 1, "threads: expected at least 1", threads);
  }

  private static void require(boolean valid, String expected, Number got) {
    if (!valid) {
      throw new IllegalArgumentException(expected + ", got " + got);
    }
  }
}
