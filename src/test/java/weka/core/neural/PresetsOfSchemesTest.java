package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.message;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.text.Presets;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Every name for a whole network in every scheme that takes layers: it works, or an error says what to do. */
class PresetsOfSchemesTest {
  /** Sizes that are not 32x32x3. Alexnet's own 227x227x3 makes 62 million parameters: here it must be refused. */
  private static final Map<String, String> INPUTS =
      Map.of("lenet", "28x28x1", "autoencoder-conv", "28x28x1", "transformer-small", "12x3");
  /** For a class at each pixel. */
  private static final List<String> DENSE = List.of("unet-small", "fcn-small", "segnet-small");
  private static final String SERIES = "transformer-small";
  private static final List<String> SCHEMES = List.of("NeuralNet", "NeuralEncoder", "NeuralClusterer");

  private static Instances images(String input) throws Exception {
    int size = ruru.nn.Shape.parse(input).size();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append("@attribute p").append(i).append(" numeric\n");
    }
    text.append("@attribute y {a,b}\n@data\n");
    Random random = new Random(1);
    for (int r = 0; r < 4; r++) {
      for (int i = 0; i < size; i++) {
        text.append(random.nextInt(128) + r % 2 * 100).append(',');
      }
      text.append(r % 2 == 0 ? "a\n" : "b\n");
    }
    return arff(text.toString());
  }

  private static Instances unlabelled(Instances data) {
    Instances rows = new Instances(data);
    rows.setClassIndex(-1);
    rows.deleteAttributeAt(data.classIndex());
    return rows;
  }

  /** Trains, and returns what the scheme says of itself. */
  private static String run(String scheme, String input, String options) throws Exception {
    Instances data = images(input);
    String all = "-input " + input + " -epochs 1 -batch 6 " + options;
    switch (scheme) {
      case "NeuralNet" -> {
        return Samples.built(all, data).toString();
      }
      case "NeuralEncoder" -> {
        NeuralEncoder f = new NeuralEncoder();
        f.setOptions(Utils.splitOptions(all + " -output code,reconstruction,error"));
        f.setInputFormat(data);
        Instances out = Filter.useFilter(data, f);
        out.forEach(row -> assertTrue(!row.hasMissingValue(), row.toString()));
        return f.toString();
      }
      default -> {
        NeuralClusterer c = new NeuralClusterer();
        c.setOptions(Utils.splitOptions(all + " -N 2 -refine 1 -refine-from 0"));
        c.buildClusterer(unlabelled(data));
        c.distributionsForInstances(unlabelled(data));
        return c.toString();
      }
    }
  }

  static Stream<Arguments> presetsAndSchemes() {
    return Presets.names().stream().flatMap(p -> SCHEMES.stream().map(s -> Arguments.of(p, s)));
  }

  @ParameterizedTest
  @MethodSource("presetsAndSchemes")
  void everyPresetWorksOrTheErrorSaysWhatToDo(String preset, String scheme) throws Exception {
    String input = INPUTS.getOrDefault(preset, "32x32x3");
    String layers = "-layers " + preset + " ";
    if (preset.equals("alexnet")) {
      message(() -> run(scheme, input, layers), "alexnet", "smaller than the window");
    } else if (preset.equals(SERIES) && !scheme.equals("NeuralNet")) {
      message(() -> run(scheme, input, layers), "cannot mirror", "-decoder");
      assertTrue(run(scheme, input, layers + "-decoder \"dense 8 relu\"").contains("attention"));
    } else if (preset.equals("resnet-small") && !scheme.equals("NeuralNet")) {
      message(() -> run(scheme, input, layers), "cannot mirror", "-decoder");
      assertTrue(run(scheme, input, layers + "-decoder \"dense 8 relu\"").contains("batchnorm"));
    } else if (DENSE.contains(preset) && !scheme.equals("NeuralNet")) {
      message(() -> run(scheme, input, layers), "cannot mirror", "-decoder");
    } else {
      assertTrue(run(scheme, input, layers).contains("conv"), "trained");
    }
  }

  /** A table has no rows and columns, and no steps: the error names what images and series need. */
  @ParameterizedTest
  @MethodSource("presetsAndSchemes")
  void onATableTheErrorSaysWhatIsNeeded(String preset, String scheme) throws Exception {
    Instances data = Samples.fourNumbers(20);
    message(() -> {
      switch (scheme) {
        case "NeuralNet" -> Samples.built("-layers " + preset, data);
        case "NeuralEncoder" -> {
          NeuralEncoder f = new NeuralEncoder();
          f.setOptions(Utils.splitOptions("-layers " + preset));
          f.setInputFormat(data);
          Filter.useFilter(data, f);
        }
        default -> {
          NeuralClusterer c = new NeuralClusterer();
          c.setOptions(Utils.splitOptions("-layers " + preset));
          c.buildClusterer(unlabelled(data));
        }
      }
    }, preset, "set the input to the " + (preset.equals(SERIES) ? "series'" : "images'") + " size");
  }

  @Test
  void aStepNamedCodeIsTheCodeAndWhatFollowsTheDecoder() throws Exception {
    String text = run("NeuralEncoder", "28x28x1", "-layers autoencoder-conv");
    assertTrue(text.contains("conv 8 3x3 relu as code, unpool pool2, conv 16 3x3 relu, unpool pool1, conv 1 3x3\n"),
        text);
    assertTrue(text.contains("Code: 7x7x8 numbers") || text.contains("Code: 392 numbers"), text);
    String mirrored = run("NeuralEncoder", "4x4x1", "-layers \"dense 9 tanh, dense 3 tanh as code\"");
    assertTrue(mirrored.contains("dense 3 tanh as code, dense 9 tanh, dense 16\n"), mirrored);
    String own = run("NeuralEncoder", "4x4x1", "-layers \"dense 9 tanh, dense 3 as code\" -decoder \"dense 7 relu\"");
    assertTrue(own.contains("dense 3 as code, dense 7 relu, dense 16\n"), own);
    String tied = run("NeuralEncoder", "4x4x1", "-tied -layers \"dense 9 tanh, dense 3 as code\"");
    assertTrue(tied.contains("dense 3 as code, tied code tanh, tied e1\n"), tied);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-code 5", "-variational", "-sparse 0.1", "-contractive 1", "-activity-l1 1", "-tied",
      "-decoder \"dense 3\""})
  void whatDoesNotGoWithACodeOfOnesOwnIsSaid(String option) {
    message(() -> run("NeuralEncoder", "28x28x1", "-layers autoencoder-conv " + option), "named 'code'",
        option.split(" ")[0], "write only the encoder in -layers");
  }

  /** Names that the encoder gives to steps of its own are given up where the user has them. */
  @ParameterizedTest
  @ValueSource(strings = {"maxpool 2, dense 4 relu as e1", "dense 5 as e2, dense 4 relu as codes",
      "dense 5 as reconstruction, dense 4 relu as decoder"})
  void anyNameMayBeGiven(String layers) throws Exception {
    for (String scheme : SCHEMES) {
      assertTrue(run(scheme, "4x4x1", "-layers \"" + layers + "\"").length() > 100, scheme);
    }
    for (String kind : new String[] {"-tied", "-sparse 0.1", "-activity-l1 0.1", "-variational", "-contractive 0.1"}) {
      run("NeuralEncoder", "4x4x1", kind + " -layers \"" + layers + "\"");
    }
    assertEquals(1, run("NeuralEncoder", "4x4x1", "-layers \"maxpool 2\" -decoder \"dense 4 as e1\"")
        .split("dense 4 as e1").length - 1);
  }
}
