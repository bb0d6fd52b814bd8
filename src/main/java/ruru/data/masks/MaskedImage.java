package ruru.data.masks;

import org.jspecify.annotations.Nullable;
import ruru.data.UnscaledImage;

/**
 * An image with its mask.
 *
 * @param mask of the same size; null if there is none
 */
public record MaskedImage(UnscaledImage image, @Nullable Mask mask) {
  /** Continues an axis by reflection: the place inside that stands for any place. */
  public static int inside(int place, int size) {
    int turn = Math.floorMod(place, 2 * size);
    return turn < size ? turn : 2 * size - 1 - turn;
  }

  /** How many pixels each class has. */
  public long[] counts(int classes) {
    long[] counts = new long[classes];
    if (mask != null) {
      for (byte c : mask.classes()) {
        if (c != Mask.IGNORED) {
          counts[c]++;
        }
      }
    }
    return counts;
  }
}
