package weka.core.neural.sources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.Shape;
import weka.core.Attribute;

class PixelAttributesTest {
  @Test
  void pixelsAreNamedByRowAndColumn() {
    assertEquals(List.of("r0c0", "r0c1", "r1c0", "r1c1", "r2c0", "r2c1"), names(Shape.of(3, 2, 1)));
    assertEquals(List.of("r0c0red", "r0c0green", "r0c0blue", "r0c1red", "r0c1green", "r0c1blue"),
        names(Shape.of(1, 2, 3)));
    double[] row = {-1, -1, -1};
    PixelAttributes.write(new byte[] {7, 0, (byte) 255}, 1, 2, row);
    assertArrayEquals(new double[] {0, 255, -1}, row);
  }

  private static List<String> names(Shape shape) {
    return PixelAttributes.of(shape).stream().map(Attribute::name).toList();
  }
}
