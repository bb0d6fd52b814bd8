package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.DocumentedCode;

/** The layers of docs/adding-a-layer.md keep the laws of all layers; the javadoc of {@link Op} shows the same op. */
class DocumentedLayersTest {
  private static final Path PAGE = Path.of("docs", "adding-a-layer.md");
  private static final Path OP = Path.of("src", "main", "java", "ruru", "nn", "Op.java");

  @TempDir
  private static Path folder;
  private static URLClassLoader loader;
  private static List<Layer> layers;

  @BeforeAll
  static void compile() throws Exception {
    List<String> names = DocumentedCode.compile(PAGE, folder);
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, DocumentedLayersTest.class.getClassLoader());
    layers = new ArrayList<>();
    for (String name : names) {
      layers.add((Layer) loader.loadClass(name).getConstructor().newInstance());
    }
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  static List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    layers.forEach(layer -> Samples.elementwise(all, layer));
    return all;
  }

  @Test
  void thePageHasAnActivationAndALayer() {
    assertEquals("[Softsign[], Gain[initial=1.0]]", layers.toString());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theyKeepTheLawsOfAllLayers(Sample sample) {
    new OpContractTest().backwardPutsAndReadsWhatItSays(sample);
    new LayerGradientTest().backwardIsTheDerivativeOfForward(sample);
    LayerLawsTest laws = new LayerLawsTest();
    laws.predictionOfABatchIsThatOfItsRows(sample);
    laws.predictingChangesNothing(sample);
    laws.rowsNotInUseAreNeitherReadNorWritten(sample);
    laws.weightZeroIsAbsent(sample);
    laws.weightTwoIsTwice(sample);
    laws.noWeightAtAllIsNoGradient(sample);
    laws.gradientsAddUp(sample);
    laws.cuttingTheBatchChangesNothing(sample);
    laws.runningInPlaceChangesNothing(sample);
  }

  @Test
  void theyComputeWhatThePageSays() {
    float x = -0.7f;
    assertEquals(-0.7 / 1.7, output(layers.get(0), x), 1e-6);
    assertEquals(x, output(layers.get(1), x));
  }

  private static float output(Layer layer, float x) {
    NetworkRig rig = new NetworkRig(Sample.of(layer.getClass(), "1", layer), 1, Workspace.Mode.PREDICT);
    rig.network.initialise(1);
    rig.load(new float[] {x});
    rig.workspace.forward(false);
    return rig.workspace.output().get(0, 0);
  }

  @Test
  void theJavadocShowsTheSameOp() throws IOException {
    Matcher example = Pattern.compile("\\{@code\n(.*?) \\* \\}</pre>", Pattern.DOTALL).matcher(Files.readString(OP));
    assertTrue(example.find());
    String page = words(Files.readString(PAGE).replace("@Override\n", "").replace("private record", "record"));
    String javadoc = words(example.group(1).lines().map(line -> line.replaceFirst("^ \\*", ""))
        .collect(Collectors.joining("\n")));
    assertTrue(javadoc.contains("GainOp"), javadoc);
    assertTrue(page.contains(javadoc), () -> "the page does not have the op that the javadoc shows: " + javadoc);
  }

  private static String words(String code) {
    return code.trim().replaceAll("\\s+", " ");
  }
}
