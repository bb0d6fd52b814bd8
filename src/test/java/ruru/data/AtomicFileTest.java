package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.SmallDisk;

class AtomicFileTest {
  @TempDir
  Path folder;

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> text(out, text));
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static void refused(Path file, String reason) {
    String seen = Reason.of(assertThrows(IOException.class, () -> AtomicFile.requireWritable(file)));
    assertTrue(seen.contains(reason), seen);
    String written = Reason.of(assertThrows(IOException.class, () -> write(file, "new")));
    assertTrue(written.contains(reason), written);
  }

  @Test
  void aFileIsWrittenAndReplaced() throws IOException {
    // As long as a name may be.
    Path file = folder.resolve("n".repeat(251) + ".png");
    AtomicFile.requireWritable(file);
    assertEquals(List.of(), names(folder));
    write(file, "first");
    write(file, "second");
    assertEquals("second", Files.readString(file));
    assertEquals(1, names(folder).size());
  }

  @Test
  void aFileThatIsCompleteTakesThePlaceOfAnother() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), there.resolve("a.txt"));
    AtomicFile.move(Files.writeString(folder.resolve("made"), "first"), link);
    AtomicFile.move(Files.writeString(folder.resolve("made"), "second"), link);
    assertEquals("second", Files.readString(there.resolve("a.txt")));
    assertTrue(Files.isSymbolicLink(link));
    Path made = Files.writeString(folder.resolve("made"), "third");
    assertThrows(IOException.class, () -> AtomicFile.move(made, there));
    assertEquals("third", Files.readString(made));
    assertEquals(List.of("link", "made", "there"), names(folder));
  }

  @Test
  void aFileIsMovedToAnotherDisk() throws Exception {
    try (SmallDisk small = new SmallDisk(folder.resolve("disk"), "64k")) {
      Path disk = small.folder();
      Path file = disk.resolve("a.txt");
      AtomicFile.move(Files.writeString(folder.resolve("made"), "whole"), file);
      assertEquals("whole", Files.readString(file));
      assertEquals(List.of("disk"), names(folder));
      Path large = Files.writeString(folder.resolve("made"), "x".repeat(1 << 20));
      assertThrows(IOException.class, () -> AtomicFile.move(large, file));
      assertEquals("whole", Files.readString(file));
      assertEquals(List.of("a.txt"), names(disk));
      assertTrue(Files.exists(large));
    }
  }

  @Test
  void theOldFileStaysIfTheContentFails() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.Content half = out -> {
      text(out, "half of it");
      throw new IOException("No space left on device");
    };
    assertEquals("No space left on device",
        assertThrows(IOException.class, () -> AtomicFile.write(file, half)).getMessage());
    assertEquals(List.of(), names(folder));
    write(file, "old");
    assertThrows(IOException.class, () -> AtomicFile.write(file, half));
    assertThrows(IllegalStateException.class, () -> AtomicFile.write(file, out -> {
      throw new IllegalStateException();
    }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.txt"), names(folder));
  }

  @Test
  void nobodySeesHalfAFile() throws IOException {
    Path file = folder.resolve("a.txt");
    write(file, "old");
    AtomicFile.write(file, out -> {
      text(out, "half");
      out.flush();
      assertEquals("old", Files.readString(file));
      text(out, " and half");
    });
    assertEquals("half and half", Files.readString(file));
  }

  @Test
  void aFullDiskLeavesTheOldFile() throws Exception {
    try (SmallDisk small = new SmallDisk(folder.resolve("disk"), "16k")) {
      Path disk = small.folder();
      Path file = disk.resolve("a.txt");
      write(file, "old");
      String reason = Reason.of(assertThrows(IOException.class, () -> write(file, "x".repeat(1 << 20))));
      assertTrue(reason.contains("space"), reason);
      assertEquals("old", Files.readString(file));
      assertEquals(List.of("a.txt"), names(disk));
    }
  }

  @Test
  void permissionsAreHandedOn() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path file = folder.resolve("a.txt");
    Path plain = Files.createFile(folder.resolve("plain"));
    write(file, "old");
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    write(file, "new");
    assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("there", "a.txt"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), second);
    AtomicFile.requireWritable(first);
    write(first, "made");
    write(first, "replaced");
    assertTrue(Files.isSymbolicLink(first) && Files.isSymbolicLink(second));
    assertEquals("replaced", Files.readString(there.resolve("a.txt")));
    assertEquals(List.of("first", "second", "there"), names(folder));
    Path round = folder.resolve("round");
    Files.createSymbolicLink(round, round);
    refused(round, "leads back");
  }

  @Test
  void foldersAndDevicesAreRefused() throws IOException {
    refused(Files.createDirectory(folder.resolve("sub")), "folder");
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
    refused(full, "device");
    refused(Files.createSymbolicLink(folder.resolve("link"), full), "device");
    assertFalse(Files.isRegularFile(full));
  }

  @Test
  void whereNothingCanBeWrittenIsSeenBefore() throws IOException {
    refused(folder.resolve("none").resolve("a.txt"), "folder does not exist");
    // Not even the administrator makes files there, though the folder's permissions say so.
    Path proc = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(proc), "skipped: this system has no /proc");
    assertThrows(FileSystemException.class, () -> AtomicFile.requireWritable(proc.resolve("a.txt")));
  }

  @Test
  void anInterruptDoesNotSpoilTheFile() throws IOException {
    Path file = folder.resolve("a.txt");
    Thread.currentThread().interrupt();
    try {
      write(file, "whole");
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("whole", Files.readString(file));
  }

  @Test
  void whatKilledProcessesLeftIsRemoved() throws IOException {
    Path old = Files.writeString(folder.resolve("unfinished-1.part"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Files.writeString(folder.resolve("unfinished-2.part"), "being written");
    Path own = Files.writeString(folder.resolve("unfinished.txt"), "somebody's");
    Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));
    AtomicFile.requireWritable(folder.resolve("a.txt"));
    assertEquals(List.of("unfinished-2.part", "unfinished.txt"), names(folder));
    AtomicFile.removeUnfinished(folder);
    assertEquals(List.of("unfinished.txt"), names(folder));
  }
}
