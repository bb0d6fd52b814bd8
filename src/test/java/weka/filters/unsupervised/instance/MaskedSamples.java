package weka.filters.unsupervised.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import ruru.data.PngFile;
import ruru.nn.Shape;
import weka.core.Instances;
import weka.core.converters.ImageMaskLoader;

/** Noisy images of bright squares on a dark ground, with masks: 0 for the ground, 255 for squares. */
final class MaskedSamples {
  private MaskedSamples() {}

  /** Writes images 1.png to n.png of about the given size; those beyond masked have no mask. */
  static void write(Path folder, int n, int masked, int size) throws IOException {
    Files.createDirectories(folder.resolve("masks"));
    Random random = new Random(1);
    for (int i = 1; i <= n; i++) {
      int height = size + i % 3;
      int width = size + i % 2;
      byte[] image = new byte[height * width];
      byte[] mask = new byte[height * width];
      int left = random.nextInt(width / 2);
      int top = random.nextInt(height / 2);
      for (int p = 0; p < image.length; p++) {
        int x = p % width - left;
        int y = p / width - top;
        boolean inside = x >= 0 && y >= 0 && x < size / 2 && y < size / 2;
        image[p] = (byte) ((inside ? 150 : 60) + random.nextInt(80));
        mask[p] = (byte) (inside ? 255 : 0);
      }
      PngFile.write(image, Shape.of(height, width, 1), folder.resolve("images/" + i + ".png"));
      if (i <= masked) {
        PngFile.write(mask, Shape.of(height, width, 1), folder.resolve("masks/" + i + ".png"));
      }
    }
  }

  static Instances load(Path folder) throws IOException {
    ImageMaskLoader loader = new ImageMaskLoader();
    loader.setDirectory(folder.toFile());
    return loader.getDataSet();
  }
}
