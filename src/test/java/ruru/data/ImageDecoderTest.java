package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Shape;

class ImageDecoderTest {
  private static final Path RESOURCES = Path.of("src/test/resources/ruru/data");
  private static final Path IMAGES = RESOURCES.resolve("images");

  @TempDir
  Path folder;

  static List<String> pillow() throws IOException {
    return Files.readAllLines(RESOURCES.resolve("expected.txt"));
  }

  /** Pillow rounds to whole numbers twice; decoders of JPEG differ by a little. */
  @ParameterizedTest
  @MethodSource("pillow")
  void looksLikeInPillow(String line) throws IOException {
    String[] words = line.split(" ");
    byte[] pixels = ImageDecoder.decode(IMAGES.resolve(words[0]), Shape.of(5, 7, 3));
    int tolerance = words[0].endsWith(".jpg") ? 4 : 1;
    assertEquals(words.length - 1, pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      assertEquals(Integer.parseInt(words[i + 1]), pixels[i] & 0xFF, tolerance, "value " + i);
    }
  }

  @Test
  void theSameSizeGivesTheSamePixels() throws IOException {
    Random random = new Random(1);
    int[][] rgb = new int[6 * 9][3];
    BufferedImage image = new BufferedImage(9, 6, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < rgb.length; i++) {
      Arrays.setAll(rgb[i], c -> random.nextInt(256));
      image.setRGB(i % 9, i / 9, rgb[i][0] << 16 | rgb[i][1] << 8 | rgb[i][2]);
    }
    Path file = write(image, "png");
    byte[] colour = ImageDecoder.decode(file, Shape.of(6, 9, 3));
    byte[] grey = ImageDecoder.decode(file, Shape.of(6, 9, 1));
    for (int i = 0; i < rgb.length; i++) {
      for (int c = 0; c < 3; c++) {
        assertEquals(rgb[i][c], colour[3 * i + c] & 0xFF);
      }
      assertEquals(0.299 * rgb[i][0] + 0.587 * rgb[i][1] + 0.114 * rgb[i][2], grey[i] & 0xFF, 0.5001);
    }
  }

  @Test
  void greyValuesStayAndBecomeThreeEqualColours() throws IOException {
    byte[] grey = ImageDecoder.decode(IMAGES.resolve("grey.png"), Shape.of(14, 20, 1));
    byte[] colour = ImageDecoder.decode(IMAGES.resolve("grey.png"), Shape.of(14, 20, 3));
    for (int y = 0; y < 14; y++) {
      for (int x = 0; x < 20; x++) {
        int i = y * 20 + x;
        assertEquals((11 * x + 3 * y) % 256, grey[i] & 0xFF);
        assertArrayEquals(new byte[] {grey[i], grey[i], grey[i]}, Arrays.copyOfRange(colour, 3 * i, 3 * i + 3));
      }
    }
  }

