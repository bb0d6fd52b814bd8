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
  @Test
  void noiseGoesAndDigitsAreDrawn(@TempDir Path folder) throws Exception {
    List<Picture> pictures = new AutoencoderPictures(Source.pixels(Path.of("datasets", "digits.arff"), "16x16x1"),
        folder).draw();
    assertEquals(2, pictures.size());
    for (Picture picture : pictures) {
      // Three lines of twenty images of 16 x 16, three times as large.
      assertEquals(2 + 20 * 50, ImageIO.read(picture.file().toFile()).getWidth());
      assertEquals(2 + 3 * 50, ImageIO.read(picture.file().toFile()).getHeight());
    }
    Matcher figures = Pattern.compile("([\\d.]+) with noise, ([\\d.]+) denoised").matcher(pictures.get(0).caption());
    assertTrue(figures.find(), pictures.get(0).caption());
    assertEquals(0.09, Double.parseDouble(figures.group(1)), 0.005);
    assertTrue(Double.parseDouble(figures.group(2)) < 0.04, pictures.get(0).caption());
  }
}
