package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison that fails leaves the results of the one before, all of them and nothing else. */
class ResultFolderTest {
  private static final List<String> NAMES = List.of("classification.arff", "filters.png", "images.arff", "report.html");

  @TempDir
  private Path folder;

  private Path results;
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  @BeforeEach
  void anEarlierComparison() throws Exception {
    results = Files.createDirectory(folder.resolve("out"));
    for (String name : NAMES) {
      Files.writeString(results.resolve(name), "earlier");
    }
  }

  @Test
  void aComparisonThatSucceedsReplacesAllFilesOfTheOneBefore() throws Exception {
    assertEquals(0, compare("weka.classifiers.rules.ZeroR", SampleData.nominal(folder, "a.arff", "a")));
    assertEquals(List.of("classification.arff", "report.html"), files());
    assertTrue(Files.readString(results.resolve("report.html")).startsWith("<!DOCTYPE html>"));
    assertTrue(Files.readString(results.resolve("classification.arff")).startsWith("@relation"));
  }

  @Test
  void whatCouldNotBeDoneIsStatus1BesideAReport() throws Exception {
    assertEquals(1, compare("weka.classifiers.rules.ZeroR", SampleData.nominal(folder, "a.arff", "a"),
        folder.resolve("missing.arff")));
    assertTrue(Files.readString(results.resolve("report.html")).contains("missing.arff: there is no such file"));
  }

  @Test
  void nothingToCompareLeavesTheEarlierReport() throws Exception {
    assertEquals(1, compare("weka.classifiers.rules.ZeroR", folder.resolve("missing.arff")));
    requireEarlier();
    assertTrue(complaints.toString(StandardCharsets.UTF_8)
        .contains("no data set could be compared; the report of an earlier comparison was kept"));
  }

  @Test
  void anErrorInTheMiddleLeavesTheEarlierReportAndSaysSo() throws Exception {
    Path file = SampleData.nominal(folder, "a.arff", "a");
    PrintStream stops = new PrintStream(new ByteArrayOutputStream()) {
      @Override
      public void println(String line) {
        if (line.startsWith("Percentage")) {
          throw new IllegalStateException("the console is gone");
        }
      }
    };
    String[] arguments = {"-folds", "2", "-o", results.toString(), file.toString()};
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> Compare.run(arguments, stops, err()));
    assertEquals("the console is gone", e.getMessage());
    Path folds = results.resolve("unfinished").resolve("folds.txt");
    assertEquals("compare: aborted by an error: the console is gone; the report of an earlier comparison was "
        + "kept; the same command goes on with the folds in " + folds,
        complaints.toString(StandardCharsets.UTF_8).strip());
    Files.delete(folds);
    Files.delete(folds.getParent());
    requireEarlier();
  }

  @Test
  void whatAKilledComparisonWasPuttingIntoPlaceIsFinished() throws Exception {
    try (ResultFolder made = open()) {
      for (String name : List.of("filters.png", "images.arff", "report.html")) {
        Files.writeString(made.unfinished().resolve(name), "new");
      }
      Files.writeString(made.folds(), "folds");
      Files.delete(results.resolve("images.arff"));
      Path inTheWay = Files.createDirectories(results.resolve("images.arff").resolve("folder")).getParent();
      IOException e = assertThrows(IOException.class, made::publish);
      assertTrue(e.getMessage().startsWith("cannot write 3 bytes to " + inTheWay), e.getMessage());
      Files.delete(inTheWay.resolve("folder"));
      Files.delete(inTheWay);
    }
    assertEquals("earlier", Files.readString(results.resolve("report.html")), "the last one that is moved");
    try (ResultFolder next = open()) {
      assertEquals("folds", Files.readString(next.folds()));
      assertEquals(List.of("filters.png", "images.arff", "report.html", "unfinished"), files());
      assertEquals("new", Files.readString(results.resolve("filters.png")));
      assertEquals("new", Files.readString(results.resolve("report.html")));
    }
  }

  @Test
  void whatAKilledComparisonWasMakingIsDeletedAndNothingElse() throws Exception {
    Path unfinished = Files.createDirectory(results.resolve("unfinished"));
    for (String name : List.of("report.html", "unfinished-1.part", "folds.txt", "mine.txt", "lock")) {
      Files.writeString(unfinished.resolve(name), "");
    }
    open().close();
    try (Stream<Path> left = Files.list(unfinished)) {
      assertEquals(List.of("folds.txt", "mine.txt"), left.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void twoComparisonsDoNotShareAFolder() throws Exception {
    try (ResultFolder first = open()) {
      Files.writeString(first.unfinished().resolve("report.html"), "half");
      IOException e = assertThrows(IOException.class, this::open);
      assertEquals("another comparison is writing to " + results
          + "; wait until it is done, or name another folder with -o", e.getMessage());
      assertEquals("half", Files.readString(first.unfinished().resolve("report.html")));
    }
    requireEarlier();
  }

  @Test
  void whatIsInTheWayIsSaidBeforeTheWork() throws Exception {
    Files.delete(results.resolve("report.html"));
    Files.createDirectory(results.resolve("report.html"));
    String[] arguments =
        {"-folds", "2", "-o", results.toString(), SampleData.nominal(folder, "a.arff", "a").toString()};
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertEquals(1, Compare.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8), err()));
    assertFalse(printed.toString(StandardCharsets.UTF_8).contains("ZeroR"));
    assertTrue(complaints.toString(StandardCharsets.UTF_8)
        .contains("report.html could not be written at the end: this is a folder, not a file"),
        complaints.toString(StandardCharsets.UTF_8));
    assertEquals(NAMES, files());
  }

  @Test
  void linksStayLinksAndPermissionsAreKept() throws Exception {
    Path there = Files.writeString(folder.resolve("there.html"), "earlier");
    Files.delete(results.resolve("report.html"));
    Files.createSymbolicLink(results.resolve("report.html"), there);
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    if (posix) {
      Files.setPosixFilePermissions(results.resolve("classification.arff"),
          PosixFilePermissions.fromString("rw-rw-r--"));
    }
    assertEquals(0, compare("weka.classifiers.rules.ZeroR", SampleData.nominal(folder, "a.arff", "a")));
    assertTrue(Files.isSymbolicLink(results.resolve("report.html")));
    assertTrue(Files.readString(there).endsWith("</html>\n"));
    assertTrue(!posix || PosixFilePermissions.toString(
        Files.getPosixFilePermissions(results.resolve("classification.arff"))).equals("rw-rw-r--"));
  }

  private ResultFolder open() throws IOException {
    return new ResultFolder(results, NAMES, () -> {
      throw new IllegalStateException("Java has not ended");
    });
  }

  private void requireEarlier() throws Exception {
    assertEquals(NAMES, files());
    for (String name : NAMES) {
      assertEquals("earlier", Files.readString(results.resolve(name)), name);
    }
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(results)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private int compare(String scheme, Path... files) throws Exception {
    Lineup lineup = new Lineup(List.of(Scheme.parse(scheme)), 0);
    List<Problem> problems = new ArrayList<>();
    Settings settings = new Settings(false, false, false, false, 2, 1, results, List.of(), List.of(files));
    return Compare.compare(settings, Compare.sources(settings, problems),
        new Lineups(Map.of(Task.CLASSIFICATION, Map.of("", lineup))), problems,
        new PrintStream(new ByteArrayOutputStream()), err());
  }

  private PrintStream err() {
    return new PrintStream(complaints, true, StandardCharsets.UTF_8);
  }
}
