package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.nn.Shape;

class TypicalShapeTest {
  @TempDir
  Path folder;

  private Path write(String name, int width, int height, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, rgb);
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void smallImagesKeepTheirSize() throws Exception {
    assertEquals(Shape.of(20, 28, 1), TypicalShape.of(List.of(write("a", 28, 20, 0x808080)), FileAccess.ANYWHERE));
    assertEquals(Shape.of(20, 28, 3), TypicalShape.of(List.of(write("a", 28, 20, 0x808080), write("b", 28, 20,
        0x808081)), FileAccess.ANYWHERE));
  }

  @Test
  void largeImagesKeepTheirProportions() throws Exception {
    assertEquals(Shape.of(24, 32, 1), TypicalShape.of(List.of(write("a", 640, 480, 0)), FileAccess.ANYWHERE));
    assertEquals(Shape.of(1, 32, 1), TypicalShape.of(List.of(write("a", 640, 2, 0)), FileAccess.ANYWHERE));
  }

  @Test
  void theMedianCounts() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int side : new int[] {10, 500, 12, 11, 14}) {
      files.add(write("s" + side, side, side + 5, 0));
    }
    assertEquals(Shape.of(17, 12, 1), TypicalShape.of(files, FileAccess.ANYWHERE));
  }

  @Test
  void whatIsBrokenIsNamedWithItsRow() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.png"), "no image");
    List<Path> files = List.of(write("a", 5, 5, 0), broken);
    String message =
        assertThrows(UncheckedIOException.class, () -> TypicalShape.of(files, FileAccess.ANYWHERE)).getMessage();
    assertTrue(message.startsWith("row 2: image " + broken), message);
  }
}
