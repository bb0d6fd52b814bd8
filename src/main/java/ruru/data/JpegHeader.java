package ruru.data;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What must be known about a JPEG file before decoding, because ImageIO leaves images of four components as they are in
 * the file, and all unrotated: the number of components, how Adobe's programs have transformed them, and where the EXIF
 * data begin. Source: ITU-T T.81 (1992), annex B; Adobe Technical Note 5116 (1992); EXIF 2.32, section 4.7.2.
 *
 * @param components colour components of a pixel; 0 if the bytes are not a JPEG file or end too early
 * @param adobe      whether Adobe's marker is there: four components are then stored inverted, 255 meaning no ink
 * @param ycck       whether the first three components are a luminance and two colour differences
 * @param exif       the TIFF structure in the first EXIF segment; empty if there is none
 * @param isJpeg whether the bytes begin like a JPEG file
 * @param cutOff     whether they end between or within the parts of such a file, or a progressive one has no end
 */
record JpegHeader(int components, boolean adobe, boolean ycck, ByteBuffer exif, boolean isJpeg, boolean cutOff) {
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0};
  /** Bytes of that mark with its padding. */
  private static final int EXIF_LENGTH = 6;
  private static final int START = 0xD8, END = 0xD9, SCAN = 0xDA, APP1 = 0xE1, APP14 = 0xEE;

  static JpegHeader of(byte[] file) {
    int components = 0;
    boolean adobe = false;
    boolean ycck = false;
    ByteBuffer exif = ByteBuffer.allocate(0);
    if (file.length < 2 || at(file, 0) != 0xFF || at(file, 1) != START) {
      return new JpegHeader(0, false, false, exif, false, false);
    }
    int i = 2;
    while (i + 4 <= file.length && at(file, i) == 0xFF && at(file, i + 1) != SCAN) {
      int marker = at(file, i + 1);
      if (marker == 0xFF) {
        i++;
        continue;
      }
      int length = at(file, i + 2) << 8 | at(file, i + 3);
      if (isFrame(marker) && i + 9 < file.length) {
        components = at(file, i + 9);
      } else if (marker == APP14 && length >= 14 && i + 15 < file.length && file[i + 4] == 'A' && file[i + 5] == 'd') {
        adobe = true;
        ycck = at(file, i + 15) == 2;
      } else if (marker == APP1 && !exif.hasRemaining()) {
        exif = exif(file, i + 4, length - 2, true);
      }
      i += 2 + length;
    }
    return new JpegHeader(components, adobe, ycck, exif, true, isCutOff(file));
  }

  /**
   * The TIFF structure of EXIF data.
   *
   * @param marked whether a mark must precede it
   */
  static ByteBuffer exif(byte[] file, int from, int length, boolean marked) {
    int to = Math.min(file.length, from + Math.max(0, length));
    boolean mark = to - from >= EXIF_LENGTH && Arrays.equals(EXIF, 0, EXIF.length, file, from, from + EXIF.length);
    int start = mark ? from + EXIF_LENGTH : from;
    return ByteBuffer.wrap(file, start, mark || !marked ? Math.max(0, to - start) : 0).slice();
  }

  /**
   * Walks over all parts. A file that ends within the pixels of a single scan is left to the decoder, which knows
   * whether they are all there: some cameras omit the end mark.
   */
  private static boolean isCutOff(byte[] file) {
    boolean progressive = false;
    boolean scanned = false;
    int i = 2;
    while (i + 1 < file.length) {
      int marker = at(file, i + 1);
      if (at(file, i) != 0xFF || marker == END) {
        return false;
      } else if (marker == 0xFF) {
        i++;
        continue;
      } else if (hasNoLength(marker)) {
        i += 2;
        continue;
      }
      int length = i + 3 < file.length ? at(file, i + 2) << 8 | at(file, i + 3) : file.length;
      if (i + 2 + length > file.length) {
        return true;
      }
      progressive |= isFrame(marker) && (marker & 3) == 2;
      i += 2 + length;
      if (marker == SCAN) {
        scanned = true;
        while (i + 1 < file.length && !(at(file, i) == 0xFF && endsPixels(at(file, i + 1)))) {
          i++;
        }
      }
    }
    return progressive || !scanned;
  }

  /** Whether the 0xFF before it is neither part of the pixels nor the start of a restart mark. */
  private static boolean endsPixels(int marker) {
    return marker != 0 && !hasNoLength(marker);
  }

  private static boolean hasNoLength(int marker) {
    return marker >= 0xD0 && marker <= 0xD7 || marker == 1;
  }

  /** Start of frame: 0xC0 to 0xCF except the tables of Huffman and arithmetic codes and an extension. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static int at(byte[] file, int i) {
    return file[i] & 0xFF;
  }
}
