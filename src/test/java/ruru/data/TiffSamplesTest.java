package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Shape;

/** TIFF files are read as they look, or refused. Pictures are of 3 x 4 pixels. */
class TiffSamplesTest {
  private static final int HEIGHT = 3, WIDTH = 4, PIXELS = HEIGHT * WIDTH;
  private static final int COMPRESSION = 259, COLOURS = 262, PREDICTOR = 317, EXTRA = 338, FORMAT = 339;

  @TempDir
  Path folder;

  private static int grey(int i) {
    return 21 * i + 3;
  }

  private static TestTiff image(int samples, int bits) {
    return TestTiff.image(HEIGHT, WIDTH, samples, bits);
  }

  private interface Sample {
    /** Of pixel i, from 0 to 1. */
    double of(int i, int sample);
  }

  /** The samples of an image as a file has them. */
  private static byte[] data(int samples, int bits, boolean decimals, Sample sample) {
    ByteBuffer data = ByteBuffer.allocate(PIXELS * samples * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < PIXELS * samples; i++) {
      double v = sample.of(i / samples, i % samples);
      long whole = Math.round(v * ((1L << Math.min(bits, 32)) - 1));
      switch (bits) {
        case 8 -> data.put((byte) whole);
        case 16 -> data.putShort((short) whole);
        case 32 -> {
          if (decimals) {
            data.putFloat((float) v);
          } else {
            data.putInt((int) whole);
          }
        }
        default -> data.putDouble(v);
      }
    }
    return data.array();
  }

  private byte[] decoded(byte[] tiff, int channels) throws IOException {
    return ImageDecoder.decode(Files.write(folder.resolve("image.tif"), tiff), Shape.of(HEIGHT, WIDTH, channels));
  }

