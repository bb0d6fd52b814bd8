package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Shape;

/** Photos are turned as their EXIF data say. */
class OrientationTest {
  private static final int HEIGHT = 24, WIDTH = 40, BLOCK = 8;

  @TempDir
  Path folder;

  /** Blocks of 8 x 8 pixels, which JPEG stores nearly exactly, all different. */
  private static int stored(int row, int column) {
    return 10 + 16 * (row / BLOCK * (WIDTH / BLOCK) + column / BLOCK);
  }

  private static BufferedImage picture() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int r = 0; r < HEIGHT; r++) {
      for (int c = 0; c < WIDTH; c++) {
        image.getRaster().setSample(c, r, 0, stored(r, c));
      }
    }
    return image;
  }

  private static byte[] encoded(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture(), format, out);
    return out.toByteArray();
  }

  private static byte[] exif(ByteOrder order, int orientation) {
    return new TestTiff(order).with(271, 7).with(274, orientation).bytes(new byte[0], 0);
  }

  /** A JPEG file with segments behind its start. */
  private static byte[] jpeg(byte[]... contents) throws IOException {
    byte[] plain = encoded("jpg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    for (byte[] content : contents) {
      new DataOutputStream(out).writeShort(0xFFE1);
      new DataOutputStream(out).writeShort(2 + content.length);
      out.write(content);
    }
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static byte[] join(String mark, byte[] rest) {
    byte[] start = mark.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, all, start.length, rest.length);
    return all;
  }

  private static byte[] marked(byte[] tiff) {
    return join("Exif\0\0", tiff);
  }

  /** A PNG file with the chunk eXIf in front of that of a type. */
  private static byte[] png(byte[] exif, String before) throws IOException {
    byte[] plain = encoded("png");
    int at = new String(plain, StandardCharsets.ISO_8859_1).indexOf(before) - 4;
    byte[] chunk = join("eXIf", exif);
    CRC32 checksum = new CRC32();
    checksum.update(chunk);
    return ByteBuffer.allocate(plain.length + 8 + chunk.length).put(plain, 0, at).putInt(exif.length).put(chunk)
        .putInt((int) checksum.getValue()).put(plain, at, plain.length - at).array();
  }

  private static byte[] tiff(int orientation) {
    byte[] pixels = new byte[HEIGHT * WIDTH];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) stored(i / WIDTH, i % WIDTH);
    }
    TestTiff made = TestTiff.image(HEIGHT, WIDTH, 1, 8);
    return (orientation == 0 ? made : made.with(274, orientation)).bytes(pixels, 0);
  }

  /** Where EXIF says that a stored pixel is to be seen. */
  private static int[] seen(int orientation, int r, int c) {
    return switch (orientation) {
      case 2 -> new int[] {r, WIDTH - 1 - c};
      case 3 -> new int[] {HEIGHT - 1 - r, WIDTH - 1 - c};
      case 4 -> new int[] {HEIGHT - 1 - r, c};
      case 5 -> new int[] {c, r};
      case 6 -> new int[] {c, HEIGHT - 1 - r};
      case 7 -> new int[] {WIDTH - 1 - c, HEIGHT - 1 - r};
      case 8 -> new int[] {WIDTH - 1 - c, r};
      default -> new int[] {r, c};
    };
  }

  private void assertTurned(int orientation, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("photo"), bytes);
    boolean turned = orientation > 4;
    int height = turned ? WIDTH : HEIGHT;
    int width = turned ? HEIGHT : WIDTH;
    assertEquals(Shape.of(height, width, 3), ImageDecoder.size(file));
    for (int channels : new int[] {1, 3}) {
      byte[] pixels = ImageDecoder.decode(file, Shape.of(height, width, channels));
      for (int r = 0; r < HEIGHT; r++) {
        for (int c = 0; c < WIDTH; c++) {
          int[] place = seen(orientation, r, c);
          int i = (place[0] * width + place[1]) * channels;
          assertEquals(stored(r, c), pixels[i] & 0xFF, 3, orientation + ": row " + r + ", column " + c);
          assertEquals(pixels[i], pixels[i + channels - 1]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void allOrientationsOfAllKindsOfFiles(int orientation) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] exif = exif(order, orientation);
      assertTurned(orientation, jpeg(marked(exif)));
      assertTurned(orientation, jpeg(join("http://ns.adobe.com/xap/1.0/\0", new byte[50]), marked(exif)));
      assertTurned(orientation, png(exif, "IDAT"));
      assertTurned(orientation, png(exif, "IEND"));
      assertTurned(orientation, png(marked(exif), "IDAT"));
    }
    assertTurned(orientation, tiff(orientation));
  }

  @Test
  void aThumbnailsOwnDataDoNotCount() throws IOException {
    byte[] withThumbnail = new TestTiff(ByteOrder.BIG_ENDIAN).with(274, 6).bytes(new byte[0], 8);
    assertTurned(6, jpeg(marked(withThumbnail)));
    byte[] onlyThumbnail = new TestTiff(ByteOrder.BIG_ENDIAN).with(271, 6).bytes(new byte[0], 8);
    assertTurned(1, jpeg(marked(onlyThumbnail)));
    assertTurned(3, jpeg(marked(exif(ByteOrder.BIG_ENDIAN, 3)), marked(exif(ByteOrder.BIG_ENDIAN, 8))));
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "255", "65535"})
  void anOrientationThatIsNoneIsUpright(int number) throws IOException {
    assertTurned(1, jpeg(marked(exif(ByteOrder.LITTLE_ENDIAN, number))));
    assertTurned(1, tiff(number));
  }

  @Test
  void brokenDataAreUpright() throws IOException {
    byte[] whole = exif(ByteOrder.BIG_ENDIAN, 6);
    for (int length = 0; length < 34; length++) {
      assertTurned(1, png(Arrays.copyOf(whole, length), "IEND"));
    }
    for (int place : new int[] {0, 2, 4, 5, 7}) {
      byte[] other = whole.clone();
      other[place] = (byte) 0xF7;
      assertTurned(1, jpeg(marked(other)));
    }
    byte[] type = whole.clone();
    type[8 + 2 + 12 + 3] = 2;
    assertTurned(1, jpeg(marked(type)));
  }
}
