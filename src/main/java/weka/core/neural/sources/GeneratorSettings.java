package weka.core.neural.sources;

import weka.core.Instances;

/** What our generators of data refuse. */
public final class GeneratorSettings {
  private GeneratorSettings() {}

  /**
   * @return the standard deviation of the noise
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public static double noise(double noise) {
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("noise must be 0 or more, got " + noise);
    }
    return noise;
  }

  /** @throws IllegalArgumentException if there are to be no examples */
  public static int examples(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("numExamples (-n) must be at least 1, got " + number);
    }
    return number;
  }

  /** @throws IllegalStateException if examples are asked for before there is a format */
  public static void requireFormat(Instances format) {
    if (format == null) {
      throw new IllegalStateException("the format of the data is not defined yet; call defineDataFormat first");
    }
  }
}
