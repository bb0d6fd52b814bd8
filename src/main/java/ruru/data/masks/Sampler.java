package ruru.data.masks;

import ruru.data.PixelScaling;
import ruru.data.UnscaledImage;

/** Values between the pixels of an image, bilinearly, and of its mask, from the nearest; outside by reflection or 0. */
final class Sampler {
  private final UnscaledImage image;
  private final MaskedImage masked;
  private final PixelScaling scaling;
  private final boolean zeroOutside;

  Sampler(MaskedImage masked, PixelScaling scaling, boolean zeroOutside) {
    this.masked = masked;
    this.image = masked.image();
    this.scaling = scaling;
    this.zeroOutside = zeroOutside;
  }

  private boolean isOutside(double x, double y) {
    return x <= -1 || y <= -1 || x >= image.width() || y >= image.height();
  }

  /** Writes the scaled channels. */
  void pixel(double x, double y, float[] to, int at) {
    int channels = image.channels();
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    for (int c = 0; c < channels; c++) {
      double high =
          right == 0 ? value(left, top, c) : (1 - right) * value(left, top, c) + right * value(left + 1, top, c);
      double low = down == 0 ? high : right == 0 ? value(left, top + 1, c)
          : (1 - right) * value(left, top + 1, c) + right * value(left + 1, top + 1, c);
      to[at + c] = zeroOutside && isOutside(x, y) ? 0 : scaling.scale(c, (1 - down) * high + down * low);
    }
  }

  private int value(int x, int y, int channel) {
    int place = MaskedImage.inside(y, image.height()) * image.width() + MaskedImage.inside(x, image.width());
    return image.pixels()[place * image.channels() + channel] & 0xFF;
  }

  /** The class of the nearest pixel. */
  byte label(double x, double y) {
    Mask mask = masked.mask();
    int column = (int) Math.round(x);
    int row = (int) Math.round(y);
    boolean outside = column < 0 || row < 0 || column >= image.width() || row >= image.height();
    return mask == null || zeroOutside && outside ? Mask.IGNORED
        : mask.classes()[MaskedImage.inside(row, mask.height()) * mask.width()
            + MaskedImage.inside(column, mask.width())];
  }
}
