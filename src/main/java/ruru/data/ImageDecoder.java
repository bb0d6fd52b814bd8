package ruru.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import ruru.nn.Shape;

/**
 * Reads image files of any size and kind that Java knows (JPEG, PNG, GIF, BMP, TIFF, WBMP) as pixels of one shape:
 * bytes [height][width][channels], 1 channel for grey or 3 for red, green, blue. The image is stretched or squeezed to
 * the shape, whatever its proportions. What the file is, its bytes say, not its name. Of several images in a file the
 * first is taken. The direction in which a camera was held (EXIF) is not looked at.
 */
public final class ImageDecoder {
  /** A photo of today has 10 to 100 million pixels; what claims more is broken or would fill the memory. */
  private static final long MOST_PIXELS = 250_000_000;

  private ImageDecoder() {}

  /** @throws IllegalArgumentException if pixels cannot have this shape */
  public static Shape requireImage(Shape shape) {
    if (shape.rank() != 3 || shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException("images are height x width x channels with 1 channel (grey) or 3 (colour), as "
          + "in 28x28x1, got " + shape.toText());
    }
    return shape;
  }

  /**
   * Decodes a file and brings it to the shape.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static byte[] decode(Path file, Shape shape) throws IOException {
    requireImage(shape);
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        throw new IOException("the file is empty");
      }
      return toBytes(Resampler.resize(rows(bytes), shape.dim(0), shape.dim(1), shape.dim(2)));
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException("image " + file + ": there is no such file");
    } catch (IOException | RuntimeException e) {
      // ImageIO's decoders answer many kinds of broken data with unchecked exceptions.
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new IOException("image " + file + ": " + reason, e);
    }
  }

  private static PixelRows rows(byte[] file) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("this is no image that Java can read (JPEG, PNG, GIF, BMP, TIFF, WBMP)");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return rows(reader, JpegHeader.of(file));
      } finally {
        reader.dispose();
      }
    }
  }

  private static PixelRows rows(ImageReader reader, JpegHeader jpeg) throws IOException {
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MOST_PIXELS) {
      throw new IOException("the image has " + reader.getWidth(0) + " x " + reader.getHeight(0) + " pixels, more than "
          + MOST_PIXELS + "; make it smaller first");
    }
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    PixelRows rows;
    if (jpeg.components() == 4) {
      rows = PixelRows.ofCmyk(reader.readRaster(0, null), jpeg);
    } else {
      BufferedImage image = reader.read(0);
      rows = PixelRows.of(image);
    }
    // The JPEG decoder fills what is missing with grey and only warns.
    for (String warning : warnings) {
      if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
        throw new IOException("the file ends too early, a part of the image is missing (" + warning + ")");
      }
    }
    return rows;
  }

  private static byte[] toBytes(float[] values) {
    byte[] result = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (byte) Math.max(0, Math.min(255, (int) (values[i] + 0.5f)));
    }
    return result;
  }
}
