package weka.datagenerators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.Run;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;
import weka.core.converters.ImageFolderLoader;
import weka.gui.GenericPropertiesCreator;

/** The files in datasets/ are what the command in their first line makes. */
class DatasetsTest {

  private static final Path FOLDER = Path.of("datasets");
  private static final String COMMAND = "% java -cp weka.jar weka.Run ";

  static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".arff")).sorted().collect(Collectors.toList());
    }
  }

  @Test
  void theFolderIsComplete() throws Exception {
    String names = files().stream().map(f -> f.getFileName().toString()).collect(Collectors.joining(" "));
    assertEquals("and.arff circles.arff digits.arff moons.arff nand.arff noisy-sine.arff or.arff two-spirals.arff "
        + "xor.arff", names);
    String readme = Files.readString(FOLDER.resolve("README.md"));
    for (Path file : files()) {
      assertTrue(readme.contains("`" + file.getFileName() + "`"), file + " is not in the README");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theCommandMakesTheFile(Path file, @TempDir Path folder) throws Exception {
    List<String> expected = Files.readAllLines(file);
    assertTrue(expected.get(0).startsWith(COMMAND), expected.get(0));
    Path made = folder.resolve("made.arff");
    // -no-load: the classes are on the class path here, so no package folder is needed.
    String command = "-no-load " + expected.get(0).substring(COMMAND.length());
    String[] arguments = Utils.splitOptions(command + " -o " + Utils.quote(Utils.backQuoteChars(made.toString())));
    Run.main(arguments);
    assertEquals(expected, Files.readAllLines(made));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theFileIsSmallAndReadable(Path file) throws Exception {
    Instances data = DataSource.read(file.toString());
    assertEquals(file.getFileName().toString(), data.relationName() + ".arff");
    assertTrue(data.size() >= 100, "too few for cross-validation: " + data.size());
    int bytesPerValue = 5;
    long most = 8000 + (data.numAttributes() > 3 ? (long) bytesPerValue * data.size() * data.numAttributes() : 0);
    assertTrue(Files.size(file) < most, "bytes: " + Files.size(file));
  }

  @Test
  void theCommandInTheReadmeMakesTheShapes(@TempDir Path made) throws Exception {
    String start = "java -cp weka.jar weka.Run ";
    String readme = Files.readString(FOLDER.resolve("README.md"));
    String command = readme.lines().map(String::trim).filter(l -> l.startsWith("`" + start + ".Shapes")).findFirst()
        .orElseThrow().replace("`", "").substring(start.length());
    String there = Utils.quote(Utils.backQuoteChars(made.toString()));
    Run.main(Utils.splitOptions("-no-load " + command.replace("datasets/shapes", there)
        .replace("-o shapes.arff", "-o " + Utils.quote(Utils.backQuoteChars(made.resolve("x.arff").toString())))));
    String expected = pixels(FOLDER.resolve("shapes"));
    assertEquals(101, expected.lines().dropWhile(l -> !l.equals("@data")).count());
    assertEquals(expected, pixels(made));
  }

  static List<Path> real() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER.resolve("uci"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("real")
  void realDataNameTheirSourceAndLicence(Path file) throws Exception {
    String text = Files.readString(file);
    assertTrue(text.contains("% UCI Machine Learning Repository, ") && text.contains("% Licence: Creative Commons "
        + "Attribution 4.0 International"), text.substring(0, 400));
    Instances data = DataSource.read(file.toString());
    assertEquals(file.getFileName().toString(), data.relationName() + ".arff");
    String rows = String.format(java.util.Locale.ROOT, "| `%s` | %,d |", file.getFileName(), data.size());
    assertTrue(Files.readString(FOLDER.resolve("README.md")).contains(rows), rows);
  }

  /** The ARFF of a folder of pictures, but for its name. */
  private static String pixels(Path folder) throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setSize("24x24x1");
    loader.setDirectory(folder.toFile());
    Instances data = loader.getDataSet();
    data.setRelationName("shapes");
    return data.toString();
  }

  @Test
  void theGeneratorsAreInTheExplorersList() throws Exception {
    GenericPropertiesCreator creator = new GenericPropertiesCreator();
    creator.execute(false);
    String listed = creator.getOutputProperties().getProperty(DataGenerator.class.getName());
    TreeSet<String> names = new TreeSet<>(List.of(listed.split(",")));
    String classification = "weka.datagenerators.classifiers.classification.";
    for (String name : List.of("LogicGates", "TwoSpirals", "Circles", "GaussianRing", "Moons", "StrokeDigits", "Shapes",
        "ShapeScenes",
        "RecallProblem",
        "SineMixtures", "MarkovText")) {
      assertTrue(names.contains(classification + name), name + " is not in " + names);
    }
    for (String name : List.of("NoisySine", "AddingProblem")) {
      assertTrue(names.contains("weka.datagenerators.classifiers.regression." + name), name + " is not in " + names);
    }
  }
}
