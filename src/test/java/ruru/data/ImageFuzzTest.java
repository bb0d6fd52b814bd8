package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.fuzz.Bytes;
import ruru.fuzz.Fuzz;
import ruru.fuzz.Refusal;
import ruru.nn.Shape;

/** Any bytes are decoded as an image, or refused in words, within seconds. */
class ImageFuzzTest {
  private static final int[] TYPES = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB,
      BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY,
      BufferedImage.TYPE_USHORT_GRAY};
  /** Bytes that say the kind of file. */
  private static final int MAGIC = 3;
  private static final int PNG_START = 8;
  private static final long LONGEST_NANOS = 20_000_000_000L;

  @TempDir
  Path folder;

  @Test
  void anyBytesAreAnImageOrRefusedInWords() throws IOException {
    List<byte[]> files = files();
    Path file = folder.resolve("image");
    Fuzz.run("images", 1500, random -> {
      byte[] changed = Bytes.mutated(files.get(random.nextInt(files.size())), MAGIC, random);
      if (random.nextInt(4) > 0) {
        mendPng(changed);
      }
      Files.write(file, changed);
      Shape shape = Shape.of(1 + random.nextInt(9), 1 + random.nextInt(9), random.nextBoolean() ? 1 : 3);
      long start = System.nanoTime();
      try {
        assertEquals(shape.size(), ImageDecoder.decode(file, shape).length);
        assertEquals(3, ImageDecoder.size(file).dim(2));
      } catch (Exception | Error e) {
        Refusal.require(e);
      }
      assertTrue(System.nanoTime() - start < LONGEST_NANOS, "took too long");
    });
  }

  /** A small image in every kind of file and colour, every compression of TIFF among them. */
  private static List<byte[]> files() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (int type : TYPES) {
      BufferedImage image = image(type);
      for (String format : List.of("png", "gif", "bmp", "jpeg", "tiff", "wbmp")) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam plain = writer.getDefaultWriteParam();
        String[] kinds = plain.canWriteCompressed() && !format.equals("gif") ? plain.getCompressionTypes() : null;
        for (String kind : kinds == null ? new String[] {""} : kinds) {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          if (write(image, writer, kind, out)) {
            files.add(out.toByteArray());
          }
        }
        writer.dispose();
      }
    }
    assertTrue(files.size() > 30, files.size() + " files");
    return files;
  }

  private static boolean write(BufferedImage image, ImageWriter writer, String kind, ByteArrayOutputStream out) {
    ImageWriteParam settings = writer.getDefaultWriteParam();
    if (!kind.isEmpty()) {
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionType(kind);
    }
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), settings);
      return true;
    } catch (IOException | RuntimeException e) {
      // Not every kind of file has every kind of colour.
      return false;
    }
  }

  private static BufferedImage image(int type) {
    BufferedImage image = new BufferedImage(13, 9, type);
    Random random = new Random(type);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, new Color(20 * x, 28 * y, random.nextInt(256), 255 - random.nextInt(2) * x).getRGB());
      }
    }
    return image;
  }

  /** Puts right the checksums of the parts that are still whole, so that their contents are looked at. */
  private static void mendPng(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (file.length < PNG_START || !new String(file, 1, 3, StandardCharsets.ISO_8859_1)
        .toUpperCase(Locale.ROOT).equals("PNG")) {
      return;
    }
    int at = PNG_START;
    while (at + 12 <= file.length) {
      int length = bytes.getInt(at);
      if (length < 0 || length > file.length - at - 12) {
        return;
      }
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, length + 4);
      bytes.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
  }
}
