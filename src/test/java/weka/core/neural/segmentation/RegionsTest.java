package weka.core.neural.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ruru.data.masks.Mask;

class RegionsTest {
  private static Regions of(String... rows) {
    byte[] classes = new byte[rows.length * rows[0].length()];
    for (int i = 0; i < classes.length; i++) {
      char c = rows[i / rows[0].length()].charAt(i % rows[0].length());
      classes[i] = c == '.' ? Mask.IGNORED : (byte) (c - '0');
    }
    return Regions.of(new Mask(rows.length, rows[0].length(), classes), 3);
  }

  @Test
  void pixelsThatShareASideAreConnected() {
    Regions r = of("0010", "1100", "1010", "1110");
    assertArrayEquals(new int[] {3, 2, 0}, r.counts());
    assertArrayEquals(new long[] {8, 8, 0}, r.pixels());
    assertEquals(0.5, r.share(0));
    assertEquals(4, r.meanSize(1));
    assertEquals(0, r.meanSize(2));
  }

  /** The ends of a U and the turns of a spiral are found to be one late. */
  @Test
  void regionsThatMeetLaterAreOne() {
    assertEquals(1, of("10101", "10101", "11111").counts()[1]);
    assertEquals(1, of("11111", "10001", "10101", "10111", "10000").counts()[1]);
  }

  @Test
  void whatIsIgnoredIsNoRegion() {
    assertArrayEquals(new int[] {2, 0, 1}, of("0.0", "...", "222").counts());
  }
}