  private void assertRefused(byte[] tiff, String... parts) {
    String message = assertThrows(IOException.class, () -> decoded(tiff, 3)).getMessage();
    assertTrue(message.startsWith("image " + folder.resolve("image.tif") + ": "), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message + " lacks " + part);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 0", "1, 16, 0", "1, 32, 3", "1, 64, 3", "3, 8, 0", "3, 16, 0", "3, 32, 3", "3, 64, 3", "2, 8, 0",
      "4, 8, 0", "2, 16, 0", "4, 16, 0"})
  void whatIsReadLooksAsItShould(int samples, int bits, int format) throws IOException {
    int colours = samples < 3 ? 1 : 3;
    TestTiff made = image(samples, bits);
    if (format > 0) {
      int[] formats = new int[samples];
      Arrays.fill(formats, format);
      made.with(FORMAT, formats);
    }
    if (samples > colours) {
      made.with(EXTRA, 2);
    }
    Sample opaque = (i, s) -> s == colours ? 1 : s == 1 ? 1 - grey(i) / 255.0 : grey(i) / 255.0;
    byte[] pixels = decoded(made.bytes(data(samples, bits, format == 3, opaque), 0), 3);
    for (int i = 0; i < PIXELS; i++) {
      assertEquals(grey(i), pixels[3 * i] & 0xFF);
      assertEquals(colours == 1 ? grey(i) : 255 - grey(i), pixels[3 * i + 1] & 0xFF);
      assertEquals(grey(i), pixels[3 * i + 2] & 0xFF);
    }
  }

  @Test
  void transparencyOfFloatingPointIsWhite() throws IOException {
    TestTiff made = image(2, 32).with(FORMAT, 3, 3).with(EXTRA, 2);
    byte[] pixels = decoded(made.bytes(data(2, 32, true, (i, s) -> s == 1 ? 0.25 : 0.5), 0), 1);
    assertEquals(255 * (0.75 + 0.25 * 0.5), pixels[0] & 0xFF, 0.51);
  }

  @ParameterizedTest
  @CsvSource({"8", "16"})
  void fourInksAreMixed(int bits) throws IOException {
    double[] inks = {0.1, 0.6, 0.9, 0.25};
    byte[] pixels = decoded(image(4, bits).with(COLOURS, 5).bytes(data(4, bits, false, (i, s) -> inks[s]), 0), 3);
    for (int c = 0; c < 3; c++) {
      assertEquals(255 * (1 - inks[c]) * (1 - inks[3]), pixels[c] & 0xFF, 1.2);
    }
  }

  /** As in aerial photos with the near infrared as a fourth sample; 0 there made them white. */
  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void anUnspecifiedSampleIsNoTransparency(int bits) throws IOException {
    byte[] pixels = new byte[4 * bits / 8];
    Arrays.fill(pixels, 0, 3 * bits / 8, (byte) 40);
    for (int extra = 0; extra < 3; extra++) {
      Path file = Files.write(folder.resolve("image"), TestTiff.image(1, 1, 4, bits).with(338, extra).bytes(pixels, 0));
      byte value = (byte) (extra == 0 ? 40 : 255);
      assertArrayEquals(new byte[] {value, value, value}, ImageDecoder.decode(file, Shape.of(1, 1, 3)));
    }
  }

  @Test
  void whiteMayBeZero() throws IOException {
    byte[] pixels = decoded(image(1, 8).with(COLOURS, 0).bytes(data(1, 8, false, (i, s) -> grey(i) / 255.0), 0), 1);
    assertEquals(255 - grey(5), pixels[5] & 0xFF);
  }

  @ParameterizedTest
  @CsvSource({"255", "-3", "NaN", "1.2", "Infinity"})
  void floatingPointBeyondBlackAndWhiteIsRefused(double value) {
    byte[] tiff = image(1, 32).with(FORMAT, 3).bytes(data(1, 32, true, (i, s) -> i == 7 ? value : 0.5), 0);
    assertRefused(tiff, "a floating-point sample of", "0 for black to 1 for white", "8 or 16 bits");
  }

  @Test
  void floatingPointThatOvershootsALittleIsCut() throws IOException {
    byte[] tiff = image(1, 32).with(FORMAT, 3).bytes(data(1, 32, true, (i, s) -> i == 7 ? 1.05 : -0.05), 0);
    byte[] pixels = decoded(tiff, 1);
    assertArrayEquals(new byte[] {0, (byte) 255}, new byte[] {pixels[6], pixels[7]});
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"1;32;1;1;samples of 32 bits", "3;32;2;1;samples of 32 bits",
      "1;16;1;2;samples with a sign", "1;32;1;2;samples with a sign", "1;16;1;3;floating-point samples of 16 bits",
      "1;16;1;5;samples of kind 5", "3;8;8;1;colours of kind 8", "1;8;4;1;colours of kind 4",
      "3;16;32803;1;colours of kind 32803", "5;8;2;1;5 samples per pixel", "2;8;3;1;2 samples per pixel",
      "5;8;5;1;5 samples", "1;32;0;3;colours of kind 0", "1;12;1;1;samples of 12 bits"})
  void otherKindsAreRefusedByName(int samples, int bits, int colours, int format, String reason) {
    TestTiff made = image(samples, bits).with(COLOURS, colours);
    int[] formats = new int[samples];
    Arrays.fill(formats, format);
    byte[] tiff = made.with(FORMAT, formats).bytes(new byte[PIXELS * samples * bits / 8], 0);
    assertRefused(tiff, "this TIFF file has", reason, "which are not supported; save it as PNG");
  }

  @Test
  void samplesThatJavaCannotUndoAreRefusedByName() {
    byte[] data = data(1, 16, false, (i, s) -> 0.5);
    assertRefused(image(1, 16).with(COMPRESSION, 5).with(PREDICTOR, 2).bytes(data, 0), "a predictor");
    assertRefused(image(4, 8).with(COLOURS, 5).with(COMPRESSION, 7).bytes(data, 0), "four inks", "JPEG");
    assertRefused(image(3, 8).with(258, 5, 6, 5).bytes(data, 0), "unequal size, [5, 6, 5] bits");
    assertRefused(image(1, 8).with(COMPRESSION, 50000).bytes(data, 0), "ompression");
  }
}
