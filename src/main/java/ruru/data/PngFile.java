package ruru.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import ruru.nn.Shape;

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
   * Creates the file's folder if necessary; an existing file is replaced.
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
      try (OutputStream out = Files.newOutputStream(file)) {
        if (!ImageIO.write(image, "png", out)) {
          throw new IOException("this Java cannot write PNG files");
        }
      }
    } catch (IOException e) {
      throw new IOException("PNG file " + file + ": " + Reason.of(e), e);
    }
  }
}
