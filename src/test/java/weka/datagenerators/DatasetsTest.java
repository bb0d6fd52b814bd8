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
    assertEquals("and.arff circles.arff moons.arff nand.arff noisy-sine.arff or.arff two-spirals.arff xor.arff", names);
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
    assertTrue(Files.size(file) < 8000, "bytes: " + Files.size(file));
  }

  @Test
  void theGeneratorsAreInTheExplorersList() throws Exception {
    GenericPropertiesCreator creator = new GenericPropertiesCreator();
    creator.execute(false);
    String listed = creator.getOutputProperties().getProperty(DataGenerator.class.getName());
    TreeSet<String> names = new TreeSet<>(List.of(listed.split(",")));
    String classification = "weka.datagenerators.classifiers.classification.";
    for (String name : List.of("LogicGates", "TwoSpirals", "Circles", "Moons")) {
      assertTrue(names.contains(classification + name), name + " is not in " + names);
    }
    assertTrue(names.contains("weka.datagenerators.classifiers.regression.NoisySine"), names.toString());
  }
}
