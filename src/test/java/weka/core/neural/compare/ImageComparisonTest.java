package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/** The part of the comparison that is about images. */
class ImageComparisonTest {

  private static final int FOLDS = 2;

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void imagesOfDifferentSizesFillOneTableWithTheConvolutionalNetworkAsBase() throws Exception {
    Comparison.Outcome outcome = run(Source.pixels(SampleData.pixels(folder, "p.arff", "lines", true), "6x6x1"),
        Source.imageFolder(SampleData.imageFolder(folder, "strokes"), "8x8x1"));

    assertEquals(List.of(), outcome.problems());
    assertEquals(List.of("Accuracy (%), images", "Training time (seconds), images"),
        outcome.tables().stream().map(ResultTable::title).toList());
    for (ResultTable table : outcome.tables()) {
      assertEquals(List.of("CNN", "SMO", "MLP"), table.schemes());
      assertEquals(List.of("lines", "strokes"), table.dataSets());
      assertTrue(table.notes().toString().contains("-input"), table.notes().toString());
      for (ResultTable.Cell[] row : table.cells()) {
        for (ResultTable.Cell cell : row) {
          assertEquals(FOLDS, cell.count());
        }
      }
    }
    assertEquals(List.of(results().resolve("images.arff")), outcome.files());
    Instances results = new DataSource(outcome.files().get(0).toString()).getDataSet();
    assertEquals(2 * 3 * FOLDS, results.numInstances());
    assertEquals(4, results.attribute("Key_Scheme_options").numValues(), "SMO, MLP, and a CNN for each size");
  }

  @Test
  void tablesAndImagesOfOneJobStayApart() throws Exception {
    Comparison.Outcome outcome = run(Source.file(SampleData.nominal(folder, "a.arff", "a")),
        Source.pixels(SampleData.pixels(folder, "p.arff", "lines", true), "6x6x1"));
    assertEquals(List.of("Accuracy (%), classification", "Accuracy (%), images"),
        outcome.tables().stream().map(ResultTable::title).limit(2).toList());
    assertEquals(List.of("a"), outcome.tables().get(0).dataSets());
    assertEquals(List.of("lines"), outcome.tables().get(1).dataSets());
  }

  @Test
  void filtersOfTheFirstImagesAreDrawnOnceAndStandInTheReport() throws Exception {
    Comparison.Outcome outcome = run(Source.pixels(SampleData.pixels(folder, "p.arff", "lines", true), "6x6x1"),
        Source.imageFolder(SampleData.imageFolder(folder, "strokes"), "8x8x1"));

    assertEquals(1, outcome.pictures().size());
    Picture picture = outcome.pictures().get(0);
    assertEquals("What the CNN has learnt from lines", picture.title());
    assertEquals(results().resolve("filters.png"), picture.file());
    BufferedImage sheet = ImageIO.read(picture.file().toFile());
    assertNotNull(sheet);
    assertTrue(sheet.getWidth() > 100 && sheet.getHeight() > 100, sheet.toString());

    Matcher image = Pattern.compile("<img [^>]*src=\"data:image/png;base64,([^\"]+)\"")
        .matcher(HtmlReport.write(outcome, List.of(), lineups(), "setting", "1 s"));
    assertTrue(image.find());
    assertArrayEquals(Files.readAllBytes(picture.file()), Base64.getDecoder().decode(image.group(1)));
    assertFalse(image.find());
  }

  @Test
  void theReportNamesTheOptionsForEverySize() throws Exception {
    Comparison.Outcome outcome = run(Source.pixels(SampleData.pixels(folder, "p.arff", "lines", true), "6x6x1"));
    String html = HtmlReport.write(outcome, List.of(), lineups(), "setting", "1 s");
    assertTrue(html.contains("-input 6x6x1") && html.contains("-input 8x8x1"), html);
  }

  @Test
  void whatHoldsNoImagesIsNamed() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Comparison.Outcome outcome = run(Source.pixels(SampleData.pixels(folder, "n.arff", "numbers", false), "6x6x1"),
        Source.imageFolder(folder.resolve("missing"), "8x8x1"), Source.imageFolder(empty, "8x8x1"));
    assertEquals("images need a nominal class, but 'class' is numeric", outcome.problems().get(0).reason());
    assertEquals("there is no such file or folder", outcome.problems().get(1).reason());
    assertEquals(3, outcome.problems().size());
    assertEquals(List.of(), outcome.tables());
  }

  @Test
  void defaultImagesAreDigitsAndShapesInTheirSizes() throws IOException {
    List<Source> images = Sources.images(Path.of("datasets"));
    assertEquals(List.of("16x16x1", "24x24x1"), images.stream().map(Source::imageSize).toList());
    Instances digits = images.get(0).read();
    Instances shapes = images.get(1).read();
    assertEquals("digits", digits.relationName());
    assertEquals("shapes", shapes.relationName());
    assertEquals(16 * 16 + 1, digits.numAttributes());
    assertEquals(24 * 24 + 1, shapes.numAttributes());
    assertEquals(4, shapes.numClasses());
  }

  @Test
  void onlyTheBaseIsToldThatPixelsAreNeighbours() {
    Scheme added = Scheme.parse("weka.classifiers.lazy.IBk");
    Scheme numeric = Scheme.parse("weka.classifiers.functions.LinearRegression");
    Lineup lineup = Lineup.ofImages("-input 16x16x1", List.of(added, numeric));
    assertEquals(List.of("ZeroR", "SMO", "MLP", "CNN", "IBk"), lineup.schemes().stream().map(Scheme::label).toList());
    assertEquals("CNN", lineup.baseScheme().label());
    assertTrue(lineup.baseScheme().options().contains("-input 16x16x1"), lineup.baseScheme().options());
    assertFalse(lineup.schemes().get(2).options().contains("16x16x1"), lineup.schemes().get(2).options());
  }

  private Comparison.Outcome run(Source... sources) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Files.createDirectories(results());
    try (FoldStore store = new FoldStore(results().resolve("folds.txt"), new Basis(Map.of()))) {
      return new Comparison(lineups(), FOLDS, 1, results(), store, out).run(List.of(sources));
    }
  }

  private static Lineups lineups() {
    return new Lineups(Map.of(
        Task.CLASSIFICATION, Map.of("", new Lineup(List.of(Scheme.parse("weka.classifiers.rules.ZeroR")), 0)),
        Task.IMAGES, Map.of("-input 6x6x1", small("6x6x1"), "-input 8x8x1", small("8x8x1"))));
  }

  /** As {@link Lineup#ofImages}, with networks that train at once. */
  private static Lineup small(String size) {
    return new Lineup(List.of(Scheme.parse("weka.classifiers.functions.SMO"),
        Scheme.parse(Lineup.NEURAL_NET + " -layers output -epochs 2").withLabel("MLP"),
        Scheme.parse(Lineup.NEURAL_NET + " -layers \"conv 2 3x3 relu\" -epochs 2 -input " + size).withLabel("CNN")), 2);
  }

  private Path results() {
    return folder.resolve("out");
  }
}
