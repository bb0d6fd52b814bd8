package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Shape;

/** Images larger than the memory, canvases, and files that promise more than they hold. */
class OpenImageTest {
  private static final Path IMAGES = Path.of("src/test/resources/ruru/data/images");

  @TempDir
  Path folder;

  private static float[] rows(byte[] file, long memory) throws IOException {
    try (OpenImage image = new OpenImage(file)) {
      PixelRows rows = image.rows(memory);
      float[] all = new float[rows.height * rows.width * rows.channels];
      float[] row = new float[rows.width * rows.channels];
      for (int y = 0; y < rows.height; y++) {
        rows.read(y, row);
        System.arraycopy(row, 0, all, y * row.length, row.length);
      }
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.png", "cmyk.jpg", "grey-alpha.png", "grey.jpg", "grey.png", "grey.tif", "grey16.png",
      "onebit.png", "palette.gif", "palette.png", "progressive.jpg", "rgb.bmp", "rgb.jpg", "rgb.png", "rgb.tif",
      "ycck.jpg"})
  void inPartsThePixelsAreTheSame(String name) throws IOException {
    byte[] file = Files.readAllBytes(IMAGES.resolve(name));
    float[] whole = rows(file, Long.MAX_VALUE);
    for (int memory : new int[] {1, 130, 300, 700}) {
      assertArrayEquals(whole, rows(file, memory), name + " with " + memory + " bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void inPartsInterlacedPixelsAreTheSame(String format) throws IOException {
    BufferedImage image = new BufferedImage(23, 37, BufferedImage.TYPE_BYTE_INDEXED, greys());
    for (int i = 0; i < 23 * 37; i++) {
      image.getRaster().setSample(i % 23, i / 23, 0, i * 7 % 256);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam interlaced = writer.getDefaultWriteParam();
    interlaced.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(image, null, null), interlaced);
    }
    writer.dispose();
    float[] whole = rows(out.toByteArray(), Long.MAX_VALUE);
    assertEquals((23 * 37 - 1) * 7 % 256, whole[whole.length - 1]);
    for (int memory : new int[] {1, 100, 400}) {
      assertArrayEquals(whole, rows(out.toByteArray(), memory), memory + " bytes");
    }
  }

  private static IndexColorModel greys() {
    byte[] levels = new byte[256];
    for (int i = 0; i < 256; i++) {
      levels[i] = (byte) i;
    }
    return new IndexColorModel(8, 256, levels, levels, levels);
  }

  /** A red image of 10 x 10 pixels, one bit each. */
  private static byte[] gif(int screenWidth, int screenHeight, int left, int top) {
    byte[] gif = {'G', 'I', 'F', '8', '9', 'a', (byte) screenWidth, 0, (byte) screenHeight, 0, (byte) 0xF0, 0, 0,
        (byte) 255, 0, 0, 0, 0, 0, 0x21, (byte) 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, (byte) left, 0, (byte) top, 0, 10, 0, 10,
        0, 0, 2, 8, (byte) 0x84, (byte) 0x8F, (byte) 0xA9, (byte) 0xCB, (byte) 0xED, 0x0F, 0x63, 0x2B, 0, 0x3B};
    return gif;
  }

  private byte[] decoded(byte[] file, Shape shape) throws IOException {
    return ImageDecoder.decode(Files.write(folder.resolve("image"), file), shape);
  }

  @Test
  void theFirstImageOfAGifLiesOnItsCanvas() throws IOException {
    byte[] pixels = decoded(gif(40, 30, 20, 5), Shape.of(30, 40, 3));
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        boolean inside = x >= 20 && x < 30 && y >= 5 && y < 15;
        int i = 3 * (40 * y + x);
        assertArrayEquals(new byte[] {(byte) 255, (byte) (inside ? 0 : 255), (byte) (inside ? 0 : 255)},
            Arrays.copyOfRange(pixels, i, i + 3), "row " + y + ", column " + x);
      }
    }
    assertEquals(Shape.of(30, 40, 3), ImageDecoder.size(folder.resolve("image")));
  }

  @Test
  void aCanvasReachesAsFarAsTheImage() throws IOException {
    decoded(gif(0, 0, 0, 0), Shape.of(1, 1, 1));
    assertEquals(Shape.of(10, 10, 3), ImageDecoder.size(folder.resolve("image")));
    decoded(gif(12, 5, 7, 3), Shape.of(1, 1, 1));
    assertEquals(Shape.of(13, 17, 3), ImageDecoder.size(folder.resolve("image")));
  }

  @Test
  void aGifThatPromisesMoreThanItHoldsIsRefused() throws IOException {
    byte[] liar = {'G', 'I', 'F', '8', '9', 'a', 0x50, 0x10, 0x50, 0x10, (byte) 0xF0, 0, 0, 0, 0, 0, (byte) 255,
        (byte) 255, (byte) 255, 0x2C, 0, 0, 0, 0, 0x50, 0x10, 0x50, 0x10, 0, 2, 2, 0x44, 1, 0, 0x3B};
    String message = assertThrows(IOException.class, () -> decoded(liar, Shape.of(2, 2, 1))).getMessage();
    assertTrue(message.contains("ends too early") && message.contains("0 of 4176 rows"), message);
    byte[] canvas = gif(0, 0, 0, 0);
    Arrays.fill(canvas, 6, 10, (byte) 255);
    message = assertThrows(IOException.class, () -> decoded(canvas, Shape.of(2, 2, 1))).getMessage();
    assertTrue(message.contains("65535 x 65535 pixels") && message.contains("make it smaller"), message);
  }

  @Test
  void aBmpFileCutOffIsRefusedInPartsToo() throws IOException {
    byte[] whole = Files.readAllBytes(IMAGES.resolve("rgb.bmp"));
    byte[] cut = Arrays.copyOf(whole, whole.length * 4 / 5);
    String message = assertThrows(IOException.class, () -> {
      try (OpenImage image = new OpenImage(cut)) {
        PixelRows rows = image.rows(1);
        for (int y = 0; y < rows.height; y++) {
          rows.read(y, new float[rows.width * rows.channels]);
        }
      }
    }).getMessage();
    assertTrue(message.contains("ends too early"), message);
  }

  /** A PNG file of one colour, written row by row. */
  private static Path png(Path file, int side, byte[] rgb) throws IOException {
    byte[] row = new byte[1 + 3 * side];
    for (int i = 1; i < row.length; i++) {
      row[i] = rgb[(i - 1) % 3];
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (OutputStream deflated = new DeflaterOutputStream(data)) {
      for (int y = 0; y < side; y++) {
        deflated.write(row);
      }
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
      chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] {8, 2, 0, 0, 0}).array());
      chunk(out, "IDAT", data.toByteArray());
      chunk(out, "IEND", new byte[0]);
    }
    return file;
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    byte[] chunk = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
    CRC32 checksum = new CRC32();
    checksum.update(chunk);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(chunk);
    out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  /** A Java of its own with 40 megabytes: 5,000 x 5,000 pixels take 75. */
  @Test
  void anImageLargerThanTheMemoryIsRead() throws Exception {
    Path file = png(folder.resolve("huge.png"), 5000, new byte[] {10, 100, (byte) 200});
    assertEquals("[10, 100, -56]", inLittleMemory(file));
  }

  @Test
  void aFileLargerThanTheMemoryIsRefusedInWords() throws Exception {
    Path file = folder.resolve("huge.bmp");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(200 << 20);
    }
    String message = inLittleMemory(file);
    assertTrue(message.contains("image " + file + ": there is not enough memory"), message);
    assertTrue(message.contains("209715200 bytes") && message.contains("-Xmx"), message);
  }

  private static String inLittleMemory(Path image) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(List.of(java, "-Xmx40m", "-Djava.awt.headless=true", "-cp",
        "target/classes" + File.pathSeparator + "target/test-classes", InLittleMemory.class.getName(),
        image.toString())).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), output);
    return output.trim();
  }

  /** Prints the one pixel that an image is brought to, or why there is none. */
  static final class InLittleMemory {
    public static void main(String[] arguments) {
      try {
        System.out.println(Arrays.toString(ImageDecoder.decode(Path.of(arguments[0]), Shape.of(1, 1, 3))));
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
