package weka.core.neural.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's picture of dense prediction. */
class SegmentationPictureTest {

  @Test
  void sixScenesAreDrawnAndTheMeasuresAreOfAll(@TempDir Path folder) throws Exception {
    Picture picture = new SegmentationPicture(folder).draw(24, "-epochs 120 -layers \"conv 4 3x3 relu\"");
    BufferedImage drawn = ImageIO.read(picture.file().toFile());
    // Scenes of 48 x 48, twice as large: image, mask and prediction side by side.
    assertEquals(3 * 100 - 4, drawn.getWidth());
    assertEquals(6 * 100 - 4, drawn.getHeight());
    assertThat(picture.caption()).containsPattern("pixel accuracy 0\\.[89]\\d+, mean IoU 0\\.\\d+, over 6 images");
    assertEquals(folder.resolve(SegmentationPicture.FILE), picture.file());
  }
}
