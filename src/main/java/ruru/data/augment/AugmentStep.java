package ruru.data.augment;

import ruru.nn.Rng;

/** One kind of random change to a training image. A record, found by its package. */
public interface AugmentStep {
  /** Draws this step's random change and adds it to the image's others. */
  void draw(Rng random, Distortion distortion);
}
