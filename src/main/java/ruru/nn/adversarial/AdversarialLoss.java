package ruru.nn.adversarial;

/**
 * What the two networks minimise, given the discriminator's output z for a row: positive for "real", negative for
 * "generated".
 */
public enum AdversarialLoss {
  /**
   * Hinge loss: max(0, 1 - z) for a real row, max(0, 1 + z) for a generated one; the generator minimises -z. A
   * discriminator that is sure of a row learns nothing more from it, but the generator does. Source: Lim and Ye 2017,
   * arXiv:1705.02894.
   */
  HINGE {
    @Override
    double discriminator(double z, boolean real) {
      return Math.max(0, real ? 1 - z : 1 + z);
    }

    @Override
    double discriminatorSlope(double z, boolean real) {
      return real ? z < 1 ? -1 : 0 : z > -1 ? 1 : 0;
    }

    @Override
    double generator(double z) {
      return -z;
    }

    @Override
    double generatorSlope(double z) {
      return -1;
    }
  },
  /**
   * Cross-entropy: -log sigmoid(z) for a real row, -log(1 - sigmoid(z)) for a generated one; the generator minimises
   * -log sigmoid(z), whose gradient does not vanish while it still loses. Source: Goodfellow et al. 2014,
   * arXiv:1406.2661, section 3.
   */
  NONSATURATING {
    @Override
    double discriminator(double z, boolean real) {
      return softplus(real ? -z : z);
    }

    @Override
    double discriminatorSlope(double z, boolean real) {
      return real ? -sigmoid(-z) : sigmoid(z);
    }

    @Override
    double generator(double z) {
      return softplus(-z);
    }

    @Override
    double generatorSlope(double z) {
      return -sigmoid(-z);
    }
  };

  /** The discriminator's loss for a row. */
  abstract double discriminator(double z, boolean real);

  /** Its derivative with respect to z. */
  abstract double discriminatorSlope(double z, boolean real);

  /** The generator's loss for a row that it made. */
  abstract double generator(double z);

  /** Its derivative with respect to z. */
  abstract double generatorSlope(double z);

  private static double softplus(double z) {
    return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
