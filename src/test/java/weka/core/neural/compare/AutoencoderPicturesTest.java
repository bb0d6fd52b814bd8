package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's pictures of autoencoders. */
class AutoencoderPicturesTest {
  private static final Pattern RATIOS =
      Pattern
          .compile("([\\d.]+) dB with the noise, ([\\d.]+) dB after a median filter.* ([\\d.]+) dB as reconstructed");

  @Test
  void noiseGoesHolesAreFilledAndDigitsAreDrawn(@TempDir Path folder) throws Exception {
    List<Picture> pictures = new AutoencoderPictures(Source.pixels(Path.of("datasets", "digits.arff"), "16x16x1"),
        folder).draw();
    assertEquals(4, pictures.size());
    int[] lines = {3, 3, 2, 3};
    for (int i = 0; i < lines.length; i++) {
      // Lines of twenty images of 16 x 16, three times as large.
      assertEquals(2 + 20 * 50, ImageIO.read(pictures.get(i).file().toFile()).getWidth());
      assertEquals(2 + lines[i] * 50, ImageIO.read(pictures.get(i).file().toFile()).getHeight());
    }
    double[] noise = ratios(pictures.get(0));
    assertEquals(-20 * Math.log10(0.3), noise[0], 0.2);
    assertTrue(noise[1] > noise[0] + 2 && noise[2] > noise[1] + 2, pictures.get(0).caption());
    double[] holes = ratios(pictures.get(1));
    assertTrue(holes[2] > holes[1] + 1.5, pictures.get(1).caption());
  }

  private static double[] ratios(Picture picture) {
    Matcher m = RATIOS.matcher(picture.caption());
    assertTrue(m.find(), picture.caption());
    return new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)),
        Double.parseDouble(m.group(3))};
  }
}
