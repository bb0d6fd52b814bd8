package weka.gui.neural.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import weka.core.neural.lab.images.FloatImage;

class FloatPictureTest {
  private static FloatImage row(float... values) {
    return new FloatImage(1, values.length, 1, values);
  }

  @Test
  void zeroIsThePaperAndTheScaleTheStrongestColour() {
    BufferedImage picture = FloatPicture.signed(row(-2, 0, 2, 5, Float.NaN), 2);
    assertEquals(Palette.signed(-1).getRGB(), picture.getRGB(0, 0));
    assertEquals(Palette.paper().getRGB(), picture.getRGB(1, 0));
    assertEquals(Palette.signed(1).getRGB(), picture.getRGB(2, 0));
    assertEquals(Palette.signed(1).getRGB(), picture.getRGB(3, 0));
    assertEquals(Color.BLACK.getRGB(), picture.getRGB(4, 0));
    assertEquals(Palette.paper().getRGB(), FloatPicture.signed(row(0, 0), 0).getRGB(1, 0));
  }

  @Test
  void threeChannelsAreAColour() {
    BufferedImage picture = FloatPicture.grey(new FloatImage(1, 2, 3, new float[] {1, 0, 4, -1, 2, 0}),
        new float[][] {{-1, 0, 0}, {1, 2, 8}});
    assertEquals(new Color(255, 0, 128), new Color(picture.getRGB(0, 0)));
    assertEquals(new Color(0, 255, 0), new Color(picture.getRGB(1, 0)));
  }

  @Test
  void otherChannelsAreAveraged() {
    BufferedImage picture =
        FloatPicture.grey(new FloatImage(1, 1, 2, new float[] {1, 0}), new float[][] {{0, 0}, {1, 1}});
    assertEquals(new Color(127, 127, 127), new Color(picture.getRGB(0, 0)));
  }

  @Test
  void aPhotoBecomesASmallPicture() {
    BufferedImage picture = FloatPicture.signed(new FloatImage(3000, 400, 1, new float[3000 * 400]), 1);
    assertEquals(250, picture.getHeight());
    assertEquals(34, picture.getWidth());
  }

  @Test
  void heatLiesOverGrey() {
    BufferedImage grey = FloatPicture.grey(row(0, 1), new float[][] {{0}, {1}});
    BufferedImage over = FloatPicture.over(grey, row(3, 0), 3);
    assertEquals(Palette.signed(1).getRGB(), over.getRGB(0, 0));
    Color pale = new Color(over.getRGB(1, 0));
    assertEquals(pale.getRed(), pale.getBlue());
  }
}
