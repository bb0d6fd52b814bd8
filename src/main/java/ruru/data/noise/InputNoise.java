package ruru.data.noise;

import ruru.nn.Layer;

/** One kind of noise for an autoencoder to remove from its inputs. A record, found by its package. */
public interface InputNoise {
  /**
   * The layer that adds it to the inputs.
   *
   * @param low  the lowest value that inputs usually have
   * @param high the highest
   */
  Layer layer(double low, double high);
}
