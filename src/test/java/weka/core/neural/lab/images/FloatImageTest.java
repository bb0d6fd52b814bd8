package weka.core.neural.lab.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import ruru.nn.Shape;
import ruru.nn.Tensor;

class FloatImageTest {
  @Test
  void aMapIsAChannelOfAllPositions() {
    Tensor t = new Tensor(Shape.of(2, 3, 2), 1);
    t.writeRow(0, new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15}, 0);
    FloatImage map = FloatImage.map(t, 1);
    assertEquals(2, map.height());
    assertEquals(3, map.width());
    assertArrayEquals(new float[] {10, 11, 12, 13, 14, 15}, map.values());
  }

  @Test
  void featuresAreLinesOf32() {
    Tensor t = new Tensor(Shape.of(40), 1);
    t.fill(2);
    FloatImage features = FloatImage.map(t, 0);
    assertEquals(2, features.height());
    assertEquals(32, features.width());
    assertEquals(2, features.values()[39]);
    assertEquals(0, features.values()[40]);
  }

  @Test
  void rangesLeaveOutWhatIsNoNumber() {
    FloatImage image = new FloatImage(1, 4, 1, new float[] {Float.NaN, -3, 2, Float.POSITIVE_INFINITY});
    assertEquals(-3, image.low());
    assertEquals(2, image.high());
    assertEquals(3, image.size());
    FloatImage none = new FloatImage(1, 1, 1, new float[] {Float.NaN});
    assertEquals(0, none.low());
    assertEquals(0, none.high());
  }

  @Test
  void aLargeImageIsThinned() {
    float[] values = new float[5 * 7 * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    FloatImage thin = new FloatImage(5, 7, 2, values).thinned(3);
    assertEquals(2, thin.height());
    assertEquals(3, thin.width());
    assertArrayEquals(new float[] {0, 1, 6, 7, 12, 13, 42, 43, 48, 49, 54, 55}, thin.values());
  }

  @Test
  void theLargestChannelCountsWithoutItsSign() {
    FloatImage image = new FloatImage(1, 2, 3, new float[] {0.5f, -2, 1, 0, 0.25f, 0});
    assertArrayEquals(new float[] {2, 0.25f}, image.largest().values());
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    assertEquals("expected 2 x 2 x 1 values, got 3",
        assertThrows(IllegalArgumentException.class, () -> new FloatImage(2, 2, 1, new float[3])).getMessage());
  }
}
