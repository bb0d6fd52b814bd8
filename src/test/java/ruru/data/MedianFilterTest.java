package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import ruru.nn.Shape;

/** Cases worked by hand. */
class MedianFilterTest {
  @Test
  void aSinglePixelGoesAndTheBorderCountsAgain() {
    float[] image = {1, 2, 3, 4, 99, 6, 7, 8, 9};
    // Top left: 1, 1, 2, 1, 1, 2, 4, 4, 99.
    assertArrayEquals(new float[] {2, 3, 3, 4, 6, 6, 7, 8, 9}, MedianFilter.apply(image, Shape.of(3, 3, 1), 3));
    assertArrayEquals(image, MedianFilter.apply(image, Shape.of(3, 3, 1), 1));
  }

  @Test
  void channelsAndImagesAreKeptApart() {
    float[] images = {5, 0, 5, 0, 7, 0, 5, 0, 1, 9, 1, 9, 1, 9, 1, 9};
    assertArrayEquals(new float[] {5, 0, 5, 0, 5, 0, 5, 0, 1, 9, 1, 9, 1, 9, 1, 9},
        MedianFilter.apply(images, Shape.of(2, 2, 2), 3));
  }

  @Test
  void anEvenSideIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MedianFilter.apply(new float[4], Shape.of(2, 2, 1), 2));
    assertThrows(IllegalArgumentException.class, () -> MedianFilter.apply(new float[4], Shape.of(4), 3));
  }
}
