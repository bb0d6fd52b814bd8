package ruru.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;

/** Writes pixels as a PNG file, from which {@link ImageDecoder} reads the same pixels. */
public final class PngFile {
  private PngFile() {}

  /**
   * Creates the file's folder if necessary; an existing file is replaced.
   *
   * @param pixels [height][width][channels] with 1 channel (grey) or 3 (red, green, blue)
   */
  public static void write(byte[] pixels, Shape shape, Path file) throws IOException {
    int height = ImageDecoder.requireImage(shape).dim(0);
    int width = shape.dim(1);
    BufferedImage image = new BufferedImage(width, height,
        shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    int[] samples = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      samples[i] = pixels[i] & 0xFF;
    }
    image.getRaster().setPixels(0, 0, width, height, samples);
    write(image, file);
  }

  /**
   * Creates the file's folder if necessary; an existing file is replaced, once the new one is complete.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static void write(BufferedImage image, Path file) throws IOException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      // createDirectories does not accept a link to a folder before Java 19.
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      AtomicFile.write(file, encoded(image)::writeTo);
    } catch (IOException e) {
      throw new IOException("PNG file " + Excerpt.of(file.toString()) + ": " + Reason.of(e), e);
    }
  }

  /** In memory, where nothing but a lack of that goes wrong: the errors of a stream would be told as the encoder's. */
  private static ByteArrayOutputStream encoded(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream png = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", png)) {
        throw new IOException("this Java cannot write PNG files");
      }
    }
    return bytes;
  }
}
