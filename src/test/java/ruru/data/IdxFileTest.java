package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.Shape;

class IdxFileTest {
  private static final String TWO_IMAGES = "00000803 00000002 00000002 00000003 010203040506 F1F2F3F4F5F6";

  @TempDir
  Path folder;

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  @Test
  void readsImagesAndLabels() throws IOException {
    IdxFile images = IdxFile.images(write(bytes(TWO_IMAGES)));
    assertArrayEquals(new int[] {2, 2, 3}, images.dims());
    assertEquals(Shape.of(2, 3, 1), images.imageShape());
    assertEquals(2, images.size());
    assertEquals(6, images.value(5));
    assertEquals(0xF1, images.value(6));
    assertEquals(0xF6, images.highest());
    IdxFile labels = IdxFile.labels(write(bytes("00000801 00000003 070009")));
    assertEquals(3, labels.size());
    assertEquals(9, labels.highest());
  }

  @Test
  void compressedIsTheSameWhateverTheName() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes(TWO_IMAGES));
    }
    assertArrayEquals(IdxFile.images(write(bytes(TWO_IMAGES))).elements(),
        IdxFile.images(write(compressed.toByteArray())).elements());
    byte[] cut = Arrays.copyOf(compressed.toByteArray(), compressed.size() - 12);
    assertFails(cut, "too early");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "89504E47 0D0A1A0A 00000000 00000000 | this is not an IDX file: it begins with the bytes 89504E47, "
          + "expected 00000803",
      "00000D03 00000001 00000001 00000001 00000000 | its elements are of type 13; only unsigned bytes",
      "00000801 00000003 070009 | this file has 1 axes, but images have 3; is this the file of labels?",
      "00000802 00000003 00000001 070009 | this file has 2 axes, but images have 3",
      "00000803 00000002 00000002 00000003 0102030405 | its header promises 12 elements, but there are 5",
      "00000803 00000001 00000001 00000001 0102 | there are more bytes than the 1 elements",
      "00000803 00000002 00000002 | the file ends too early",
      "00 | the file ends too early",
      "00000803 00000002 00000000 00000003 | the lengths of its axes cannot be right: [2, 0, 3]",
      "00000803 FFFFFFFF 00000002 00000003 | the lengths of its axes cannot be right: [-1, 2, 3]",
      "00000803 7FFFFFFF 00000002 00000003 | the lengths of its axes cannot be right",
      "00000803 7FFFFFFF 7FFFFFFF 7FFFFFFF | the lengths of its axes cannot be right",
      "00000803 00FFFFFF 00000010 00000003 01 | its header promises 805306320 elements, but there are 1",
  })
  void whatIsWrongIsSaid(String hex, String reason) throws IOException {
    assertFails(bytes(hex), reason);
  }

  private void assertFails(byte[] content, String reason) throws IOException {
    Path file = write(content);
    String message = assertThrows(IOException.class, () -> IdxFile.images(file)).getMessage();
    assertTrue(message.startsWith("IDX file " + file + ": "), message);
    assertTrue(message.contains(reason), message);
  }

  /** For a Java of its own: prints why there are no images. */
  static final class InLittleMemory {
    public static void main(String[] arguments) {
      try {
        System.out.println(IdxFile.images(Path.of(arguments[0])).size());
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void aFileLargerThanTheMemoryIsRefusedInWords() throws Exception {
    Path file = folder.resolve("large");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(bytes("00000803 00000001 00002710 00002710"));
      out.setLength(16 + 100_000_000);
    }
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx40m",
        "-cp", "target/classes" + File.pathSeparator + "target/test-classes", InLittleMemory.class.getName(),
        file.toString()).redirectErrorStream(true).start();
    assertEquals("IDX file " + file + ": there is not enough memory to read it; give Java more (java -Xmx4g ...)",
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim());
  }

  @Test
  void aMissingFileIsNamed() {
    String message = assertThrows(IOException.class, () -> IdxFile.labels(folder.resolve("none"))).getMessage();
    assertEquals("IDX file " + folder.resolve("none") + ": there is no such file", message);
  }

  @Test
  void mnist() throws IOException {
    Path mnist = Path.of("../shared/data/mnist");
    assumeTrue(Files.isDirectory(mnist), "no MNIST at " + mnist.toAbsolutePath());
    IdxFile images = IdxFile.images(mnist.resolve("t10k-images-idx3-ubyte.gz"));
    IdxFile labels = IdxFile.labels(mnist.resolve("t10k-labels-idx1-ubyte.gz"));
    assertEquals(10_000, images.size());
    assertEquals(Shape.of(28, 28, 1), images.imageShape());
    assertEquals(10_000, labels.size());
    assertEquals(7, labels.value(0));
    assertEquals(2, labels.value(1));
    assertEquals(9, labels.highest());
  }
}
