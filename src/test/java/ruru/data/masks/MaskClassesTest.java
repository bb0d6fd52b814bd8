package ruru.data.masks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.data.FileAccess;
import ruru.data.ImageColours;
import ruru.data.ImageDecoder;

class MaskClassesTest {
  @TempDir
  Path folder;

  private ImageColours read(BufferedImage image) throws IOException {
    Path file = folder.resolve("mask.png");
    ImageIO.write(image, "png", file.toFile());
    return ImageDecoder.colours(file, FileAccess.ANYWHERE);
  }

  private static BufferedImage grey(int type, int... values) {
    BufferedImage image = new BufferedImage(values.length, 1, type);
    for (int x = 0; x < values.length; x++) {
      image.getRaster().setSample(x, 0, 0, values[x]);
    }
    return image;
  }

  private static Set<Integer> colours(ImageColours mask) {
    TreeSet<Integer> found = new TreeSet<>();
    MaskClasses.collect(mask, found);
    return found;
  }

  @Test
  void labelsAreReadAndPrinted() {
    MaskClasses classes = MaskClasses.parse("membrane=0, cell = 255,#FF8000", "128");
    assertEquals(List.of("membrane", "cell", "#ff8000"), classes.names());
    assertEquals(List.of(0, 0xFFFFFF, 0xFF8000), classes.colours());
    assertEquals(0x808080, classes.ignored());
    assertEquals("membrane=0, cell=255, #ff8000", classes.toString());
    assertEquals(classes, MaskClasses.parse(classes.toString(), "#808080"));
    assertFalse(classes.isGrey());
    assertEquals("a=b=7", MaskClasses.parse("a=b=7", "none").toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"cell=256|none|labels: 'cell=256': expected a grey value from 0 to 255",
      "=3|none|expected a name before '='", "0,0|none|named before", "a=1,a=2|none|named before", "x|none|got 'x'",
      "0,255|255|ignore: the colour 255 is also a class's", "0,255|#12|ignore: expected a grey value",
      "0,|none|got ''"})
  void whatIsNoColourIsRefused(String labels, String ignored, String message) {
    String refused =
        assertThrows(IllegalArgumentException.class, () -> MaskClasses.parse(labels, ignored)).getMessage();
    assertTrue(refused.contains(message), refused);
  }

  @Test
  void coloursAreClassesInAscendingOrder() throws IOException {
    ImageColours mask = read(grey(BufferedImage.TYPE_BYTE_GRAY, 200, 0, 3, 200, 255));
    MaskClasses classes = MaskClasses.of(colours(mask), "255");
    assertEquals(List.of("0", "3", "200"), classes.names());
    assertTrue(classes.isGrey());
    Mask read = classes.read(mask);
    assertArrayEquals(new byte[] {2, 0, 1, 2, Mask.IGNORED}, read.classes());
    assertArrayEquals(new byte[] {-56, -56, -56, 0, 0, 0, 3, 3, 3, -56, -56, -56, -1, -1, -1}, classes.colours(read));
  }

  @Test
  void aColourThatIsNoClassIsNamedWithItsPlace() throws IOException {
    BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0xFF8000);
    ImageColours mask = read(image);
    String refused = assertThrows(IOException.class, () -> MaskClasses.parse("0, 255", "none").read(mask)).getMessage();
    assertEquals("the colour #ff8000 at x 2, y 1 is no class; expected 0, 255. Name it as a class (-labels), or ignore "
        + "it (-ignore)", refused);
  }

  @Test
  void smoothedMasksAreRefused() throws IOException {
    int[] ramp = new int[200];
    for (int x = 0; x < ramp.length; x++) {
      ramp[x] = x;
    }
    Set<Integer> found = colours(read(grey(BufferedImage.TYPE_BYTE_GRAY, ramp)));
    String refused = assertThrows(IllegalArgumentException.class, () -> MaskClasses.of(found, "none")).getMessage();
    assertTrue(refused.contains("200 different colours") && refused.contains("JPEG"), refused);
    assertThrows(IllegalArgumentException.class, () -> MaskClasses.of(new TreeSet<>(List.of(0)), "0"));
  }

  /** Tools that number objects write 0, 1, 2 with 16 bits; as shades these would all be black. */
  @Test
  void samplesOfSixteenBitsAreLabelsOrShades() throws IOException {
    assertEquals(new TreeSet<>(List.of(0, 0x010101, 0x070707)),
        colours(read(grey(BufferedImage.TYPE_USHORT_GRAY, 0, 1, 7))));
    assertEquals(new TreeSet<>(List.of(0, 0x808080, 0xFFFFFF)),
        colours(read(grey(BufferedImage.TYPE_USHORT_GRAY, 0, 128 * 257, 65535))));
    String refused = assertThrows(IOException.class,
        () -> read(grey(BufferedImage.TYPE_USHORT_GRAY, 0, 1000, 65535))).getMessage();
    assertTrue(refused.contains("mask.png") && refused.contains("x 1, y 0"), refused);
  }

  @Test
  void palettesAndSingleBitsAreColours() throws IOException {
    IndexColorModel palette = new IndexColorModel(8, 3, new byte[] {0, -128, 0}, new byte[] {0, 0, -128}, new byte[3]);
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    image.getRaster().setSample(2, 0, 0, 2);
    assertEquals(new TreeSet<>(List.of(0, 0x800000, 0x008000)), colours(read(image)));
    assertEquals(new TreeSet<>(List.of(0, 0xFFFFFF)), colours(read(grey(BufferedImage.TYPE_BYTE_BINARY, 1, 0))));
  }

  @Test
  void halfTransparentPixelsAreRefused() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFF102030);
    assertEquals(new TreeSet<>(List.of(0x102030, 0xFFFFFF)), colours(read(image)));
    image.setRGB(1, 0, 0x7F102030);
    assertTrue(assertThrows(IOException.class, () -> read(image)).getMessage().contains("x 1, y 0"));
  }
}
