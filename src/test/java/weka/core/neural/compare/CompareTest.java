package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import ruru.blas.BlasProvider;

class CompareTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      -foo                    | unknown option '-foo'; -h lists the options
      -folds 1                | option -folds needs a whole number from 2, got '1'
      -folds ten              | option -folds needs a whole number from 2, got 'ten'
      -runs 0                 | option -runs needs a whole number from 1, got '0'
      a.arff -o               | option -o needs a value; -h lists the options
      -add no.such.Thing      | scheme 'no.such.Thing': there is no such class on the class path
      -add weka.core.Version  | scheme 'weka.core.Version': Can't find a permissible class called: weka.core.Version
      """)
  void wrongArgumentsAreNamedAndGiveStatus2(String arguments, String message) throws Exception {
    assertEquals(2, Compare.run(arguments.split(" "), out(), err()));
    String complaint = complaints.toString(StandardCharsets.UTF_8).strip();
    assertEquals("compare: " + message, complaint);
    assertEquals("", text());
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    assertEquals(0, Compare.run(new String[] {"-h"}, out(), err()));
    for (String option : List.of("-mlp", "-images", "-add", "-folds", "-runs", "-o", "-h")) {
      assertTrue(text().contains("\n  " + option + " "), option);
    }
  }

  @Test
  void argumentsBecomeSettings() {
    Settings settings = Settings.parse("-mlp", "-folds", "5", "a.arff", "-add", "x.Y -z 1", "-o", "there", "b");
    assertEquals(new Settings(false, true, false, false, 5, 1, Path.of("there"), List.of("x.Y -z 1"),
        List.of(Path.of("a.arff"), Path.of("b"))), settings);
  }

  @Test
  void imagesTakePartWithoutFilesOrWhenAskedFor() {
    assertTrue(Settings.parse().images());
    assertTrue(Settings.parse("-folds", "3").images());
    assertFalse(Settings.parse("a.arff").images());
    assertTrue(Settings.parse("-images", "a.arff").images());
  }

  @Test
  void imagesAskedForAreAddedToTheFilesOfTheUser() throws Exception {
    Lineup quick = new Lineup(List.of(Scheme.parse("weka.classifiers.rules.ZeroR")), 0);
    Settings settings = Settings.parse("-images", "-folds", "2", "-o", folder.resolve("out").toString(),
        SampleData.nominal(folder, "a.arff", "a").toString());
    List<Source> sources = Compare.sources(settings, new ArrayList<>());
    Map<String, Lineup> ofImages = new HashMap<>();
    Compare.lineups(settings, sources).byNetwork().get(Task.IMAGES).keySet().forEach(n -> ofImages.put(n, quick));
    Lineups lineups = new Lineups(Map.of(Task.CLASSIFICATION, Map.of("", quick), Task.IMAGES, ofImages));
    assertEquals(0, Compare.compare(settings, sources, lineups, new ArrayList<>(), out(), err()));
    assertEquals("", complaints.toString(StandardCharsets.UTF_8));
    for (String row : List.of("a", "digits", "shapes")) {
      assertTrue(text().lines().anyMatch(line -> line.startsWith(row + " (2)")), text());
    }
    Settings own = Settings.parse("a.arff");
    assertFalse(Compare.lineups(own, Compare.sources(own, new ArrayList<>())).byNetwork().containsKey(Task.IMAGES));
  }

  @Test
  void theSameSchemeTwiceIsRefused() {
    Scheme scheme = Scheme.parse("weka.classifiers.rules.ZeroR");
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> new Lineup(List.of(scheme, Scheme.parse("weka.classifiers.rules.ZeroR")), 0));
    assertTrue(e.getMessage().contains("is already in the comparison"), e.getMessage());
  }

  @Test
  void theSameClassWithOtherOptionsGetsANumber() {
    Lineup lineup = new Lineup(List.of(Scheme.parse("weka.classifiers.lazy.IBk"),
        Scheme.parse("weka.classifiers.lazy.IBk -K 3")), 0);
    assertEquals(List.of("IBk", "IBk-2"), lineup.schemes().stream().map(Scheme::label).toList());
  }

  @Test
  void aFolderStandsForItsArffFilesEachOnce() throws Exception {
    Path b = SampleData.nominal(folder, "b.arff", "b");
    Path a = SampleData.nominal(folder, "a.arff", "a");
    Files.writeString(folder.resolve("notes.txt"), "no data");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    List<Problem> problems = new ArrayList<>();
    List<Source> sources = Sources.named(List.of(folder, a, empty), problems);
    assertEquals(List.of(a.toString(), b.toString()), sources.stream().map(Source::name).toList());
    assertEquals(List.of(new Problem(empty.toString(), "there is no .arff or .arff.gz file in this folder")), problems);
  }

  @Test
  void defaultsAreTheTwoSetsOfWekasJarAndTheFolder() throws Exception {
    Path file = SampleData.nominal(folder, "b.arff", "b");
    SampleData.nominal(folder, "digits.arff", "digits");
    List<Source> sources = Sources.defaults(folder);
    assertEquals(List.of("iris.arff of Weka", "credit-g.arff of Weka", file.toString()),
        sources.stream().map(Source::name).toList());
    assertEquals(150, sources.get(0).read().numInstances());
    assertEquals(1000, sources.get(1).read().numInstances());
  }

  @Test
  void nothingThatCanBeComparedIsStatus1() throws Exception {
    assertEquals(1, compare(folder.resolve("missing.arff")));
    assertTrue(complaints.toString(StandardCharsets.UTF_8).contains("no data set could be compared"));
    assertTrue(complaints.toString(StandardCharsets.UTF_8).contains("missing.arff: there is no such file"));
  }

  @Test
  void tablesArePrintedWithTheMarksInWords() throws Exception {
    assertEquals(0, compare(SampleData.nominal(folder, "a.arff", "a"), SampleData.numeric(folder, "b.arff", "b")));
    assertTrue(text().contains("v = significantly larger than CurvedStump, here better; "
        + "* = significantly smaller, here worse"), text());
    assertTrue(text().contains("v = significantly larger than CurvedStump, here worse; "
        + "* = significantly smaller, here better"), text());
    assertTrue(text().lines().anyMatch(line -> line.matches("a \\(2\\) .*\\d \\( ?\\d+\\.\\d\\d\\) +\\| .*")), text());
  }

  @Test
  void reportIsAWellFormedPageThatLoadsNothing() throws Exception {
    compare(SampleData.nominal(folder, "a.arff", "a < b & c"), SampleData.numeric(folder, "b.arff", "b"),
        folder.resolve("missing.arff"));
    String html = Files.readString(folder.resolve("out/report.html"));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document page = factory.newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));

    Set<String> ids = new HashSet<>();
    NodeList elements = page.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      for (String link : List.of("href", "xlink:href", "data", "action")) {
        assertEquals("", element.getAttribute(link), element.getTagName() + " " + link);
      }
      assertTrue(element.getAttribute("src").matches("(data:.*)?"), element.getAttribute("src"));
      assertTrue(!List.of("script", "link", "iframe", "object").contains(element.getTagName()), element.getTagName());
      assertTrue(!element.hasAttribute("id") || ids.add(element.getAttribute("id")), "id twice");
    }
    assertTrue(!html.contains("@import") && !html.matches("(?s).*url\\((?!#).*"), "style that loads");
    // Two trainings, each with a chart of losses and one of rates.
    assertEquals(4, page.getElementsByTagName("svg").getLength());
    String content = page.getDocumentElement().getTextContent();
    for (String expected : List.of("a < b & c", "Accuracy (%), classification",
        "Root relative squared error (%), regression", "Training time (seconds), regression",
        "v = significantly larger than CurvedStump, here better", "validation loss",
        "weka.classifiers.lazy.IBk -K 3 -W 0 -A", "2-fold cross-validation, 1 run", "cores", BlasProvider.get().name(),
        "missing.arff: there is no such file", System.getProperty("java.version"), "is significantly better than",
        "of CPU time", "31 rows, 1 attribute, 2 classes")) {
      assertTrue(content.contains(expected), expected);
    }
    NodeList captions = page.getElementsByTagName("figcaption");
    for (int i = 0; i < captions.getLength(); i++) {
      assertEquals("training loss 0.1250", captions.item(i).getTextContent(),
          "what is not defined is left out");
    }
  }

  private int compare(Path... files) throws Exception {
    Lineup lineup = new Lineup(List.of(Scheme.parse("weka.classifiers.lazy.IBk -K 3"),
        Scheme.parse(CurvedStump.class.getName())), 1);
    Settings settings =
        new Settings(false, false, false, false, 2, 1, folder.resolve("out"), List.of(), List.of(files));
    List<Problem> problems = new ArrayList<>();
    return Compare.compare(settings, Compare.sources(settings, problems),
        new Lineups(Map.of(Task.CLASSIFICATION, Map.of("", lineup), Task.REGRESSION, Map.of("", lineup))), problems,
        out(), err());
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private PrintStream err() {
    return new PrintStream(complaints, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
