package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.PluginManager;
import weka.gui.knowledgeflow.TemplateManager;

/** The templates that the package brings to the Knowledge Flow: each opens, runs as it is, and gives a result. */
class TemplatesTest {
  private static final File LIST = new File("weka-package/PluginManager.props");
  private static final Pattern ACCURACY = Pattern.compile("Correctly Classified Instances +\\d+ +([\\d.]+) +%");

  @TempDir
  static Path home;

  @BeforeAll
  static void install() throws Exception {
    Path data = home.resolve("packages/ruru/datasets");
    try (Stream<Path> files = Files.walk(Path.of("datasets"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        copy(file, data.resolve(Path.of("datasets").relativize(file).toString()));
      }
    }
    PluginManager.addFromProperties(LIST);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
    } else {
      Files.copy(from, to);
    }
  }

  @ParameterizedTest
  @CsvSource({"cross-validation, 1, 97", "against MultilayerPerceptron and SMO, 3, 80", "images in a folder, 1, 85",
      "code of an autoencoder before a classifier, 1, 60"})
  void runsAndClassifies(String name, int results, double least) throws Exception {
    FlowRun run = run(name);
    Matcher accuracy = ACCURACY.matcher(run.results());
    int found = 0;
    while (accuracy.find()) {
      found++;
      assertTrue(Double.parseDouble(accuracy.group(1)) >= least, accuracy.group());
      System.out.println(name + ": " + accuracy.group());
    }
    assertEquals(results, found, () -> run.results() + run.log());
  }

  @Test
  void runsAndClusters() throws Exception {
    String text = run("clusters").results();
    assertTrue(text.contains("Clusters: 10"), text);
  }

  private static FlowRun run(String name) throws Exception {
    FlowRun run = new FlowRun(new TemplateManager().getPluginTemplateFlow("Neural network: " + name), home.toString());
    assertFalse(run.rows().isEmpty());
    for (Map.Entry<String, List<String>> row : run.rows().entrySet()) {
      assertTrue(row.getKey().contains("$"), () -> "a row without a step: " + row);
      String last = row.getValue().get(row.getValue().size() - 1);
      assertTrue(last.startsWith("Finished"), () -> "a clock that never ends: " + row);
    }
    return run;
  }

  @Test
  void allAreTried() throws Exception {
    List<String> names = new TemplateManager().getPluginTemplateDescriptions();
    assertEquals(5, names.size(), names::toString);
  }
}
