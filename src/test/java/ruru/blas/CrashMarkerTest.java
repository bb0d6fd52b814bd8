package ruru.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marker tells of deaths, of all of them, and of nothing else. */
class CrashMarkerTest {
  private static final String CODE = "OpenBLAS 1.2-abcd";

  @TempDir
  Path folder;

  /** For a JVM of its own: puts a marker for a code into a folder, says so and waits to be ended. */
  static final class Trial {
    public static void main(String[] args) throws Exception {
      CrashMarker marker = CrashMarker.put(Path.of(args[0]), args[1]);
      System.out.println("tried");
      if (args.length == 2) {
        Thread.sleep(Duration.ofMinutes(2).toMillis());
      } else if (args[2].equals("close")) {
        marker.close();
      } else if (args[2].equals("halt")) {
        Runtime.getRuntime().halt(1);
      }
      System.exit(0);
    }
  }

  /** For a JVM of its own: looks at a marker, and stays at it. */
  static final class Looker {
    public static void main(String[] args) throws Exception {
      try (FileChannel channel = FileChannel.open(Path.of(args[0]));
          FileLock lock = CrashMarker.lock(channel, true)) {
        System.out.println("looks " + lock.isShared());
        Thread.sleep(Duration.ofMinutes(2).toMillis());
      }
    }
  }

  @Test
  void whatEndsWellLeavesNothing() throws Exception {
    CrashMarker marker = CrashMarker.put(folder, CODE);
    assertEquals(1, files().size());
    assertEquals(Optional.empty(), CrashMarker.crash(folder, CODE), "its own process is alive");
    marker.close();
    assertEquals(List.of(), files());
  }

  @Test
  @SuppressWarnings("try") // the marker only has to stand
  void aLivingProcessIsNotTakenForDead() throws Exception {
    Process trial = startTrial();
    try {
      assertEquals(1, files().size());
      assertEquals(Optional.empty(), CrashMarker.crash(folder, CODE));
      try (CrashMarker second = CrashMarker.put(folder, CODE)) {
        assertEquals(2, files().size());
        assertEquals(Optional.empty(), CrashMarker.crash(folder, CODE));
      }
      assertEquals(1, files().size());
    } finally {
      trial.destroyForcibly().waitFor();
    }
    String crash = CrashMarker.crash(folder, CODE).orElseThrow();
    assertTrue(crash.matches("Java died while it tried this on 2[0-9-]+ [0-9:]+; it is tried again a day later, or "
        + "when you delete .*/trial-.*[.]properties"), crash);
    assertEquals(Optional.empty(), CrashMarker.crash(folder, "OpenBLAS 1.3-abcd"), "another version");
    assertEquals(1, files().size());
    Files.delete(folder.resolve(files().get(0)));
    assertEquals(Optional.empty(), CrashMarker.crash(folder, CODE));
  }

  @Test
  void aSignalIsNoCrash() throws Exception {
    Process trial = startTrial();
    trial.destroy();
    trial.waitFor();
    assertEquals(List.of(), files());
  }

  @Test
  void anEndInOrderIsNoCrash() throws Exception {
    runTrial("exit");
    assertEquals(List.of(), files());
    runTrial("close");
    assertEquals(List.of(), files());
  }

  /** It may have been a kill or a power cut. */
  @Test
  void aDeathWithoutReportCountsForADay() throws Exception {
    runTrial("halt");
    Path marker = folder.resolve(files().get(0));
    Files.setLastModifiedTime(marker, FileTime.from(Instant.now().minus(Duration.ofHours(23))));
    assertTrue(CrashMarker.crash(folder, CODE).isPresent());
    Files.setLastModifiedTime(marker, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    assertEquals(Optional.empty(), CrashMarker.crash(folder, CODE));
    assertEquals(List.of(), files());
  }

  @Test
  void aDeathWithReportCountsUntilItsFileIsDeleted() throws Exception {
    runTrial("halt");
    Path marker = folder.resolve(files().get(0));
    String process = marker.getFileName().toString().split("-")[1];
    Path report = Files.createFile(folder.resolve("hs_err_pid" + process + ".log"));
    Files.setLastModifiedTime(marker, FileTime.from(Instant.now().minus(Duration.ofDays(99))));
    String crash = CrashMarker.crash(folder, CODE).orElseThrow();
    assertTrue(crash.endsWith(", see " + report.toRealPath() + "; it is tried again when you delete " + marker), crash);
    // An older report is of another process with the same number.
    Files.setLastModifiedTime(report, FileTime.from(Instant.now().minus(Duration.ofDays(100))));
    assertEquals(Optional.empty(), CrashMarker.crash(folder, CODE));
  }

  /** Who looks must not hide the marker from another who looks at the same time. */
  @Test
  void twoMayLookAtOnce() throws Exception {
    runTrial("halt");
    Path marker = folder.resolve(files().get(0));
    Path output = folder.resolve("output");
    Process looker = new OwnJvm(folder).start(Looker.class, output, marker.toString());
    try {
      while (!Files.readString(output).contains("looks")) {
        assertTrue(looker.isAlive(), Files.readString(output));
        Thread.sleep(20);
      }
      assertTrue(CrashMarker.crash(folder, CODE).isPresent());
    } finally {
      looker.destroyForcibly().waitFor();
    }
  }

  @Test
  void whatIsNoMarkerIsPassedOver() throws Exception {
    Files.writeString(folder.resolve("trial-1.properties"), "what=\\u12");
    Files.writeString(folder.resolve("trial-2.properties"), "");
    Files.writeString(folder.resolve("trial-3.properties.tmp"), "what=" + CODE);
    assertEquals(Optional.empty(), CrashMarker.crash(folder, CODE));
    Files.writeString(folder.resolve("trial-4.properties"), "what=" + CODE);
    assertTrue(CrashMarker.crash(folder, CODE).isPresent());
  }

  /** As where the folder's name has letters that the locale of the process, such as C, has not. */
  @Test
  void aDeathInAFolderThatCannotBeNamedCounts() throws Exception {
    Files.writeString(folder.resolve("trial-1.properties"), "what=" + CODE + "\nprocess=1\nfolder=/a\\u0000b");
    assertTrue(CrashMarker.crash(folder, CODE).isPresent());
  }

  private Process startTrial() throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "trial", ".txt");
    Process process = new OwnJvm(folder).start(Trial.class, output, folder.toString(), CODE);
    while (!Files.readString(output, StandardCharsets.UTF_8).contains("tried")) {
      assertTrue(process.isAlive(), () -> "ended with " + process.exitValue());
      Thread.sleep(20);
    }
    return process;
  }

  private void runTrial(String end) throws IOException, InterruptedException {
    OwnJvm.Result result = new OwnJvm(folder).run(Trial.class, folder.toString(), CODE, end);
    assertTrue(result.output().contains("tried"), result.output());
    assertFalse(result.output().contains("Exception"), result.output());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("trial-")).toList();
    }
  }
}
