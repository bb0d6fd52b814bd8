package ruru.data;

import java.awt.Rectangle;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an image that is too large to be in memory as a whole: decoded some rows at a time. The pixels are the
 * same as decoded at once; the time is longer, since a decoder begins at the start of the file each time.
 */
final class BandRows extends PixelRows {
  /** Decodes a part of an image. */
  interface Decoder {
    /** @param part null for the whole image */
    PixelRows decode(@Nullable ImageReadParam part) throws IOException;
  }

  private final ImageReader reader;
  private final Decoder decoder;
  private final int most;
  private PixelRows band;
  private int top;

  private BandRows(ImageReader reader, Decoder decoder, PixelRows first, int height, int most) {
    super(first.width, height, first.channels);
    this.reader = reader;
    this.decoder = decoder;
    this.most = most;
    band = first;
  }

  /** @param most rows that are decoded at once; at least 1 */
  static PixelRows of(ImageReader reader, Decoder decoder, int most) throws IOException {
    int height = reader.getHeight(0);
    return most >= height ? decoder.decode(null)
        : new BandRows(reader, decoder, decoder.decode(part(reader, 0, most)), height, most);
  }

  private static ImageReadParam part(ImageReader reader, int top, int rows) throws IOException {
    ImageReadParam part = reader.getDefaultReadParam();
    part.setSourceRegion(new Rectangle(0, top, reader.getWidth(0), Math.min(rows, reader.getHeight(0) - top)));
    return part;
  }

  @Override
  @SuppressWarnings("NullAway") // there is no band for a moment only
  void read(int y, float[] row) throws IOException {
    if (y >= top + band.height) {
      // The old band is let go before there is a new one.
      top += band.height;
      band = null;
      band = decoder.decode(part(reader, top, most));
    }
    band.read(y - top, row);
  }
}
