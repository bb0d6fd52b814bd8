package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import ruru.nn.Shape;

class PixelOrderTest {
  @Test
  void placesOfAnImageOfTwoRowsAndThreeColumns() {
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, PixelOrder.HWC.places(Shape.of(2, 3, 2)));
    assertArrayEquals(new int[] {0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11}, PixelOrder.CHW.places(Shape.of(2, 3, 2)));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, PixelOrder.CHW.places(Shape.of(2, 3, 1)));
  }
}
