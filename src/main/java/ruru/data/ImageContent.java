package ruru.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** Whether a file is an image that Java reads, by its first bytes. A file that is cut off later is one, too. */
final class ImageContent {
  /** The kinds of files that Java reads. */
  static final String KINDS = "JPEG, PNG, GIF, BMP, TIFF, WBMP";
  private static final int JPEG = 0xFFD8FF, PNG = 0x89504E47, GIF = 0x47494638, TIFF = 0x49492A00,
      TIFF_BIG_ENDIAN = 0x4D4D002A, BMP = 0x424D;
  private static final int LONGEST_MARK = 18;
  /** Sizes of the header after that of a BMP file; "BM" alone is the start of many texts. */
  private static final Set<Integer> BMP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

  private ImageContent() {}

  /** @throws IOException if the file cannot be read */
  static boolean isImage(Path file) throws IOException {
    byte[] found;
    try (InputStream in = Files.newInputStream(file)) {
      found = in.readNBytes(LONGEST_MARK);
    }
    ByteBuffer start = ByteBuffer.wrap(Arrays.copyOf(found, LONGEST_MARK));
    int mark = start.getInt(0);
    if (mark >>> 16 == BMP) {
      return BMP_HEADERS.contains(start.order(ByteOrder.LITTLE_ENDIAN).getInt(14));
    }
    return mark >>> 8 == JPEG || mark == PNG || mark == GIF || mark == TIFF || mark == TIFF_BIG_ENDIAN
        || found.length > 0 && isKnownToJava(file);
  }

  /** For WBMP, which has no signature, and what decoders other than Java's own may read. */
  private static boolean isKnownToJava(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      return in != null && ImageIO.getImageReaders(in).hasNext();
    }
  }
}
