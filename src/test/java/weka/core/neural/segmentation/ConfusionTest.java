package weka.core.neural.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ruru.data.masks.Mask;

class ConfusionTest {
  private static Mask mask(int... classes) {
    byte[] bytes = new byte[classes.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) classes[i];
    }
    return new Mask(1, bytes.length, bytes);
  }

  /** By hand: of class 0 two of three pixels are right, of class 1 one of one, and class 0 lost a pixel to class 1. */
  @Test
  void theMeasuresAreThoseOfTheirFormulas() {
    Confusion c = new Confusion(3);
    c.add(mask(0, 0, 0, 1, Mask.IGNORED), mask(0, 0, 1, 1, 2));
    assertEquals(4, c.pixels());
    assertEquals(3.0 / 4, c.accuracy());
    assertEquals(2.0 / 3, c.accuracy(0));
    assertEquals(1, c.accuracy(1));
    assertEquals(2.0 / 3, c.iou(0));
    assertEquals(1.0 / 2, c.iou(1));
    assertEquals(4.0 / 5, c.dice(0));
    assertEquals(2.0 / 3, c.dice(1));
    assertTrue(Double.isNaN(c.iou(2)), "a class that is nowhere has no measure");
    assertEquals((2.0 / 3 + 1.0 / 2) / 2, c.meanIou(), 1e-12);
  }

  @Test
  void imagesAddUp() {
    Confusion sum = new Confusion(2);
    Confusion a = new Confusion(2);
    a.add(mask(0, 1, 1), mask(0, 0, 1));
    Confusion b = new Confusion(2);
    b.add(mask(1, 1, 0), mask(1, 0, 0));
    sum.add(a);
    sum.add(b);
    Confusion together = new Confusion(2);
    together.add(mask(0, 1, 1, 1, 1, 0), mask(0, 0, 1, 1, 0, 0));
    assertEquals(together.meanIou(), sum.meanIou());
    assertEquals(together.dice(1), sum.dice(1));
    assertThrows(IllegalArgumentException.class, () -> sum.add(mask(0), mask(0, 0)));
  }
}
