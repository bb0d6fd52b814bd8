package ruru.blas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The files of OpenBLAS for one platform in this package, and their copies in a cache. The build wrote an index beside
 * them: a line with name and version, then a line for each file, in the order in which they are loaded: CRC-32, bytes,
 * name. OpenBLAS itself is the last one.
 */
final class BundledFiles {
  private static final int BUFFER_BYTES = 1 << 17;

  private final String folder;
  private final String version;
  private final String index;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(long crc, long bytes, String name) {}

  private BundledFiles(String platform, String index) {
    this.folder = "openblas/" + platform + "/";
    this.index = index;
    String[] lines = index.split("\n");
    version = lines[0];
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(" ");
      entries.add(new Entry(Long.parseLong(parts[0], 16), Long.parseLong(parts[1]), parts[2]));
    }
  }

  /** @throws IllegalStateException if there are none for this platform in this package */
  static BundledFiles ofThisPlatform() throws IOException {
    String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream in = BundledFiles.class.getResourceAsStream("openblas/" + platform + "/index")) {
      if (in == null) {
        throw new IllegalStateException("this package has no OpenBLAS for " + platform);
      }
      return new BundledFiles(platform, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** As in "linux-x86_64". */
  static String platform(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String os = name.startsWith("mac") ? "macosx" : name.startsWith("windows") ? "windows" : name;
    return os + "-" + switch (processor) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "arm64";
      default -> processor;
    };
  }

  /** Name and version, and a number that changes with any of the files: "OpenBLAS 0.3.31-bc3e9e6d". */
  String id() {
    return version + "-" + String.format(Locale.ROOT, "%08x", crc(index.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Copies of all files in a folder of the cache, in the order in which they are loaded. Those that exist and are
   * intact are used; others are replaced atomically, so that other processes never see half a file, and keep what they
   * have opened.
   */
  List<Path> unpackInto(Path cache) throws IOException {
    Path own = Files.createDirectories(cache.resolve(id().replace(' ', '-').toLowerCase(Locale.ROOT)));
    NativeFolders.sweep(own, "*.tmp");
    List<Path> files = new ArrayList<>();
    for (Entry entry : entries) {
      Path file = own.resolve(entry.name);
      if (!isWhole(file, entry)) {
        unpack(entry, file);
      }
      files.add(file);
    }
    return files;
  }

  private void unpack(Entry entry, Path file) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), entry.name, ".tmp");
    try {
      try (InputStream in = BundledFiles.class.getResourceAsStream(folder + entry.name)) {
        if (in == null) {
          throw new IllegalStateException("this package lacks " + folder + entry.name + "; install it again");
        }
        Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!isWhole(temporary, entry)) {
        throw new IllegalStateException(folder + entry.name + " in this package is damaged; install it again");
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // On Windows a file in use cannot be replaced; then another process has just put it there.
      if (!isWhole(file, entry)) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean isWhole(Path file, Entry entry) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != entry.bytes) {
      return false;
    }
    CRC32 crc = new CRC32();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(buffer) >= 0) {
        crc.update(buffer.flip());
        buffer.clear();
      }
    }
    return crc.getValue() == entry.crc;
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
