package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.nn.Shape;

/** Images side by side in a file. */
class ImageSheetTest {
  @TempDir
  private Path folder;

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, Files.createDirectory(folder.resolve("real")));
    } catch (UnsupportedOperationException | IOException e) {
      assumeTrue(false, "skipped: no links can be made here");
    }
    PngFile.write(new byte[4], Shape.of(2, 2, 1), link.resolve("a.png"));
    assertTrue(Files.exists(folder.resolve("real/a.png")));
  }

  @Test
  void everyImageStandsInItsPlaceOnOneScale() throws Exception {
    float[] first = {-1, 1, 0, 0.5f, 0, 0};
    Path file = folder.resolve("sheet.png");
    new ImageSheet(Shape.of(2, 3, 1), first).write(file, 2, first, new float[] {2, -3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    BufferedImage sheet = ImageIO.read(file.toFile());
    // Enlarged 24 times, 2 pixels between.
    assertEquals(2 + 2 * (3 * 24 + 2), sheet.getWidth());
    assertEquals(2 + 2 * (2 * 24 + 2), sheet.getHeight());
    assertEquals(0, grey(sheet, 2, 2));
    assertEquals(255, grey(sheet, 2 + 24, 2));
    assertEquals(191, grey(sheet, 2, 2 + 24));
    assertEquals(128, grey(sheet, 2 + 74, 2), "no second image in the first line");
    assertEquals(255, grey(sheet, 2, 2 + 50), "cut");
    assertEquals(0, grey(sheet, 2 + 24, 2 + 50), "cut");
    assertEquals(255, grey(sheet, 2 + 74 + 71, 2 + 50 + 47), "the last pixel of the last image");
  }

  @Test
  void coloursHaveAScaleEach() throws Exception {
    Path file = folder.resolve("sheet.png");
    float[] image = {0, 10, 5, 1, 20, 5};
    new ImageSheet(Shape.of(1, 2, 3), image).write(file, 1, image);
    BufferedImage sheet = ImageIO.read(file.toFile());
    assertEquals(0x000000, sheet.getRGB(2, 2) & 0xFFFFFF);
    assertEquals(0xFFFF00, sheet.getRGB(2 + 48, 2) & 0xFFFFFF);
    assertThrows(IllegalArgumentException.class, () -> new ImageSheet(Shape.of(2, 2, 2), new float[8]));
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }
}
