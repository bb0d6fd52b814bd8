package ruru.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A TIFF structure, written entry by entry: EXIF data, or a file with an uncompressed image in one strip. */
final class TestTiff {
  private static final int SHORT = 3, LONG = 4;

  private final ByteOrder order;
  private final Map<Integer, int[]> entries = new TreeMap<>();

  TestTiff(ByteOrder order) {
    this.order = order;
  }

  /** An image of unsigned samples, black being 0. */
  static TestTiff image(int height, int width, int samples, int bits) {
    int[] each = new int[samples];
    Arrays.fill(each, bits);
    return new TestTiff(ByteOrder.LITTLE_ENDIAN).with(256, width).with(257, height).with(258, each).with(259, 1)
        .with(262, samples < 3 ? 1 : 2).with(277, samples).with(278, height);
  }

  TestTiff with(int tag, int... values) {
    entries.put(tag, values);
    return this;
  }

  /** Behind the first directory a second one, as for a thumbnail, with an orientation of its own. */
  byte[] bytes(byte[] pixels, int secondOrientation) {
    if (pixels.length > 0) {
      with(273, 0).with(279, pixels.length);
    }
    int directory = 2 + 12 * entries.size() + 4;
    int more = entries.values().stream().mapToInt(v -> v.length == 2 ? 0 : v.length > 2 ? 2 * v.length : 0).sum();
    int second = 8 + directory + more;
    int start = second + 18;
    ByteBuffer out = ByteBuffer.allocate(start + pixels.length).order(order);
    out.put(new byte[] {(byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'), (byte) (order == ByteOrder.BIG_ENDIAN
        ? 'M' : 'I')}).putShort((short) 42).putInt(8).putShort((short) entries.size());
    int[] behind = {8 + directory};
    entries.forEach((tag, values) -> {
      if (tag == 273 || tag == 279) {
        out.putShort((short) (int) tag).putShort((short) LONG).putInt(1).putInt(tag == 273 ? start : values[0]);
        return;
      }
      out.putShort((short) (int) tag).putShort((short) SHORT).putInt(values.length);
      if (values.length <= 2) {
        out.putShort((short) values[0]).putShort((short) (values.length == 2 ? values[1] : 0));
      } else {
        out.putInt(behind[0]);
        for (int v : values) {
          out.putShort(behind[0], (short) v);
          behind[0] += 2;
        }
      }
    });
    out.putInt(secondOrientation == 0 ? 0 : second);
    out.position(second);
    out.putShort((short) 1).putShort((short) 274).putShort((short) SHORT).putInt(1)
        .putShort((short) secondOrientation).putShort((short) 0).putInt(0);
    out.position(start);
    out.put(pixels);
    return out.array();
  }
}
