package ruru.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;

/**
 * Reads image files of any size and kind that Java knows (JPEG, PNG, GIF, BMP, TIFF, WBMP) as pixels of one shape:
 * bytes [height][width][channels], 1 channel for grey or 3 for red, green, blue. The image is scaled to the shape,
 * whatever its proportions. The file type is determined by its bytes, not its name. Of several images in a file the
 * first is used, on its canvas if it has one (GIF), and turned upright if the file records the camera's orientation
 * (EXIF). Kinds of TIFF files that Java decodes wrongly are rejected ({@link TiffSamples}).
 */
public final class ImageDecoder {
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
   * Decodes a file and scales it to the shape.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static byte[] decode(Path file, Shape shape) throws IOException {
    return decode(file, FileAccess.ANYWHERE, shape);
  }

  /** As {@link #decode(Path, Shape)}, of a file that may be refused. */
  static byte[] decode(Path file, FileAccess access, Shape shape) throws IOException {
    return decode(file, access, shape, Cancellation.NEVER);
  }

  /**
   * The same, for as long as it is wanted.
   *
   * @throws CancelledDecoding if it is not
   */
  static byte[] decode(Path file, FileAccess access, Shape shape, Cancellation<?> cancellation) throws IOException {
    int height = requireImage(shape).dim(0);
    int width = shape.dim(1);
    return open("image", file, access, cancellation, image -> {
      Orientation turned = image.orientation();
      int rows = turned.transposed() ? width : height;
      float[] stored = Resampler.resize(image.rows(), rows, height * width / rows, shape.channels(), image.wanted());
      return turned.apply(toBytes(stored), height, width, shape.channels());
    });
  }

  /**
   * Height x width x 3 of the upright image, without decoding it.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  static Shape size(Path file) throws IOException {
    return size(file, FileAccess.ANYWHERE);
  }

  /** As {@link #size(Path)}, of a file that may be refused. */
  static Shape size(Path file, FileAccess access) throws IOException {
    return open("image", file, access, Cancellation.NEVER,
        image -> image.orientation().transposed() ? Shape.of(image.width(), image.height(), 3)
            : Shape.of(image.height(), image.width(), 3));
  }

  /**
   * Decodes a file in its own size.
   *
   * @param channels 1 for grey or 3 for colour
   * @throws IOException naming the file and what is wrong with it
   */
  public static UnscaledImage unscaled(Path file, FileAccess access, int channels) throws IOException {
    return open("image", file, access, Cancellation.NEVER, image -> {
      PixelRows rows = image.rows();
      Orientation turned = image.orientation();
      int height = turned.transposed() ? rows.width : rows.height;
      int width = turned.transposed() ? rows.height : rows.width;
      float[] stored = Resampler.resize(rows, rows.height, rows.width, channels, image.wanted());
      return new UnscaledImage(height, width, channels, turned.apply(toBytes(stored), height, width, channels));
    });
  }

  /**
   * The exact colours of an image whose pixels are labels.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static ImageColours colours(Path file, FileAccess access) throws IOException {
    return open("mask", file, access, Cancellation.NEVER, image -> {
      PixelRows rows = image.rows();
      Orientation turned = image.orientation();
      int height = turned.transposed() ? rows.width : rows.height;
      int width = turned.transposed() ? rows.height : rows.width;
      byte[] colours = turned.apply(LabelRows.read(rows), height, width, ImageColours.CHANNELS);
      return ImageColours.of(height, width, colours);
    });
  }

  private interface Use<T> {
    T of(OpenImage image) throws IOException;
  }

  private static <T> T open(String what, Path file, FileAccess access, Cancellation<?> cancellation, Use<T> use)
      throws IOException {
    try (OpenImage image = new OpenImage(access.read(file), cancellation)) {
      return use.of(image);
    } catch (CancelledDecoding e) {
      throw e;
    } catch (IOException e) {
      // ImageIO's decoders wrap errors in it.
      throw new IOException(what + " " + file + ": " + (isOutOfMemory(e) ? memory(file) : Reason.of(e)), e);
    } catch (RuntimeException e) {
      // They throw unchecked exceptions for many kinds of broken data, and speak of their own variables in them.
      throw new IOException(what + " " + file + ": " + (isOutOfMemory(e) ? memory(file) : Reason.BROKEN), e);
    } catch (OutOfMemoryError e) {
      throw new IOException(what + " " + file + ": " + memory(file), e);
    }
  }

  private static boolean isOutOfMemory(@Nullable Throwable problem) {
    return problem != null && (problem instanceof OutOfMemoryError || isOutOfMemory(problem.getCause()));
  }

  private static String memory(Path file) throws IOException {
    return "there is not enough memory to decode it (the file has " + Files.size(file) + " bytes, Java may use "
        + (Runtime.getRuntime().maxMemory() >> 20) + " megabytes); make the image smaller, or give Java more memory "
        + "(java -Xmx4g ...)";
  }

  private static byte[] toBytes(float[] values) {
    byte[] result = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (byte) Math.max(0, Math.min(255, (int) (values[i] + 0.5f)));
    }
    return result;
  }
}
