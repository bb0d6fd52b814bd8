package weka.core.neural.compare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import weka.core.Utils;

/** Small files for the tests of the comparison. */
final class SampleData {

  private SampleData() {}

  /** 31 rows, one attribute that tells two classes apart but for some noise. */
  static Path nominal(Path folder, String file, String relation) throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("@relation " + Utils.quote(relation) + "\n@attribute x numeric\n"
        + "@attribute class {low,high}\n@data\n");
    for (int i = 0; i < 31; i++) {
      double x = i / 31.0;
      text.append(String.format(Locale.ROOT, "%.4f,%s%n", x, x + 0.15 * random.nextGaussian() < 0.5 ? "low" : "high"));
    }
    return Files.writeString(folder.resolve(file), text);
  }

  /**
   * 20 images of 6 x 6 pixels, a light line on noise: upright or lying.
   *
   * @param withClass whether the last attribute says which; or else it is a number
   */
  static Path pixels(Path folder, String file, String relation, boolean withClass) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("@relation " + Utils.quote(relation) + "\n");
    for (int i = 0; i < 36; i++) {
      text.append("@attribute p").append(i).append(" numeric\n");
    }
    text.append(withClass ? "@attribute class {upright,lying}\n@data\n" : "@attribute class numeric\n@data\n");
    for (int i = 0; i < 20; i++) {
      int[] image = line(6, i, random);
      for (int pixel : image) {
        text.append(pixel).append(',');
      }
      text.append(withClass ? i % 2 == 0 ? "upright" : "lying" : "1").append('\n');
    }
    return Files.writeString(folder.resolve(file), text);
  }

  /** The like of {@link #pixels} as a folder of 8 x 8 PNG files. */
  static Path imageFolder(Path folder, String name) throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      int[] image = line(8, i, random);
      BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      picture.getRaster().setPixels(0, 0, 8, 8, image);
      Path classFolder = Files.createDirectories(folder.resolve(name).resolve(i % 2 == 0 ? "upright" : "lying"));
      ImageIO.write(picture, "png", classFolder.resolve(i + ".png").toFile());
    }
    return folder.resolve(name);
  }

  private static int[] line(int side, int i, Random random) {
    int[] image = new int[side * side];
    int at = random.nextInt(side);
    for (int p = 0; p < image.length; p++) {
      boolean light = (i % 2 == 0 ? p % side : p / side) == at;
      image[p] = (light ? 180 : 0) + random.nextInt(60);
    }
    return image;
  }

  /** 31 rows, a numeric class that steps up in the middle, with noise. */
  static Path numeric(Path folder, String file, String relation) throws IOException {
    Random random = new Random(2);
    StringBuilder text = new StringBuilder("@relation " + Utils.quote(relation) + "\n@attribute x numeric\n"
        + "@attribute y numeric\n@data\n");
    for (int i = 0; i < 31; i++) {
      double x = i / 31.0;
      text.append(String.format(Locale.ROOT, "%.4f,%.4f%n", x, (x < 0.5 ? 0 : 10) + random.nextGaussian()));
    }
    return Files.writeString(folder.resolve(file), text);
  }
}
