package ruru.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Detects files that end before their image does where Java's decoders are silent and leave the missing part grey or
 * black. For a JPEG file the decoder itself reports it, unless the end lies between its parts; for one within a TIFF
 * file, never; for a BMP file, not if it is read row by row.
 */
final class FileEnd {
  private static final int BMP_MARK = 0x424D, BMP_PIXELS = 10, BMP_HEADER = 14, BMP_WIDTH = 18, BMP_HEIGHT = 22,
      BMP_BITS = 28, BMP_KIND = 30, BMP_END = 34;
  private static final int BMP_LEAST_HEADER = 40;
  private static final int BMP_PLAIN = 0, BMP_BIT_FIELDS = 3;

  private FileEnd() {}

  static void require(byte[] file, JpegHeader jpeg, TiffTags tiff) throws IOException {
    if (jpeg.cutOff() || isTiffCutOff(file.length, tiff) || isBmpCutOff(ByteBuffer.wrap(file))) {
      throw new IOException("the file ends too early; part of the image is missing");
    }
  }

  private static boolean isTiffCutOff(int length, TiffTags tiff) {
    if (!tiff.isJpeg()) {
      return false;
    }
    for (int[] part : TiffTags.PARTS) {
      int[] from = tiff.all(part[0], 0);
      int[] bytes = tiff.all(part[1], 0);
      for (int i = 0; i < Math.min(from.length, bytes.length); i++) {
        if ((from[i] & 0xFFFFFFFFL) + (bytes[i] & 0xFFFFFFFFL) > length) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBmpCutOff(ByteBuffer file) {
    if (file.limit() < BMP_END || file.getShort(0) != BMP_MARK
        || file.order(ByteOrder.LITTLE_ENDIAN).getInt(BMP_HEADER) < BMP_LEAST_HEADER) {
      return false;
    }
    int kind = file.getInt(BMP_KIND);
    long bits = (long) file.getInt(BMP_WIDTH) * file.getShort(BMP_BITS);
    long rows = Math.abs((long) file.getInt(BMP_HEIGHT));
    // Rows are padded to whole words of 32 bits, though not always the last one.
    long bytes = (rows - 1) * ((bits + 31) / 32 * 4) + (bits + 7) / 8;
    return (kind == BMP_PLAIN || kind == BMP_BIT_FIELDS) && bits > 0 && rows > 0
        && (file.getInt(BMP_PIXELS) & 0xFFFFFFFFL) + bytes > file.limit();
  }
}
