package ruru.data;

import java.awt.Rectangle;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an image that is too large to be in memory as a whole: decoded some rows at a time. The pixels are the
 * same as when decoded at once; it takes longer, since a decoder starts at the beginning of the file each time.
 */
final class BandRows extends PixelRows {
  /** Decodes a part of an image. */
  interface Decoder {
    /** @param part null for the whole image */
    PixelRows decode(@Nullable ImageReadParam part) throws IOException;
  }

  private final ImageReader reader;
  private final Decoder decoder;
  private final int bandHeight;
  private PixelRows band;
  private int top;

  private BandRows(ImageReader reader, Decoder decoder, PixelRows first, int height, int bandHeight) {
    super(first.width, height, first.channels);
    this.reader = reader;
    this.decoder = decoder;
    this.bandHeight = bandHeight;
    band = first;
  }

  /** @param bandHeight rows decoded at once; at least 1 */
  static PixelRows of(ImageReader reader, Decoder decoder, int bandHeight) throws IOException {
    int height = reader.getHeight(0);
    return bandHeight >= height ? decoder.decode(null)
        : new BandRows(reader, decoder, decoder.decode(part(reader, 0, bandHeight)), height, bandHeight);
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
      // The old band is released before the new one is decoded.
      top += band.height;
      band = null;
      band = decoder.decode(part(reader, top, bandHeight));
    }
    band.read(y - top, row);
  }
}
