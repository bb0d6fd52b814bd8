package ruru.data.masks;

/**
 * Classes of the pixels of an image.
 *
 * @param classes [height][width]: index of the class, or {@link #IGNORED} where none counts
 */
public record Mask(int height, int width, byte[] classes) {
  /** Marks a pixel that counts neither in training nor in measures. */
  public static final byte IGNORED = (byte) 255;
}
