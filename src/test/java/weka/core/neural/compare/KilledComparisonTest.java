package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.SmallDisk;

/** What ends a comparison without asking it, kill -9 and a full disk, costs no fold and no report. */
class KilledComparisonTest {
  private static final int KILLS = 4;
  private static final int LONGEST_SECONDS = 120;

  @TempDir
  private Path folder;

  private Path data;

  @BeforeEach
  void sample() throws Exception {
    data = SampleData.numeric(folder, "a.arff", "a");
  }

  /** As its own program, at any moment after a further fold. */
  @Test
  void killedAgainAndAgainItComesToItsEnd() throws Exception {
    Path results = folder.resolve("out");
    Path folds = ResultFolder.folds(results);
    Random random = new Random();
    long before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(results);
      long least = before + 1;
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
      while (process.isAlive() && count(folds) < least) {
        assertTrue(System.nanoTime() < end, "no fold in " + LONGEST_SECONDS + " s");
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(200));
      process.destroyForcibly().waitFor();
      assertFalse(Files.exists(results.resolve("report.html")), "it was to be killed before its end");
      assertTrue(count(folds) >= least, "folds are lost");
      before = count(folds);
    }
    Process last = start(results);
    assertTrue(last.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS));
    String text = Files.readString(folder.resolve("output.txt"));
    assertEquals(0, last.exitValue(), text);
    assertTrue(text.contains("Going on with a comparison that was stopped: " + before + " fold"), text);
    assertTrue(Files.readString(results.resolve("report.html")).endsWith("</html>\n"));
    try (Stream<Path> files = Files.list(results)) {
      assertEquals(List.of("regression.arff", "report.html"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  /** Whole lines of folds. */
  private static long count(Path folds) throws IOException {
    return Files.exists(folds) ? Files.readString(folds).lines().filter(l -> FoldLine.read(l).isPresent())
        .filter(l -> l.contains("\tfold\t")).count() : 0;
  }

  private Process start(Path results) throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), Compare.class.getName(), "-folds", "9", "-o", results.toString(),
        data.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile()).start();
  }

  @Test
  void aFullDiskIsSaidAndCostsNothing() throws Exception {
    try (SmallDisk small = new SmallDisk(folder.resolve("disk"), "256k")) {
      Path disk = small.folder();
      Path results = Files.createDirectory(disk.resolve("out"));
      Path report = Files.writeString(results.resolve("report.html"), "earlier");
      Path filler = disk.resolve("filler");
      fill(filler, 0);
      String nothing = compare(results, 1);
      assertTrue(nothing.contains("cannot write") && !nothing.contains("the same command goes on"), nothing);
      assertFalse(Files.exists(ResultFolder.folds(results)));
      // Room for some of the folds.
      fill(filler, 2);
      String said = compare(results, 1);
      Path folds = ResultFolder.folds(results);
      assertTrue(said.matches("(?s).*compare: cannot write [\\d,]+ bytes to \\Q" + folds
          + "\\E: No space left on device \\([\\d,]+ bytes are free\\); make room there, or name another folder "
          + "with -o.*"
          + "the report of an earlier comparison was kept; the same command goes on with the folds in .*"),
          said);
      assertEquals("earlier", Files.readString(report));
      long kept = count(folds);
      assertTrue(kept > 0, said);
      assertEquals(kept, Files.readString(folds).lines().count() - 1, "half a line is left");
      Files.delete(filler);
      String next = compare(results, 0);
      assertTrue(next.contains("Going on with a comparison that was stopped: " + kept + " fold"), next);
      assertTrue(Files.readString(report).endsWith("</html>\n"));
    }
  }

  private static void fill(Path file, int pagesLeft) throws IOException {
    Files.deleteIfExists(file);
    long free = Files.getFileStore(file.getParent()).getUsableSpace();
    Files.write(file, new byte[(int) free - pagesLeft * 4096]);
  }

  private String compare(Path results, int status) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] arguments = {"-folds", "2", "-o", results.toString(), data.toString()};
    assertEquals(status, Compare.run(arguments, out, out), () -> printed.toString(StandardCharsets.UTF_8));
    return printed.toString(StandardCharsets.UTF_8);
  }

}
