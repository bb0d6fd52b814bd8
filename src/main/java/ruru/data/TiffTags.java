package ruru.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole numbers in the first directory of a TIFF structure, which describes a TIFF file's first image, or the photo
 * that EXIF data belong to. Later directories, such as that of an EXIF thumbnail, are ignored, as is what is broken.
 * Source: TIFF 6.0 (1992), section 2; EXIF 2.32, section 4.5.
 */
final class TiffTags {
  static final int BITS_PER_SAMPLE = 258, COMPRESSION = 259, PHOTOMETRIC = 262, ORIENTATION = 274,
      SAMPLES_PER_PIXEL = 277, PREDICTOR = 317, EXTRA_SAMPLES = 338, SAMPLE_FORMAT = 339;

  /** Offsets and lengths: of strips, of tiles, of the one stream of TIFF's first kind of JPEG. */
  static final int[][] PARTS = {{273, 279}, {324, 325}, {513, 514}};

  private static final int OLD_JPEG = 6, JPEG = 7;
  private static final int MAGIC = 42, HEADER = 8, ENTRY = 12, VALUE = 8;
  private static final int BYTE = 1, SHORT = 3, LONG = 4;
  /** No image has more samples than this, though it may have more parts. */
  private static final int MOST_VALUES = 16;

  private final Map<Integer, int[]> values = new HashMap<>();

  private TiffTags() {}

  /** Without entries if the bytes are not such a structure, or it is broken. */
  static TiffTags of(ByteBuffer bytes) {
    TiffTags tags = new TiffTags();
    if (bytes.remaining() < HEADER) {
      return tags;
    }
    ByteBuffer tiff = bytes.slice();
    tiff.order(tiff.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    boolean marked = (tiff.get(0) == 'M' || tiff.get(0) == 'I') && tiff.get(1) == tiff.get(0);
    if (marked && tiff.getShort(2) == MAGIC) {
      tags.read(tiff, tiff.getInt(4));
    }
    return tags;
  }

  private void read(ByteBuffer tiff, int directory) {
    if (directory < HEADER || directory > tiff.limit() - 2) {
      return;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries && directory + 2 + ENTRY * (i + 1) <= tiff.limit(); i++) {
      int at = directory + 2 + ENTRY * i;
      int tag = tiff.getShort(at) & 0xFFFF;
      int[] found = values.containsKey(tag) ? null : numbers(tiff, at, tiff.getShort(at + 2), tiff.getInt(at + 4),
          isOfParts(tag) ? tiff.limit() / LONG : MOST_VALUES);
      if (found != null) {
        values.put(tag, found);
      }
    }
  }

  private static boolean isOfParts(int tag) {
    return Arrays.stream(PARTS).anyMatch(part -> part[0] == tag || part[1] == tag);
  }

  /** The numbers of an entry; null if it holds no whole numbers, too many, or lies about where they are. */
  private static int @Nullable [] numbers(ByteBuffer tiff, int entry, int type, int count, int limit) {
    int size = type == BYTE ? 1 : type == SHORT ? 2 : type == LONG ? 4 : 0;
    if (size == 0 || count < 1 || count > limit) {
      return null;
    }
    int from = size * count <= 4 ? entry + VALUE : tiff.getInt(entry + VALUE);
    if (from < 0 || from > tiff.limit() - size * count) {
      return null;
    }
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      int at = from + i * size;
      result[i] = size == 1 ? tiff.get(at) & 0xFF : size == 2 ? tiff.getShort(at) & 0xFFFF : tiff.getInt(at);
    }
    return result;
  }

  /** The first number of an entry. */
  int first(int tag, int absent) {
    int[] found = values.get(tag);
    return found == null ? absent : found[0];
  }

  /** All numbers of an entry; a copy. */
  int[] all(int tag, int absent) {
    int[] found = values.get(tag);
    return found == null ? new int[] {absent} : found.clone();
  }

  /** Whether the image is compressed as in JPEG files. */
  boolean isJpeg() {
    int compression = first(COMPRESSION, 1);
    return compression == JPEG || compression == OLD_JPEG;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }
}
