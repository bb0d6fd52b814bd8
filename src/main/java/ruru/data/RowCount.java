package ruru.data;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/** Counts the rows that a decoder has filled. */
final class RowCount implements IIOReadUpdateListener {
  private final BitSet filled = new BitSet();

  void clear() {
    filled.clear();
  }

  int rows() {
    return filled.cardinality();
  }

  @Override
  public void imageUpdate(ImageReader source, BufferedImage image, int minX, int minY, int width, int height,
      int periodX, int periodY, int[] bands) {
    for (int row = 0; row < height; row++) {
      filled.set(minY + row * periodY);
    }
  }

  @Override
  public void passStarted(ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX,
      int minY, int periodX, int periodY, int[] bands) {}

  @Override
  public void passComplete(ImageReader source, BufferedImage image) {}

  @Override
  public void thumbnailPassStarted(ImageReader source, BufferedImage thumbnail, int pass, int minPass, int maxPass,
      int minX, int minY, int periodX, int periodY, int[] bands) {}

  @Override
  public void thumbnailUpdate(ImageReader source, BufferedImage thumbnail, int minX, int minY, int width, int height,
      int periodX, int periodY, int[] bands) {}

  @Override
  public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {}
}
