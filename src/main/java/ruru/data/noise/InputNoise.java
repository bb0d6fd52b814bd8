package ruru.data.noise;

import ruru.nn.Layer;

/** One kind of noise that an autoencoder is to take out of its inputs again. A record, found by its package. */
public interface InputNoise {
  /**
   * The layer that puts it on the inputs.
   *
   * @param low  the lowest value that inputs usually have
   * @param high the highest
   */
  Layer layer(double low, double high);
}
