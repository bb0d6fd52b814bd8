package ruru.data;

import java.awt.image.BufferedImage;

/** Palettes and rare colour spaces: converted by Java. */
final class ConvertedRows extends PixelRows {
  private final BufferedImage image;
  private final int[] argb;

  ConvertedRows(BufferedImage image) {
    super(image.getWidth(), image.getHeight(), 3);
    this.image = image;
    argb = new int[width];
  }

  @Override
  void read(int y, float[] row) {
    image.getRGB(0, y, width, 1, argb, 0, width);
    for (int x = 0; x < width; x++) {
      float opaque = (argb[x] >>> 24) / 255f;
      for (int c = 0; c < 3; c++) {
        row[x * 3 + c] = 255 * (1 - opaque) + opaque * (argb[x] >>> 16 - 8 * c & 0xFF);
      }
    }
  }
}
