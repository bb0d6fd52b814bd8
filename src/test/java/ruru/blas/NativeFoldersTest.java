package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFoldersTest {
  @TempDir
  Path folder;

  @BeforeAll
  static void onUnixOnly() {
    assumeTrue(Path.of("/").isAbsolute(), "skipped: these paths are those of Unix");
  }

  @Test
  void theUsersCacheComesBeforeTemporaryFiles() {
    assertEquals(List.of(Path.of("/homes/a b/.cache/ruru"), Path.of("/tmp/ruru-a_b")),
        candidates("Linux", Map.of(), Map.of("user.home", "/homes/a b", "user.name", "a b")));
    assertEquals(List.of(Path.of("/cache/ruru"), Path.of("/homes/a/.cache/ruru"), Path.of("/tmp/ruru-a")),
        candidates("Linux", Map.of("XDG_CACHE_HOME", "/cache"), Map.of("user.home", "/homes/a", "user.name", "a")));
    assertEquals(List.of(Path.of("/Users/a/Library/Caches/ruru"), Path.of("/tmp/ruru-a")),
        candidates("Mac OS X", Map.of(), Map.of("user.home", "/Users/a", "user.name", "a")));
    assertEquals(List.of(Path.of("/L/Ruru"), Path.of("/U/a/AppData/Local/Ruru"), Path.of("/tmp/ruru-a")),
        candidates("Windows 11", Map.of("LOCALAPPDATA", "/L"), Map.of("user.home", "/U/a", "user.name", "a")));
  }

  @Test
  void theOneAskedForIsTheFirst() {
    assertEquals(List.of(Path.of("x/ruru").toAbsolutePath(), Path.of("/homes/a/.cache/ruru"), Path.of("/tmp/ruru-a")),
        candidates("Linux", Map.of(), Map.of("ruru.cache", "x", "user.home", "/homes/a", "user.name", "a")));
  }

  /** What Java says in a container whose user is not in the list of users; and empty variables count as none. */
  @Test
  void noHomeIsNoFolder() {
    assertEquals(List.of(Path.of("/tmp/ruru-_")),
        candidates("Linux", Map.of("XDG_CACHE_HOME", ""), Map.of("user.home", "?", "user.name", "?")));
    assertEquals(List.of(Path.of("/tmp/ruru-null")),
        candidates("Linux", Map.of("XDG_CACHE_HOME", "relative"), Map.of()));
  }

  @Test
  void aNewOneIsOfTheUserAlone() throws IOException {
    Path prepared = NativeFolders.prepare(folder.resolve("a/b"));
    assertEquals(folder.toRealPath().resolve("a/b"), prepared);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(prepared)));
    assertEquals(0, prepared.toFile().list().length);
    assertEquals(prepared, NativeFolders.prepare(folder.resolve("a/b")));
  }

  @Test
  void oneWhereOthersMayWriteIsRefused() throws IOException {
    for (String permissions : List.of("rwxrwx---", "rwx----w-")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
      IOException e = assertThrows(IOException.class, () -> NativeFolders.prepare(folder));
      assertEquals(folder.toRealPath() + ": others may write to it", e.getMessage());
      assertEquals(0, folder.toFile().list().length);
    }
  }

  @Test
  void oneOfSomebodyElseIsRefused() throws IOException {
    assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0), "skipped: only root can give a folder away");
    Path given = Files.createDirectory(folder.resolve("given"));
    Files.setAttribute(given, "unix:uid", 12345);
    IOException e = assertThrows(IOException.class, () -> NativeFolders.prepare(given));
    assertTrue(e.getMessage().endsWith("given: it belongs to 12345"), e.getMessage());
  }

  /** A link may be turned elsewhere after it was looked at. */
  @Test
  void aLinkIsFollowedOnce() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertEquals(real.toRealPath(), NativeFolders.prepare(link));
  }

  @Test
  void whatIsNoFolderFails() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(IOException.class, () -> NativeFolders.prepare(file));
    assertThrows(IOException.class, () -> NativeFolders.prepare(file.resolve("below")));
  }

  @Test
  void whatAKilledProcessLeftIsRemovedLater() throws IOException {
    Path stub = Files.createFile(folder.resolve("libnetlibblasjni1.so"));
    Path old = Files.createFile(folder.resolve("libnetlibblasjni2.so"));
    Path jna = Files.createFile(folder.resolve("jna3.tmp"));
    Path other = Files.createFile(folder.resolve("trial-4.properties"));
    for (Path path : List.of(old, jna, other)) {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
    NativeFolders.prepare(folder);
    assertTrue(Files.exists(stub), "perhaps in use");
    assertTrue(Files.exists(other), "not of its kind");
    assertFalse(Files.exists(old));
    assertFalse(Files.exists(jna));
  }

  private static List<Path> candidates(String system, Map<String, String> environment, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("os.name", system);
    all.put("java.io.tmpdir", "/tmp");
    return NativeFolders.candidates(all::get, environment::get);
  }
}
