package ruru.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Small image files for tests: pixel (x, y) of image i is grey with the value that {@link #value} says. */
final class TestImages {
  private TestImages() {}

  static int value(int image, int x, int y) {
    return (37 * image + 11 * x + 5 * y) % 256;
  }

  static List<Path> write(Path folder, int count, int height, int width) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          image.getRaster().setSample(x, y, 0, value(i, x, y));
        }
      }
      files.add(folder.resolve(i + ".png"));
      ImageIO.write(image, "png", files.get(i).toFile());
    }
    return files;
  }
}
