package ruru.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class PicturesTest {
  /** Values noted once: the same on every Java and every machine. */
  @Test
  void theBitsAreTheSameEverywhere() {
    CRC32 sum = new CRC32();
    Random random = new Random(5);
    for (int digit = 0; digit < 10; digit++) {
      add(sum, DigitPicture.draw(digit, 20, 1, random));
    }
    assertEquals(0x741e02deL, sum.getValue(), Long.toHexString(sum.getValue()));
    for (ShapePicture shape : ShapePicture.values()) {
      add(sum, shape.draw(20, random));
    }
    assertEquals(0xfb7c1e72L, sum.getValue(), Long.toHexString(sum.getValue()));
  }

  private static void add(CRC32 sum, double[] picture) {
    for (double v : picture) {
      long bits = Double.doubleToLongBits(v);
      for (int shift = 0; shift < 64; shift += 8) {
        sum.update((int) (bits >>> shift));
      }
    }
  }

  @Test
  void distanceFromALineIsThatOfItsNearestPoint() {
    assertEquals(4, Segments.squaredDistance(3, 2, 0, 0, 10, 0));
    assertEquals(9 + 16, Segments.squaredDistance(13, 4, 0, 0, 10, 0));
    assertEquals(9 + 16, Segments.squaredDistance(-3, -4, 0, 0, 10, 0));
    assertEquals(25, Segments.squaredDistance(3, 4, 0, 0, 0, 0));
  }
}
