package ruru.data;

import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;

/** An image file in memory with the decoder that fits its bytes; of several images the first. */
final class OpenImage implements Closeable {
  /** Today's photos have 10 to 100 million pixels; a file that claims more is broken or would take minutes. */
  private static final long MOST_PIXELS = 250_000_000;
  /** Images up to this many bytes are decoded at once: a photo of 40 million pixels. */
  private static final long LARGEST_BAND = 1 << 27;
  private static final int MOST_BYTES_OF_PIXEL = 32;

  private final ImageInputStream in;
  private final ImageReader reader;
  private final JpegHeader jpeg;
  private final @Nullable GifCanvas canvas;
  private final @Nullable TiffSamples tiff;
  private final Orientation orientation;
  private final List<String> warnings = new ArrayList<>();
  private final RowCount decoded = new RowCount();
  private final Wanted wanted;

  /** @throws IOException if no Java decoder reads the file, or its samples are of an unsupported kind */
  OpenImage(byte[] file) throws IOException {
    this(file, Cancellation.NEVER);
  }

  /** @param cancellation asked while the image is decoded */
  OpenImage(byte[] file, Cancellation<?> cancellation) throws IOException {
    if (file.length == 0) {
      throw new IOException("the file is empty");
    }
    jpeg = JpegHeader.of(file);
    canvas = GifCanvas.of(file);
    orientation = Orientation.of(file, jpeg);
    TiffTags tags = TiffTags.of(ByteBuffer.wrap(file));
    tiff = tags.isEmpty() ? null : TiffSamples.of(tags);
    FileEnd.require(file, jpeg, tags);
    in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new IOException("this is not an image that Java can read (" + ImageContent.KINDS + ")");
    }
    reader = readers.next();
    reader.setInput(in, true, true);
    wanted = new Wanted(cancellation);
    reader.addIIOReadProgressListener(wanted);
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    if (canvas != null) {
      reader.addIIOReadUpdateListener(decoded);
    }
  }

  /** To be asked by whoever reads the rows. */
  Wanted wanted() {
    return wanted;
  }

  /** How to turn the pixels. */
  Orientation orientation() {
    return orientation;
  }

  /** Stored rows, including those of a canvas. */
  int height() throws IOException {
    return canvas == null ? reader.getHeight(0) : canvas.height();
  }

  int width() throws IOException {
    return canvas == null ? reader.getWidth(0) : canvas.width();
  }

  /** The pixels as stored; to be read before this is closed. */
  PixelRows rows() throws IOException {
    Runtime java = Runtime.getRuntime();
    return rows(Math.min(LARGEST_BAND, java.maxMemory() / (2L * java.availableProcessors())));
  }

  /** @param memory bytes for decoded pixels, so that one decoder per processor has room */
  PixelRows rows(long memory) throws IOException {
    long pixels = (long) width() * height();
    if (pixels > MOST_PIXELS) {
      throw new IOException("the image has " + width() + " x " + height() + " pixels, more than " + MOST_PIXELS
          + "; make it smaller first");
    }
    PixelRows rows = BandRows.of(reader, this::decode,
        pixels * MOST_BYTES_OF_PIXEL <= memory ? reader.getHeight(0) : rowsAtOnce(memory));
    return canvas == null ? rows : canvas.around(rows);
  }

  private int rowsAtOnce(long memory) throws IOException {
    return (int) Math.max(1, Math.min(reader.getHeight(0), memory / ((long) reader.getWidth(0) * bytesOfPixel())));
  }

  private int bytesOfPixel() throws IOException {
    if (jpeg.isJpeg()) {
      return Math.max(1, jpeg.components());
    }
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    if (!types.hasNext()) {
      return MOST_BYTES_OF_PIXEL;
    }
    SampleModel samples = types.next().getSampleModel();
    int bytes = 0;
    for (int band = 0; band < samples.getNumBands(); band++) {
      bytes += (samples.getSampleSize(band) + 7) / 8;
    }
    return bytes;
  }

  private PixelRows decode(@Nullable ImageReadParam part) throws IOException {
    warnings.clear();
    decoded.clear();
    PixelRows rows;
    if (jpeg.components() == 4) {
      rows = new CmykRows(reader.readRaster(0, part), jpeg.adobe(), jpeg.ycck(), 8);
    } else if (tiff != null) {
      rows = tiff.rows(reader.read(0, part));
    } else {
      rows = SampleRows.of(reader.read(0, part));
    }
    wanted.require();
    requireAll(rows.height);
    return rows;
  }

  /** Decoders of JPEG and GIF leave missing parts grey or black; the former warns, the latter is silent. */
  private void requireAll(int rows) throws IOException {
    for (String warning : warnings) {
      if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
        throw new IOException("the file ends too early; part of the image is missing (" + warning + ")");
      }
    }
    if (canvas != null && decoded.rows() < rows) {
      throw new IOException("the file ends too early; part of the image is missing (" + decoded.rows() + " of "
          + rows + " rows are there)");
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
