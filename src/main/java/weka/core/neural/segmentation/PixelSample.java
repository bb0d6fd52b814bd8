package weka.core.neural.segmentation;

import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import ruru.data.masks.Mask;
import ruru.data.masks.MaskedImage;
import ruru.data.masks.MaskedImages;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Pixels of images, drawn at random, each with the square around it. Beyond its border an image is continued by
 * reflection.
 *
 * @param side  of the square, odd
 * @param count pixels of an image; 0 for all that count
 * @param seed  of the choice, which depends on the image's row
 */
public record PixelSample(int side, int count, int seed) {
  /**
   * Draws the pixels of all images, one image after the other.
   *
   * @param use gets the square's values, [side][side][channels] from 0 to 255, and the class of the pixel in its
   *            middle
   */
  public <E extends Exception> void each(MaskedImages images, Cancellation<E> cancellation,
      BiConsumer<double[], Integer> use) throws E {
    for (int i = 0; i < images.size(); i++) {
      cancellation.check();
      MaskedImage image = images.get(i);
      Mask mask = image.mask();
      if (mask == null) {
        continue;
      }
      byte[] classes = mask.classes();
      int[] counted = IntStream.range(0, classes.length).filter(p -> classes[p] != Mask.IGNORED).toArray();
      int wanted = count == 0 ? counted.length : Math.min(count, counted.length);
      if (wanted < counted.length) {
        new Rng(seed, RandomStream.ORDER, 0, images.row(i)).shuffle(counted, counted.length);
      }
      for (int p = 0; p < wanted; p++) {
        cancellation.check();
        use.accept(square(image, counted[p]), (int) classes[counted[p]]);
      }
    }
  }

  private double[] square(MaskedImage image, int pixel) {
    int width = image.image().width();
    int height = image.image().height();
    int channels = image.image().channels();
    byte[] pixels = image.image().pixels();
    double[] values = new double[side * side * channels];
    int at = 0;
    for (int dy = -side / 2; dy <= side / 2; dy++) {
      int y = MaskedImage.inside(pixel / width + dy, height);
      for (int dx = -side / 2; dx <= side / 2; dx++) {
        int from = (y * width + MaskedImage.inside(pixel % width + dx, width)) * channels;
        for (int c = 0; c < channels; c++) {
          values[at++] = pixels[from + c] & 0xFF;
        }
      }
    }
    return values;
  }
}