  /**
   * Halving means over 4 x 4 pixels with the weights 1 3 3 1 (out of 8) in both directions; at the border 3 3 1 (of 7).
   */
  @Test
  void reducingUsesEveryPixel() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(3, 2, 0, 200);
    byte[] small = ImageDecoder.decode(write(image, "png"), Shape.of(4, 4, 1));
    assertEquals(Math.round(200 * 3 / 8.0 * 3 / 8), small[1 * 4 + 1]);
    assertEquals(Math.round(200 * 1 / 8.0 * 1 / 7), small[0 * 4 + 2]);
    assertEquals(Math.round(200 * 3 / 8.0 * 1 / 7), small[0 * 4 + 1]);
    assertEquals(0, small[0 * 4 + 0]);
    assertEquals(0, small[3 * 4 + 3]);
  }

  @Test
  void enlargingIsBilinear() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(1, 0, 0, 100);
    assertArrayEquals(new byte[] {0, 25, 75, 100}, ImageDecoder.decode(write(image, "png"), Shape.of(1, 4, 1)));
  }

  @Test
  void fourInksWithoutAdobesMarkerAreNotInverted() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    for (int i = 0; i < 256; i++) {
      raster.setPixel(i % 16, i / 16, new int[] {10, 120, 200, 40});
    }
    Path file = folder.resolve("cmyk.jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    }
    writer.dispose();
    byte[] pixel = ImageDecoder.decode(file, Shape.of(1, 1, 3));
    assertEquals(245 * 215 / 255.0, pixel[0] & 0xFF, 2);
    assertEquals(135 * 215 / 255.0, pixel[1] & 0xFF, 2);
    assertEquals(55 * 215 / 255.0, pixel[2] & 0xFF, 2);
  }

  @Test
  void theContentCountsNotTheName() throws IOException {
    Path file = Files.copy(IMAGES.resolve("rgb.png"), folder.resolve("photo.jpg"));
    Shape shape = Shape.of(5, 7, 3);
    assertArrayEquals(ImageDecoder.decode(IMAGES.resolve("rgb.png"), shape), ImageDecoder.decode(file, shape));
  }

  @Test
  void everyFailureNamesTheFileAndTheReason() throws IOException {
    assertFails(folder.resolve("missing.png"), "there is no such file");
    assertFails(Files.createFile(folder.resolve("empty.png")), "the file is empty");
    assertFails(Files.writeString(folder.resolve("text.png"), "hello"), "this is not an image that Java can read");
    assertFails(Files.createDirectory(folder.resolve("folder.png")), "irectory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg", "rgb.png", "alpha.png", "palette.gif",
      "rgb.bmp", "rgb.tif"})
  void aFileCutOffIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(IMAGES.resolve(name));
    for (int part : new int[] {whole.length / 2, whole.length * 4 / 5}) {
      assertFails(Files.write(folder.resolve(part + name), Arrays.copyOf(whole, part)), "");
    }
  }

  /** Between its parts Java's decoder does not miss what is behind; grey would be there, or an early, blurred scan. */
  @ParameterizedTest
  @ValueSource(strings = {"rgb.jpg", "progressive.jpg"})
  void aJpegFileMayEndNowhereButAtItsEnd(String name) throws IOException {
    byte[] whole = Files.readAllBytes(IMAGES.resolve(name));
    for (int length = 1; length < whole.length - 2; length++) {
      assertFails(Files.write(folder.resolve(name), Arrays.copyOf(whole, length)), "");
    }
  }

  @Test
  void onlyTheMarkOfTheEndMayBeMissing() throws IOException {
    byte[] whole = Files.readAllBytes(IMAGES.resolve("rgb.jpg"));
    Path file = Files.write(folder.resolve("rgb.jpg"), Arrays.copyOf(whole, whole.length - 2));
    Shape shape = Shape.of(5, 7, 3);
    assertArrayEquals(ImageDecoder.decode(IMAGES.resolve("rgb.jpg"), shape), ImageDecoder.decode(file, shape));
  }

  /** The decoder of TIFF files keeps to itself what that of JPEG files, inside it, has to say. */
  @ParameterizedTest
  @ValueSource(strings = {"JPEG", "Exif JPEG"})
  void aTiffFileOfJpegsIsRefusedWhenCutOff(String compression) throws IOException {
    BufferedImage image = new BufferedImage(40, 300, BufferedImage.TYPE_3BYTE_BGR);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionType(compression);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), settings);
    }
    byte[] whole = out.toByteArray();
    assertEquals(0, ImageDecoder.decode(Files.write(folder.resolve("whole"), whole), Shape.of(1, 1, 1))[0]);
    for (int percent : new int[] {50, 80, 99}) {
      assertFails(Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length * percent / 100)),
          "the file ends too early");
    }
  }

  /** A kind of BMP file that Java cannot decode, and that is too large to be decoded at once. */
  @Test
  void aDecoderThatLosesItsWayIsNotQuoted() throws IOException {
    Path file = write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "bmp");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 15_000).putInt(22, 15_000).putInt(30, 4);
    assertFails(Files.write(file, bytes), "the file is broken");
  }

  @Test
  void whatADecoderSaysOfItsVariablesIsNotPassedOn() {
    assertEquals("the file is broken; Java cannot make sense of its content",
        Reason.of(new IOException(null, new ArrayIndexOutOfBoundsException("-7"))));
    assertEquals("the file ends too early", Reason.of(new EOFException()));
  }

  private static void assertFails(Path file, String reason) {
    IOException e = assertThrows(IOException.class, () -> ImageDecoder.decode(file, Shape.of(5, 7, 3)), file::toString);
    assertTrue(e.getMessage().startsWith("image " + file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void otherShapesAreRefused() {
    for (Shape shape : new Shape[] {Shape.of(784), Shape.of(28, 28), Shape.of(28, 28, 2), Shape.of(28, 28, 4)}) {
      String message = assertThrows(IllegalArgumentException.class,
          () -> ImageDecoder.decode(IMAGES.resolve("rgb.png"), shape)).getMessage();
      assertTrue(message.endsWith("got " + shape.toText()), message);
    }
  }

  @Test
  void photosOfInsectsAreRead() throws IOException {
    Path photos = Path.of("../shared/data/images/hymenoptera");
    assumeTrue(Files.isDirectory(photos), "no photos at " + photos.toAbsolutePath());
    try (Stream<Path> files = Files.walk(photos)) {
      List<Path> jpegs = files.filter(f -> f.toString().endsWith(".jpg")).toList();
      assertTrue(jpegs.size() > 50);
      for (Path jpeg : jpegs.subList(0, 10)) {
        byte[] pixels = ImageDecoder.decode(jpeg, Shape.of(32, 32, 3));
        BufferedImage image = ImageIO.read(jpeg.toFile());
        double mean = 0;
        double seen = 0;
        for (int i = 0; i < pixels.length; i++) {
          seen += (pixels[i] & 0xFF) / (double) pixels.length;
        }
        for (int y = 0; y < image.getHeight(); y++) {
          for (int x = 0; x < image.getWidth(); x++) {
            int rgb = image.getRGB(x, y);
            mean += ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF)
                + (rgb & 0xFF)) / 3.0 / image.getWidth() / image.getHeight();
          }
        }
        assertEquals(mean, seen, 1.5, jpeg.toString());
      }
    }
  }

  private Path write(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("image." + format);
    assertTrue(ImageIO.write(image, format, file.toFile()));
    return file;
  }
}
