package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.clusterers.SimpleKMeans;
import weka.core.neural.Samples;

/** Clusterers on labelled data. */
class ClusterComparisonTest {
  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return ClusterComparison.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }

  private Path irisFile() throws Exception {
    return Files.writeString(folder.resolve("iris.arff"), Samples.iris().toString());
  }

  /** SimpleKMeans on iris: 17 rows on the wrong side, as Weka's own evaluation says. */
  @Test
  void figuresOfSimpleKMeansOnIris() throws Exception {
    SimpleKMeans means = new SimpleKMeans();
    means.setNumClusters(3);
    ClusterScores s = ClusterScores.of("means", means, Samples.iris());
    assertEquals(3, s.clusters());
    assertEquals(133 / 150.0, s.accuracy(), 1e-9);
    assertEquals(0.716, s.adjustedRand(), 1e-3);
    assertEquals(0.742, s.mutualInformation(), 1e-3);
    assertTrue(s.silhouette() > 0.4 && s.silhouette() < 0.5);
  }

  /** A class written out in the plugin's configuration would win over the one that the command names. */
  @Test
  void mavenRunsTheProgramThatTheCommandNames() throws Exception {
    assertTrue(ClusterComparison.HELP.contains("-Dexec.mainClass=" + ClusterComparison.class.getName()));
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<mainClass>${exec.mainClass}</mainClass>"));
    assertTrue(pom.contains("<exec.mainClass>" + Compare.class.getName() + "</exec.mainClass>"));
  }

  @Test
  void everyClustererGetsALine() throws Exception {
    assertEquals(0, run("-add", "weka.clusterers.SimpleKMeans -N %d -S 2", "-add",
        "weka.clusterers.NeuralClusterer -N %d -layers none", "-rows", "60", irisFile().toString()));
    String[] lines = printed.toString(StandardCharsets.UTF_8).split("\n");
    assertEquals("", lines[3]);
    assertTrue(lines[6].startsWith("ARI: adjusted Rand index"), lines[6]);
    assertTrue(lines[1].startsWith("iris") && lines[1].contains("SimpleKMeans -S 2 "), lines[1]);
    assertTrue(lines[2].contains("NeuralClusterer -layers none "), lines[2]);
  }

  @Test
  void neuralClustererIsToldTheSizeOfImagesUnlessItKnows() throws Exception {
    List<Problem> problems = new ArrayList<>();
    List<ClusterScores> scores = ClusterComparison.run(List.of(Source.pixels(irisFile(), "2x2x1")),
        List.of("weka.clusterers.NeuralClusterer -N %d -layers none",
            "weka.clusterers.NeuralClusterer -input 4x1 -N %d -layers none", "weka.clusterers.SimpleKMeans -N %d",
            "weka.clusterers.FilteredClusterer -W weka.clusterers.NeuralClusterer -F weka.filters.AllFilter -- -N %d "
                + "-layers none"),
        0, problems, new PrintStream(complaints, true, StandardCharsets.UTF_8));
    assertEquals(List.of(), problems);
    assertEquals(List.of("NeuralClusterer -layers none -input 2x2x1", "NeuralClusterer -input 4x1  -layers none",
        "SimpleKMeans"), scores.subList(0, 3).stream().map(ClusterScores::clusterer).toList());
    assertFalse(scores.get(3).clusterer().contains("2x2x1"), scores.get(3).clusterer());
  }

  @Test
  void whatFailsIsNamedAndTheRestGoesOn() throws Exception {
    assertEquals(1, run("-add", "weka.clusterers.SimpleKMeans -N %d", folder.resolve("none.arff").toString(),
        irisFile().toString()));
    assertTrue(complaints.toString(StandardCharsets.UTF_8).contains("none.arff"));
    assertEquals("", printed.toString(StandardCharsets.UTF_8).split("\n")[2]);
  }

  @Test
  void wrongArgumentsGiveStatus2() {
    assertEquals(2, run("-add"));
    assertEquals(2, run("-rows", "many"));
    assertEquals(2, run("-foo"));
    assertEquals(2, run("-add", "no.such.Thing"));
    assertEquals(0, run("-h"));
    assertTrue(printed.toString(StandardCharsets.UTF_8).contains("-rows"));
  }
}
