package ruru.data;

import java.nio.ByteBuffer;

/** Where a PNG file keeps its EXIF data: in the chunk eXIf. Source: PNG (third edition), sections 5.3 and 11.3.4.5. */
final class PngExif {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int SIGNATURE_LENGTH = 8, LENGTH_AND_TYPE = 8, CHECKSUM = 4;
  private static final int EXIF = 0x65584966, END = 0x49454E44;

  private PngExif() {}

  static boolean isPng(byte[] file) {
    return file.length >= SIGNATURE_LENGTH && ByteBuffer.wrap(file).getLong(0) == SIGNATURE;
  }

  /** The TIFF structure in a PNG file; empty if there is none. */
  static ByteBuffer of(byte[] file) {
    ByteBuffer png = ByteBuffer.wrap(file);
    long at = SIGNATURE_LENGTH;
    while (at + LENGTH_AND_TYPE <= file.length) {
      int chunk = (int) at;
      int length = png.getInt(chunk);
      int type = png.getInt(chunk + 4);
      if (length < 0 || type == END) {
        break;
      } else if (type == EXIF) {
        return JpegHeader.exif(file, chunk + LENGTH_AND_TYPE, length, false);
      }
      at += LENGTH_AND_TYPE + (long) length + CHECKSUM;
    }
    return ByteBuffer.allocate(0);
  }
}
