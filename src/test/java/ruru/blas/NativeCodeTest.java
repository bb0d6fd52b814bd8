package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first folder that serves is taken, and what kept the others from it is said. */
class NativeCodeTest {
  private static final String CODE = "OpenBLAS 1.2-abcd";

  @TempDir
  Path folder;

  private final Blas blas = PlainJavaBlas.get();
  private final List<Path> tried = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord entry) {
      log.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeEach
  void listen() {
    Logger.getLogger(BlasLog.NAME).addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger(BlasLog.NAME).removeHandler(handler);
  }

  @Test
  void aMarkerStandsWhileItIsTried() throws Exception {
    assertSame(blas, NativeCode.tried(CODE, List.of(folder), in -> {
      assertTrue(in.toFile().list()[0].matches("trial-.*[.]properties"), in.toFile().list()[0]);
      return blas;
    }));
    assertThrows(IllegalStateException.class, () -> NativeCode.tried(CODE, List.of(folder), in -> {
      throw new IllegalStateException("wrong");
    }));
    assertEquals(0, folder.toFile().list().length);
    assertEquals(List.of(), log);
  }

  @Test
  void theNextFolderIsTakenWhereOneDoesNotServe() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path full = folder.resolve("full");
    Path forbidden = folder.resolve("noexec");
    Path good = folder.resolve("good");
    assertSame(blas, NativeCode.tried(CODE, List.of(file.resolve("below"), full, forbidden, good), in -> {
      tried.add(in);
      if (in.endsWith("full")) {
        throw new IOException("No space left on device");
      }
      if (in.endsWith("noexec")) {
        throw new UnsatisfiedLinkError("failed to map segment from shared object");
      }
      return blas;
    }));
    Path real = folder.toRealPath();
    assertEquals(List.of(real.resolve("full"), real.resolve("noexec"), real.resolve("good")), tried);
    assertEquals(List.of("BLAS: native code is unpacked in " + real.resolve("good") + ", not in "
        + file.resolve("below") + " (FileSystemException: " + file.resolve("below") + ": Not a directory), not in "
        + full + " (IOException: No space left on device), not in " + forbidden
        + " (UnsatisfiedLinkError: failed to map segment from shared object); "
        + "-Druru.cache=FOLDER names another one"), log);
    assertEquals(0, full.toFile().list().length);
  }

  @Test
  void noFolderIsAFailure() {
    IllegalStateException e = assertThrows(IllegalStateException.class,
        () -> NativeCode.tried(CODE, List.of(folder), in -> {
          throw new IOException("No space left on device");
        }));
    assertEquals("no folder is usable for native code: not " + folder + " (IOException: No space left on device); "
        + "-Druru.cache=FOLDER names another one", e.getMessage());
  }

  @Test
  void afterACrashItIsNotTried() throws Exception {
    Path marker = Files.writeString(folder.resolve("trial-1.properties"), "what=" + CODE);
    IllegalStateException e = assertThrows(NativeCode.CrashedBefore.class,
        () -> NativeCode.tried(CODE, List.of(folder), in -> {
          throw new AssertionError("must not be tried");
        }));
    assertTrue(e.getMessage().endsWith(" when you delete " + folder.toRealPath().resolve("trial-1.properties")),
        e.getMessage());
    assertSame(blas, NativeCode.tried("OpenBLAS 1.3-abcd", List.of(folder), in -> blas));
    Files.delete(marker);
    assertSame(blas, NativeCode.tried(CODE, List.of(folder), in -> blas));
  }
}
