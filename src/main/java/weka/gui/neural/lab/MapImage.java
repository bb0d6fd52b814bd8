package weka.gui.neural.lab;

import java.awt.image.BufferedImage;
import weka.core.neural.lab.NeuronMap;

/** A neuron's map as a picture: blue below 0, orange above, the paler the nearer to 0. */
final class MapImage {
  private static final int SHADES = 127;
  /** Of the colour where the output is largest. */
  private static final double STRENGTH = 0.9;

  private final int[] colours = new int[2 * SHADES + 1];

  MapImage() {
    for (int i = 0; i < colours.length; i++) {
      colours[i] = Palette.signed(STRENGTH * (i - SHADES) / SHADES).getRGB();
    }
  }

  /**
   * Scaled by the map's own largest value, so that its form is seen.
   *
   * @param size points of a side of the map
   * @param side pixels of a side of the picture
   */
  BufferedImage of(NeuronMap map, int size, int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    float most = map.largest();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        float value = map.values()[y * size / side * size + x * size / side];
        // What is not a number is shown as 0.
        int shade = most > 0 && Float.isFinite(value / most) ? Math.round(value / most * SHADES) : 0;
        image.setRGB(x, y, colours[SHADES + shade]);
      }
    }
    return image;
  }
}
