package ruru.data.augment;

import ruru.nn.Rng;

/** One kind of random change to a training image. A record, found by its package. */
public interface AugmentStep {
  /** Draws what happens to one image and adds it to the rest. */
  void draw(Rng random, Distortion distortion);
}
