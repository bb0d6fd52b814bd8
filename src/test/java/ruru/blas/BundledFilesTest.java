package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies in the cache are whole, whatever happened to them. */
class BundledFilesTest {
  @TempDir
  Path cache;

  private BundledFiles files;

  @BeforeEach
  void find() throws IOException {
    try {
      files = BundledFiles.ofThisPlatform();
    } catch (IllegalStateException e) {
      assumeTrue(false, "skipped: " + e.getMessage());
    }
  }

  @Test
  void theFolderCarriesVersionAndChecksum() throws IOException {
    List<Path> unpacked = files.unpackInto(cache);
    assertTrue(files.id().matches("OpenBLAS [0-9.]+-[0-9a-f]{8}"), files.id());
    for (Path file : unpacked) {
      assertEquals(cache.resolve(files.id().replace("OpenBLAS ", "openblas-")), file.getParent());
    }
    assertTrue(last(unpacked).getFileName().toString().matches("openblas-ruru[.](so|dll|dylib)"), unpacked.toString());
  }

  @Test
  void wholeOnesAreLeftAsTheyAre() throws IOException {
    List<Object> keys = keys(files.unpackInto(cache));
    assertEquals(keys, keys(files.unpackInto(cache)));
  }

  @Test
  void damagedOnesAreReplaced() throws IOException {
    Path library = last(files.unpackInto(cache));
    byte[] right = Files.readAllBytes(library);
    FileTime time = Files.getLastModifiedTime(library);
    byte[] flipped = right.clone();
    flipped[flipped.length / 2] ^= 1;
    for (byte[] damaged : List.of(flipped, new byte[0], Arrays.copyOf(right, right.length - 1))) {
      Files.delete(library);
      Files.write(library, damaged);
      Files.setLastModifiedTime(library, time);
      assertArrayEquals(right, Files.readAllBytes(last(files.unpackInto(cache))));
    }
    assertEquals(List.of(), temporary());
  }

  /** Who has the old file open keeps it: a mapped library that is changed in place kills its process. */
  @Test
  void aReplacedFileIsANewOne() throws IOException {
    Path library = last(files.unpackInto(cache));
    Path open = Files.createLink(cache.resolve("open"), library);
    Files.writeString(library, "damaged");
    files.unpackInto(cache);
    assertEquals("damaged", Files.readString(open));
  }

  @Test
  void severalAtOnceAreOfOneMind() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Future<List<Path>>> unpacked = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        unpacked.add(pool.submit(() -> files.unpackInto(cache)));
      }
      for (Future<List<Path>> each : unpacked) {
        assertEquals(unpacked.get(0).get(), each.get());
      }
    } finally {
      pool.shutdownNow();
    }
    List<Object> keys = keys(files.unpackInto(cache));
    assertEquals(keys, keys(files.unpackInto(cache)));
    assertEquals(List.of(), temporary());
  }

  @Test
  void platformsAreNamedAsTheBuildNamesThem() {
    assertEquals("linux-x86_64", BundledFiles.platform("Linux", "amd64"));
    assertEquals("linux-arm64", BundledFiles.platform("Linux", "aarch64"));
    assertEquals("windows-x86_64", BundledFiles.platform("Windows 11", "amd64"));
    assertEquals("macosx-arm64", BundledFiles.platform("Mac OS X", "aarch64"));
    assertEquals("macosx-x86_64", BundledFiles.platform("Mac OS X", "x86_64"));
    assertEquals("linux-riscv64", BundledFiles.platform("Linux", "riscv64"));
  }

  private static Path last(List<Path> files) {
    return files.get(files.size() - 1);
  }

  private static List<Object> keys(List<Path> files) throws IOException {
    List<Object> keys = new ArrayList<>();
    for (Path file : files) {
      keys.add(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }
    return keys;
  }

  private List<Path> temporary() throws IOException {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(f -> f.toString().endsWith(".tmp")).toList();
    }
  }
}
